"""One rule: what it says, why, who says so, when it holds, and the person's own word on it."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.accounts.models import User
from afterword.actions.called import called
from afterword.actions.decided import decisions
from afterword.actions.outlook import outlooks
from afterword.actions.rules import Scope, rules_to_read
from afterword.etiquette.rulebook.mark import Unit, parse
from afterword.etiquette.rulebook.override import fixed, windowed
from afterword.etiquette.rulebook.rule import ADVICE, LayerKind, Row, Rule
from afterword.etiquette.vocabulary import Say
from afterword.web import clock, phrases, visit
from afterword.web.conditions import conditions
from afterword.web.marks import UNITS, marked
from afterword.web.views.rulebook import speaking

SAYS: dict[Say, str | Promise] = {
    Say.DO: lazy("Do this:"),
    Say.MAY: lazy("You may:"),
    Say.PREFER: lazy("Better this way:"),
    Say.WAIT: lazy("Wait with this:"),
    Say.ASK: lazy("Ask first:"),
    Say.NO: lazy("Do not:"),
    Say.STOP: lazy("Stop, until they write:"),
}
LABELS = {
    "from_": lazy("Not before"),
    "best": lazy("Best by"),
    "until": lazy("Until"),
    "after": lazy("Too late after"),
}


class Place(msgspec.Struct, frozen=True):
    """Where a decision could hold: its value in the form, and how it is called."""

    value: str
    called: str


class Bound(msgspec.Struct, frozen=True):
    """One end of a window that could be another, as the form asks for it."""

    name: str
    label: str
    number: int
    unit: Unit
    usual: str


@require_safe
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """Show one rule of the rulebook."""
    owner = visit.owner(request)
    book = rules_to_read(owner)
    found = book.rules.get(name)
    if found is None:
        raise Http404
    row = found.row
    shown: dict[str, Any] = {
        "rule": found,
        "row": row,
        "called": called(name),
        "says": SAYS[row.say],
        "acts": [phrases.ACTS[act] for act in row.act],
        "when": tuple(conditions(row.when)),
        "unless": tuple(conditions(row.unless)),
        "window": tuple(_window(row)),
        "manner": tuple(_manner(row)),
        "speaks_to": speaking(owner).get(name, ()),
        "replaced": [other.id for other in book.rules.values() if name in other.row.replaces],
        "own": found.layer.kind is LayerKind.HOUSE,
        "fixed": fixed(found),
        "risk": risk(row),
        "widening": widening(row),
        "bounds": tuple(_bounds(found)),
        "units": tuple(UNITS.items()),
        "decisions": decisions(owner, name),
        "wheres": _places(owner, request.GET.get("for", "")),
    }
    return render(request, "rule.html", shown)


def risk(row: Row) -> str:
    """Return what it risks to turn a rule off."""
    if row.say is Say.PREFER:
        return _("Without it, another way may come first.")
    if row.say in ADVICE:
        return _("Without it, Afterword no longer proposes this, and does not remind you of it.")
    return _(
        "It holds you back for the reason above. Without it, Afterword lets you go ahead, and what "
        "was sent cannot be called back."
    )


def widening(row: Row) -> str:
    """Return what it risks to widen a window."""
    if row.say is Say.WAIT:
        return _("A shorter wait lets you do more than most advise. It can be undone.")
    return _("A wider window lets you do more than most advise. It can be undone.")


def _window(row: Row) -> Iterator[tuple[str, str]]:
    if row.channel:
        yield _("Ways"), ", ".join(str(phrases.BY[way]) for way in row.channel)
    for field, label in LABELS.items():
        text = getattr(row, field)
        if text:
            yield str(label), marked(text)


def _manner(row: Row) -> Iterator[tuple[str, str]]:
    texts = (
        *((_("Tone"), row.tone), (_("Length"), row.length), (_("Limit"), row.limit)),
        *((_("Better"), row.better), (_("When it is too late"), row.late)),
    )
    yield from ((label, text) for label, text in texts if text)


def _bounds(found: Rule) -> Iterator[Bound]:
    for name in windowed(found):
        text = getattr(found.row, name)
        mark = parse(text)
        yield Bound(name, str(LABELS[name]), abs(mark.amount), mark.unit, marked(text))


def _places(owner: User, first: str) -> Sequence[Place]:
    """Return where a decision could hold: the place that was come from, everywhere, the others."""
    known = outlooks(owner, now=clock.now())
    employers = {one.house: one for one in known if one.house}
    here = [
        Place(f"{Scope.EMPLOYER}:{one.uid}", _("at %(where)s") % {"where": one.employer})
        for one in employers.values()
    ]
    several = [one for one in known if sum(one.house == other.house for other in known) > 1]
    there = [
        Place(f"{Scope.OPPORTUNITY}:{one.uid}", f"{one.employer}, {one.role}")
        for one in several
        if one.house
    ]
    everywhere = Place(str(Scope.EVERYWHERE), _("everywhere"))
    came = next((one.house for one in known if one.uid == first), "")
    mine = employers[came].uid if came else ""
    chosen = [one for one in here if one.value == f"{Scope.EMPLOYER}:{mine}"]
    rest = [one for one in (*here, *there) if one not in chosen]
    return [*chosen, everywhere, *rest]
