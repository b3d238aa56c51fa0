"""The one hand that writes in the journal: rows of one change, added, replaced or taken out."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import uuid4

import msgspec
from django.db.models import Max

from afterword.accounts.models import User
from afterword.etiquette.situation import Situation
from afterword.journal import models, situation

Kind = TypeVar("Kind", bound=models.Kept)


class Hand:
    """Writes one change; its row is written with the first stroke."""

    def __init__(self, change: models.Change, **among: Any) -> None:  # noqa: ANN401  any column
        """Begin a change among the rows that have these fields."""
        self.change = change
        self.wrote = False
        self._among = {"owner": change.owner, **among}
        self._next: dict[type[models.Kept], int] = {}

    def add(self, model: type[Kind], **fields: Any) -> Kind:  # noqa: ANN401  any column
        """Add a row at the end of its kind."""
        return self._write(model, place=self._place(model), **fields)

    def replace(self, row: Kind, **fields: Any) -> Kind:  # noqa: ANN401  any column
        """Put a row in another's place, with these fields changed."""
        kept = {field: getattr(row, field) for field in (*row.FIELDS, "gone")}
        return self._write(type(row), place=row.place, replaces=row, **{**kept, **fields})

    def remove(self, row: Kind) -> Kind:
        """Let a row count no longer."""
        return self.replace(row, gone=True)

    def revert(self, row: Kind) -> Kind:
        """Replace a row with what was there before it, or with nothing."""
        before = row.replaces
        if before is None:
            return self.remove(row)
        fields = {field: getattr(before, field) for field in (*before.FIELDS, "gone")}
        return self.replace(row, **fields)

    def _write(self, model: type[Kind], **fields: Any) -> Kind:  # noqa: ANN401  any column
        if not self.wrote:
            self.change.save(force_insert=True)
            self.wrote = True
        row = model(change=self.change, uid=new_uid(), **self._among, **fields)
        row.save(force_insert=True)
        return row

    def _place(self, model: type[models.Kept]) -> int:
        if model not in self._next:
            rows = model._default_manager.filter(**self._among)  # noqa: SLF001  Django's public name for it
            last = rows.aggregate(last=Max("place"))["last"]
            self._next[model] = 0 if last is None else last + 1
        place = self._next[model]
        self._next[model] = place + 1
        return place


class Pen(Hand):
    """Writes one change of one opportunity."""

    def __init__(
        self, opportunity: models.Opportunity, verb: str, *, now: datetime, batch: str = ""
    ) -> None:
        """Begin a change; without a `batch` it is one of its own."""
        self.opportunity = opportunity
        change = _change(opportunity.owner, verb, batch, now)
        change.opportunity = opportunity
        super().__init__(change, opportunity=opportunity)


class Gavel(Hand):
    """Writes one change of what somebody decided about the rulebook."""

    def __init__(self, owner: User, verb: str, *, now: datetime, batch: str = "") -> None:
        """Begin a change; without a `batch` it is one of its own."""
        super().__init__(_change(owner, verb, batch, now))


def _change(owner: User, verb: str, batch: str, now: datetime) -> models.Change:
    uid = new_uid()
    return models.Change(owner=owner, uid=uid, batch=batch or uid, verb=verb, made=now)


class Called(msgspec.Struct, frozen=True):
    """Names for a new opportunity and its change, where they are not made up."""

    uid: str = ""
    verb: str = "added"
    batch: str = ""


def enter(told: Situation, owner: User, *, now: datetime, called: Called | None = None) -> Pen:
    """Write a whole situation down as a new opportunity; return the pen that wrote it."""
    names = called or Called()
    opportunity = models.Opportunity.objects.create(owner=owner, uid=names.uid or new_uid())
    pen = Pen(opportunity, names.verb, now=now, batch=names.batch)
    pen._next = dict.fromkeys(models.ROWS, 0)  # noqa: SLF001  nothing stands in a new one: no need to ask
    rest = situation.rest_of(told)
    facts = situation.facts_fields(told.opportunity, told.timezone, told.id, rest)
    pen.add(models.Facts, **facts)
    for person in told.people:
        pen.add(models.Person, **situation.person_fields(person))
    for event in told.events:
        pen.add(models.Event, **situation.event_fields(event))
    return pen


def new_uid() -> str:
    """Return a name that nothing else has."""
    return uuid4().hex
