"""What a candidate decided about the rulebook, ready to be shown."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.called import called
from afterword.actions.rules import Ruled, Scope
from afterword.journal import models
from afterword.journal.held import Held, current, house
from afterword.journal.rulings import rulings
from afterword.tongue import gettext as _


class Decided(msgspec.Struct, frozen=True):
    """A decision about a rule: what it says in a sentence, where it holds, and since when.

    `uid` is what takes it back; `bounds` are the new ones of its window, by name.
    """

    uid: str
    rule: str
    off: bool
    bounds: Mapping[str, str]
    scope: Scope
    where: str
    said: str
    made: datetime


def decisions(owner: User, rule: str = "") -> tuple[Decided, ...]:
    """Return an owner's decisions about rules, or about one of them, the oldest first."""
    rows = [row for row in rulings(owner) if row.decision != Ruled.LAYER]
    wanted = [row for row in rows if rule in {"", row.rule}]
    places = _places(owner) if wanted else {}
    return tuple(_decided(row, places.get(row.where, row.where)) for row in wanted)


def decided_for(held: Held) -> Iterator[Decided]:
    """Yield what was decided about rules for one opportunity, or for its employer."""
    facts = held.facts
    here = {Scope.EMPLOYER: house(facts.employer), Scope.OPPORTUNITY: held.uid}
    for row in held.rulings:
        if row.decision != Ruled.LAYER and here.get(Scope(row.scope)) == row.where:
            yield _decided(row, facts.employer)


def _places(owner: User) -> dict[str, str]:
    """Return how employers and opportunities are called, by what tells them in a decision."""
    return dict(_names(current(models.Facts, owner).select_related("opportunity")))


def _names(facts: Iterable[models.Facts]) -> Iterator[tuple[str, str]]:
    for row in facts:
        yield house(row.employer), row.employer
        yield row.opportunity.uid, named(row)


def named(facts: models.Facts) -> str:
    """Return what people call an opportunity."""
    return ", ".join(part for part in (facts.employer, facts.role) if part)


def _decided(row: models.Ruling, where: str) -> Decided:
    off, scope = row.decision == Ruled.OFF, Scope(row.scope)
    return Decided(
        uid=row.uid,
        rule=row.rule,
        off=off,
        bounds=row.terms,
        scope=scope,
        where=where,
        said=said(row.rule, place(scope, where), off=off),
        made=row.change.made,
    )


def said(rule: str, place: str, *, off: bool) -> str:
    """Return a decision as a sentence, with where it holds."""
    told = _("You turned off “{rule}”") if off else _("You changed the window of “{rule}”")
    return f"{told.format(rule=called(rule))}{place}."


def place(scope: Scope, where: str) -> str:
    """Return where a decision holds, as the end of a sentence."""
    match scope:
        case Scope.EVERYWHERE:
            return ""
        case Scope.EMPLOYER:
            return _(" at {employer}").format(employer=where)
        case Scope.OPPORTUNITY:
            return _(" for {opportunity}").format(opportunity=where)
