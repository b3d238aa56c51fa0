"""What counts: the rows that nothing replaces, opportunity by opportunity.

With each comes what its plan needs from around it: what the candidate decided about the rulebook,
and what went to and fro over other roles at the same employer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from django.db.models import QuerySet

from afterword.accounts.models import User
from afterword.journal import models
from afterword.journal.rulings import rulings

Kind = TypeVar("Kind", bound=models.Row)
Changes = Mapping[int, models.Change]


class Beside(msgspec.Struct, frozen=True):
    """Another opportunity at the same employer, as far as it concerns this one."""

    facts: models.Facts
    people: tuple[models.Person, ...] = ()
    events: tuple[models.Event, ...] = ()


class Held(msgspec.Struct, frozen=True):
    """One opportunity with every row that counts, each kind in its order."""

    opportunity: models.Opportunity
    facts: models.Facts
    people: tuple[models.Person, ...] = ()
    events: tuple[models.Event, ...] = ()
    notes: tuple[models.Note, ...] = ()
    drafts: tuple[models.Draft, ...] = ()
    choices: tuple[models.Choice, ...] = ()
    rulings: tuple[models.Ruling, ...] = ()
    beside: tuple[Beside, ...] = ()

    @property
    def uid(self) -> str:
        """The name of the opportunity in addresses and files."""
        return self.opportunity.uid


class Part(msgspec.Struct, frozen=True):
    """Which part of a journal is asked for: one opportunity, some by their numbers, or all.

    With `bare` come neither notes nor drafts nor choices, which no plan is made of.
    """

    uid: str | None = None
    some: frozenset[int] | None = None
    bare: bool = False


ALL = Part()
FEW = 500
"""More than so many are not named one by one: SQLite counts what a query names."""


def held(
    owner: User, part: Part = ALL, decided: Sequence[models.Ruling] | None = None
) -> tuple[Held, ...]:
    """Return an owner's opportunities, oldest first, in nine queries, however many there are.

    `decided` is what counts of their decisions about the rulebook, where that is known already.
    """
    facts = _facts(owner, part)
    # In a whole journal, rows share their changes: to read one for each would cost as much again.
    changes = {row.pk: row for row in owner.changes.all()} if part == ALL else {}
    near = _near(owner, part, facts, changes)
    notes = by_opportunity(_around(models.Note, owner, part), changes)
    drafts = by_opportunity(_around(models.Draft, owner, part), changes)
    choices = by_opportunity(_around(models.Choice, owner, part), changes)
    decided = tuple(rulings(owner) if decided is None and facts else decided or ())
    houses = _houses(near.values())
    return tuple(
        Held(
            opportunity=fact.opportunity,
            facts=fact,
            people=near[fact.opportunity_id].people,
            events=near[fact.opportunity_id].events,
            notes=tuple(notes[fact.opportunity_id]),
            drafts=tuple(drafts[fact.opportunity_id]),
            choices=tuple(choices[fact.opportunity_id]),
            rulings=decided,
            beside=tuple(
                other for other in houses[house(fact.employer)] if other.facts.pk != fact.pk
            ),
        )
        for fact in facts
    )


def house(employer: str) -> str:
    """Return an employer's name without regard to capitals and spaces; empty where it has none."""
    return " ".join(employer.split()).casefold()


def _facts(owner: User, part: Part) -> list[models.Facts]:
    rows = _rows(models.Facts, owner, part).select_related("opportunity", "change")
    return [
        row
        for row in rows.order_by("opportunity")
        if part.some is None or row.opportunity_id in part.some
    ]


def _near(
    owner: User, part: Part, facts: Sequence[models.Facts], changes: Changes
) -> dict[int, Beside]:
    """Return what is asked for, and whatever else there is at the same employers, by number."""
    beside = () if part == ALL else _beside(owner, facts)
    both = [*facts, *beside]
    around = Part(some=frozenset(row.opportunity_id for row in both)) if beside else part
    people = by_opportunity(_rows(models.Person, owner, around), changes)
    events = by_opportunity(_rows(models.Event, owner, around), changes)
    return {
        row.opportunity_id: Beside(
            row, tuple(people[row.opportunity_id]), tuple(events[row.opportunity_id])
        )
        for row in both
    }


def _beside(owner: User, facts: Sequence[models.Facts]) -> Sequence[models.Facts]:
    """Return what is known of the others at the employers of some opportunities."""
    houses = {house(row.employer) for row in facts} - {""}
    mine = {row.opportunity_id for row in facts}
    named = _rows(models.Facts, owner, ALL).values_list("opportunity_id", "employer")
    others = {number for number, employer in named if house(employer) in houses} - mine
    return _facts(owner, Part(some=frozenset(others))) if others else ()


def _houses(near: Iterable[Beside]) -> Mapping[str, list[Beside]]:
    """Return which opportunities share an employer; one without a name shares it with none."""
    houses: dict[str, list[Beside]] = defaultdict(list)
    for one in near:
        if name := house(one.facts.employer):
            houses[name].append(one)
    return houses


def current(model: type[Kind], owner: User) -> QuerySet[Kind]:
    """Return the rows of one kind that count, in their order."""
    return _rows(model, owner, ALL)


def _rows(model: type[Kind], owner: User, part: Part) -> QuerySet[Kind]:
    rows: QuerySet[Kind] = model._default_manager.filter(owner=owner, gone=False)  # noqa: SLF001  Django's public name for it
    if part.uid is not None:
        rows = rows.filter(opportunity__uid=part.uid)
    if part.some is not None and len(part.some) <= FEW:
        rows = rows.filter(opportunity__in=part.some)
    rows = rows.filter(replaced_by__isnull=True)
    return rows.select_related("change").order_by("place", "uid")


def _around(model: type[Kind], owner: User, part: Part) -> QuerySet[Kind]:
    """Return rows that no plan is made of."""
    rows = _rows(model, owner, part)
    return rows.none() if part.bare else rows


def by_opportunity(rows: QuerySet[Kind], changes: Changes) -> Mapping[int, list[Kind]]:
    """Return rows in their order, by the number of their opportunity; none for one without.

    `changes` are those that are known already; without any, each row is read with its own.
    """
    sorted_out: dict[int, list[Kind]] = defaultdict(list)
    for row in rows.select_related(None) if changes else rows:
        if row.change_id in changes:
            row.change = changes[row.change_id]
        sorted_out[row.opportunity_id].append(row)
    return sorted_out
