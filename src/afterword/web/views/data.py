"""Data: a list from elsewhere comes in, seen before it is kept; everything goes out."""

import base64
import binascii

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.actions.export import Form, export
from afterword.actions.import_ import Became, Imported, import_
from afterword.actions.presets import Preset
from afterword.etiquette.problem import Malformed, Problem
from afterword.web import clock, visit

WRONG = 422
LARGEST = 1_500_000
PRESETS = (
    ("", lazy("find out from the file")),
    ("huntr", lazy("Huntr")),
    ("teal", lazy("Teal")),
    ("linkedin", lazy("LinkedIn’s archive: Job Applications.csv")),
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
    """Show what a file would bring, then take it over."""
    problems: tuple[Problem, ...] = ()
    found: Imported | None = None
    content = b""
    preset = _preset(request.POST.get("preset", ""))
    if request.method == "POST":
        keep = request.POST.get("do") == "keep"
        try:
            content = _content(request)
            found = import_(
                visit.owner(request), content, now=clock.now(), preset=preset, write=keep
            )
        except Malformed as malformed:
            problems = malformed.problems
        else:
            if keep:
                visit.say(
                    request, _("Taken over: %(count)d.") % {"count": coming(found)}, found.change
                )
                return visit.after(request, None, reverse("opportunities"))
    shown = {
        "presets": PRESETS,
        "preset": str(preset or ""),
        "found": found,
        "coming": coming(found) if found else 0,
        "content": base64.b64encode(content).decode() if found else "",
        "problems": problems,
    }
    return render(request, "import.html", shown, status=WRONG if problems else 200)


def coming(found: Imported) -> int:
    """Return how many opportunities are new, or would be."""
    return sum(one.became is not Became.KNOWN for one in found.entries)


def _content(request: HttpRequest) -> bytes:
    """Return the file that was sent, or the one that was seen already; raises Malformed."""
    file = request.FILES.get("file")
    if file is not None:
        if (file.size or 0) > LARGEST:
            raise Malformed([Problem("", _("The file is too large to be a list of applications."))])
        return bytes(file.read())
    try:
        content = base64.b64decode(request.POST.get("content", ""), validate=True)
    except (binascii.Error, ValueError):
        content = b""
    if not content:
        raise Malformed([Problem("", _("Choose a file first."))])
    return content


def _preset(text: str) -> Preset | None:
    return Preset(text) if text in set(Preset) else None


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
