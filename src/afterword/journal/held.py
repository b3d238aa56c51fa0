"""What counts: the rows that nothing replaces, opportunity by opportunity."""

from collections import defaultdict
from typing import TypeVar

import msgspec
from django.db.models import QuerySet

from afterword.accounts.models import User
from afterword.journal import models

Kind = TypeVar("Kind", bound=models.Row)


class Held(msgspec.Struct, frozen=True):
    """One opportunity with every row that counts, each kind in its order."""

    opportunity: models.Opportunity
    facts: models.Facts
    people: tuple[models.Person, ...] = ()
    events: tuple[models.Event, ...] = ()
    notes: tuple[models.Note, ...] = ()
    drafts: tuple[models.Draft, ...] = ()
    choices: tuple[models.Choice, ...] = ()

    @property
    def uid(self) -> str:
        """The name of the opportunity in addresses and files."""
        return self.opportunity.uid


class Part(msgspec.Struct, frozen=True):
    """Which part of a journal is asked for: one opportunity, or all."""

    uid: str | None = None


ALL = Part()


def held(owner: User, part: Part = ALL) -> tuple[Held, ...]:
    """Return an owner's opportunities, oldest first, in seven queries however many there are."""
    facts = (
        _rows(models.Facts, owner, part)
        .select_related("opportunity", "change")
        .order_by("opportunity")
    )
    people = _by_opportunity(_rows(models.Person, owner, part))
    events = _by_opportunity(_rows(models.Event, owner, part))
    notes = _by_opportunity(_rows(models.Note, owner, part))
    drafts = _by_opportunity(_rows(models.Draft, owner, part))
    choices = _by_opportunity(_rows(models.Choice, owner, part))
    return tuple(
        Held(
            opportunity=fact.opportunity,
            facts=fact,
            people=tuple(people[fact.opportunity_id]),
            events=tuple(events[fact.opportunity_id]),
            notes=tuple(notes[fact.opportunity_id]),
            drafts=tuple(drafts[fact.opportunity_id]),
            choices=tuple(choices[fact.opportunity_id]),
        )
        for fact in facts
    )


def current(model: type[Kind], owner: User) -> QuerySet[Kind]:
    """Return the rows of one kind that count, in their order."""
    return _rows(model, owner, ALL)


def _rows(model: type[Kind], owner: User, part: Part) -> QuerySet[Kind]:
    rows: QuerySet[Kind] = model._default_manager.filter(owner=owner, gone=False)  # noqa: SLF001  Django's public name for it
    if part.uid is not None:
        rows = rows.filter(opportunity__uid=part.uid)
    rows = rows.filter(replaced_by__isnull=True)
    return rows.select_related("change").order_by("place", "uid")


def _by_opportunity(rows: QuerySet[Kind]) -> dict[int, list[Kind]]:
    sorted_out: dict[int, list[Kind]] = defaultdict(list)
    for row in rows:
        sorted_out[row.opportunity_id].append(row)
    return sorted_out
