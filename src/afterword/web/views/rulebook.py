"""The rulebook: every rule, why it is there, who says so, and where it speaks to you now."""

from collections.abc import Iterator
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.accounts.models import User
from afterword.actions.planning import book
from afterword.actions.today import Today
from afterword.actions.today import today as look
from afterword.etiquette.rulebook.rule import Clause, Rule, Value
from afterword.etiquette.vocabulary import Basis
from afterword.web import clock, phrases, visit

PARTS = (
    ("base", lazy("Everywhere")),
    ("region", lazy("By country")),
    ("sector", lazy("By what they do")),
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
    applies = speaking(visit.owner(request))
    chapters = [
        Chapter(page.layer.title, str(page.layer.kind), found)
        for page in book().pages
        if (
            found := tuple(
                rule for name in page.rows if _fits(rule := book().rules[name], words, basis)
            )
        )
    ]
    shown = {
        "chapters": chapters,
        "parts": [(title, [one for one in chapters if one.kind == kind]) for kind, title in PARTS],
        "count": sum(len(chapter.rules) for chapter in chapters),
        "applies": applies,
        "now": [book().rules[name] for name in applies if name in book().rules],
        "q": request.GET.get("q", ""),
        "basis": basis,
        "bases": [(str(one), phrases.AUTHORITY[one]) for one in Basis if one is not Basis.HOUSE],
        "searched": bool(words or basis),
    }
    return render(request, "rulebook.html", shown)


@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """Show one rule: what it says, why, on whose authority, when it holds, and who dissents."""
    found = book().rules.get(name)
    if found is None:
        raise Http404
    shown: dict[str, Any] = {
        "rule": found,
        "row": found.row,
        "says": says()[str(found.row.say)],
        "acts": [phrases.ACTS[act] for act in found.row.act],
        "details": tuple(details(found)),
        "speaks_to": speaking(visit.owner(request)).get(name, ()),
        "replaced": [other.id for other in book().rules.values() if name in other.row.replaces],
    }
    return render(request, "rule.html", shown)


def says() -> dict[str, str]:
    """Return what each word of a row means, in a sentence."""
    return {
        "do": _("Do this."),
        "may": _("You may."),
        "prefer": _("This way is the better one."),
        "wait": _("Wait with this."),
        "ask": _("Ask first."),
        "no": _("Do not."),
        "stop": _("Stop: nothing more of this kind until they write."),
    }


def _fits(one: Rule, words: list[str], basis: str) -> bool:
    row = one.row
    text = " ".join(
        [one.id, row.why, row.better, row.disagree, *row.act, one.layer.title]
    ).casefold()
    return all(word in text for word in words) and basis in {"", str(row.basis)}


def speaking(owner: User) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the rules that speak on Today, each with the opportunities that it speaks to."""
    places: dict[str, dict[str, str]] = {}
    for name, uid, employer in _heard(look(owner, now=clock.now())):
        places.setdefault(name, {})[uid] = employer
    return {name: tuple(found.items()) for name, found in places.items()}


def _heard(found: Today) -> Iterator[tuple[str, str, str]]:
    for item in (*found.do, *found.later):
        for reason in item.step.because:
            yield reason.rule, item.opportunity, item.employer
    for one in found.alone:
        because = (
            one.restraint.because if one.restraint else one.silence.because if one.silence else ()
        )
        for reason in because:
            yield reason.rule, one.opportunity, one.employer


def details(one: Rule) -> Iterator[tuple[str, str]]:
    """Yield when a rule holds and how its act is done, a label and a text each."""
    row = one.row
    if row.channel:
        yield _("Ways"), ", ".join(str(phrases.BY[way]) for way in row.channel)
    for label, clause in ((_("When"), row.when), (_("Unless"), row.unless)):
        if clause:
            yield label, _clause(clause)
    bounds = (
        (_("Not before"), row.from_),
        (_("Best by"), row.best),
        (_("Until"), row.until),
        (_("After"), row.after),
    )
    yield from ((label, mark) for label, mark in bounds if mark)
    texts = (
        *((_("Tone"), row.tone), (_("Length"), row.length), (_("Limit"), row.limit)),
        *((_("Better"), row.better), (_("When it is too late"), row.late)),
    )
    yield from ((label, text) for label, text in texts if text)


def _clause(clause: Clause) -> str:
    return "; ".join(f"{key}: {_value(value)}" for key, value in clause.items())


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _(" or ").join(value) if isinstance(value, (tuple, list)) else str(value)
