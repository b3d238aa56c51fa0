"""Data: a list from elsewhere comes in, seen before it is kept; everything goes out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.actions.export import Form, export
from afterword.actions.import_ import Became, Imported, glance, import_
from afterword.actions.preferences import preferences
from afterword.actions.tables.presets import Field
from afterword.actions.tables.unpacking import unpacked
from afterword.etiquette.problem import Malformed
from afterword.web import clock, mapping, visit

WRONG = 422
PRESETS = (
    ("", lazy("find out from the file")),
    ("huntr", lazy("Huntr")),
    ("teal", lazy("Teal")),
    ("linkedin", lazy("LinkedIn’s archive")),
    ("spreadsheet", lazy("a spreadsheet of my own")),
    ("journal", lazy("Afterword’s own, everything")),
    ("situation", lazy("Afterword’s own, one opportunity")),
)
FILES = {
    Form.JSON: ("application/json", "json"),
    Form.CSV: ("text/csv; charset=utf-8", "csv"),
    Form.MARKDOWN: ("text/markdown; charset=utf-8", "md"),
}


def import_data(request: HttpRequest) -> HttpResponse:
    """Ask what a table's columns are, show what a file would bring, then take it over."""
    owner = visit.owner(request)
    zone = preferences(owner).time_zone
    shown: dict[str, Any] = {
        "presets": PRESETS,
        "problems": (),
        **mapping.asked(request.POST, zone),
    }
    if request.method == "POST":
        try:
            return _taken(request, shown)
        except Malformed as malformed:
            shown["problems"] = malformed.problems
    return render(request, "import.html", shown, status=WRONG if shown["problems"] else 200)


def _taken(request: HttpRequest, shown: dict[str, Any]) -> HttpResponse:
    """Return the page with what a file would bring, or go on once it is kept; raises Malformed.

    What is known of the file by then stands in `shown`, also where it is not enough.
    """
    seen = unpacked(mapping.content(request))
    shown["content"] = mapping.packed(seen)
    how = mapping.reading(request.POST)
    table = glance(seen, how)
    if table:
        shown |= {"columns": tuple(mapping.columns(table)), "meanings": mapping.MEANINGS}
        shown["unclear"] = table.unclear
        shown["nameless"] = Field.EMPLOYER not in table.columns
    mapping.refuse_unsound(how)
    if table and (shown["nameless"] or table.unclear):
        return render(request, "import.html", shown)
    keep = request.POST.get("do") == "keep"
    found = import_(visit.owner(request), seen, now=clock.now(), how=how, write=keep)
    if keep:
        said = _("Taken over: %(count)d.") % {"count": coming(found)}
        visit.say(request, said, found.change)
        return visit.after(request, None, reverse("opportunities"))
    shown |= {"found": found, "coming": coming(found)}
    return render(request, "import.html", shown)


def coming(found: Imported) -> int:
    """Return how many opportunities are new, or would be."""
    return sum(one.became is not Became.KNOWN for one in found.entries)


@require_safe
def export_data(request: HttpRequest) -> HttpResponse:
    """Hand everything out as a file, or one opportunity alone."""
    asked = request.GET.get("form", "")
    form = Form(asked) if asked in set(Form) else Form.JSON
    only = request.GET.get("only") or None
    content = export(visit.owner(request), now=clock.now(), only=only, form=form)
    kind, ending = FILES[form]
    name = f"afterword-{clock.now():%Y-%m-%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
