"""The rulebook: every rule, why it is there, who says so, and where it speaks to you now."""

from collections.abc import Iterator

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.accounts.models import User
from afterword.actions.decided import decisions
from afterword.actions.items import Alone, Item
from afterword.actions.rules import layer_of, layer_row, own_layer, rules_to_read
from afterword.actions.today import Today
from afterword.actions.today import today as look
from afterword.etiquette.rulebook.rule import Rule
from afterword.etiquette.vocabulary import Basis
from afterword.web import clock, phrases, visit

PARTS = (
    ("base", lazy("Everywhere")),
    ("region", lazy("By country")),
    ("sector", lazy("By what they do")),
    ("house", lazy("Your own")),
)


class Chapter(msgspec.Struct, frozen=True):
    """A table of the rulebook, with the rules of it that are shown."""

    title: str
    kind: str
    rules: tuple[Rule, ...]


@require_safe
def rulebook(request: HttpRequest) -> HttpResponse:
    """Show the rules by chapter; search them by words and by authority."""
    words = request.GET.get("q", "")[:100].casefold().split()
    basis = request.GET.get("basis", "")
    owner = visit.owner(request)
    applies, book = speaking(owner), rules_to_read(owner)
    chapters = [
        Chapter(page.layer.title, str(page.layer.kind), found)
        for page in book.pages
        if (
            found := tuple(
                rule for name in page.rows if _fits(rule := book.rules[name], words, basis)
            )
        )
    ]
    shown = {
        "chapters": chapters,
        "parts": [(title, [one for one in chapters if one.kind == kind]) for kind, title in PARTS],
        "count": sum(len(chapter.rules) for chapter in chapters),
        "applies": applies,
        "now": [book.rules[name] for name in applies if name in book.rules],
        "decisions": decisions(owner),
        "off": {one.rule for one in decisions(owner) if one.off},
        "broken": _is_broken(owner),
        "q": request.GET.get("q", ""),
        "basis": basis,
        "bases": [(str(one), phrases.AUTHORITY[one]) for one in Basis],
        "searched": bool(words or basis),
    }
    return render(request, "rulebook.html", shown)


def _is_broken(owner: User) -> bool:
    """Return whether the owner's own rules cannot be used as they are."""
    row = layer_row(owner)
    return bool(own_layer(layer_of([row] if row else [])).wrong)


def _fits(one: Rule, words: list[str], basis: str) -> bool:
    row = one.row
    text = " ".join(
        [one.id, row.why, row.better, row.disagree, *row.act, one.layer.title]
    ).casefold()
    return all(word in text for word in words) and basis in {"", str(row.basis)}


def speaking(owner: User) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the rules that speak on Today, each with the opportunities that it speaks to."""
    places: dict[str, dict[str, str]] = {}
    for name, one in _heard(look(owner, now=clock.now())):
        places.setdefault(name, {})[one.opportunity] = ", ".join(
            part for part in (one.employer, one.role) if part
        )
    return {name: tuple(found.items()) for name, found in places.items()}


def _heard(found: Today) -> Iterator[tuple[str, Item | Alone]]:
    for item in (*found.do, *found.later):
        for reason in item.step.because:
            yield reason.rule, item
    for one in found.alone:
        because = (
            one.restraint.because if one.restraint else one.silence.because if one.silence else ()
        )
        for reason in because:
            yield reason.rule, one
