"""Rules of the person's own: a table of them, put on top of the rulebook, replaced or taken out."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.actions.override import LONGEST_LAYER, lift, set_layer
from afterword.actions.rules import LAYER, layer_of, layer_row, own_layer
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.rulebook.lines import line_of
from afterword.web import clock, visit

WRONG = 422


class Wrong(msgspec.Struct, frozen=True):
    """One thing to put right in the table: on which line, in which row or field, and what."""

    line: int | None
    where: str
    said: str


def house(request: HttpRequest) -> HttpResponse:
    """Show the person's own rules as they wrote them, and take others in their place."""
    owner, now = visit.owner(request), clock.now()
    row = layer_row(owner)
    text = layer_of([row] if row else [])
    wrong = own_layer(text).wrong
    status = 200
    if request.method == "POST":
        if "remove" in request.POST and row:
            return visit.after(request, lift(owner, row.uid, now=now), reverse("house"))
        try:
            text = _told(request)
            changed = set_layer(owner, text, now=now)
        except Malformed as malformed:
            wrong, status = malformed.problems, WRONG
        else:
            return visit.after(request, changed, reverse("house"))
    shown = {
        "text": text,
        "held": row is not None,
        "rules": _rules(layer_of([row] if row else [])),
        "wrong": [_located(text, one) for one in wrong],
        "longest": LONGEST_LAYER,
    }
    return render(request, "house.html", shown, status=status)


def _told(request: HttpRequest) -> str:
    """Return the table that was sent: the file, where there is one, and otherwise the text.

    Raises Malformed for a file that is no text.
    """
    file = request.FILES.get("file")
    if file is None:
        return request.POST.get("toml", "").replace("\r\n", "\n")
    try:
        return bytes(file.read()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = _("is not text in UTF-8: save it so, or paste it below")
        raise Malformed([Problem(LAYER, said)]) from error


def _rules(text: str) -> list[str]:
    page = own_layer(text).page
    return list(page.rows) if page else []


def _located(text: str, problem: Problem) -> Wrong:
    path = problem.path.removeprefix(LAYER).lstrip(":. ")
    accepted = msgspec.structs.replace(problem, path="x")
    return Wrong(line_of(text, path), path, str(accepted).removeprefix("x: "))
