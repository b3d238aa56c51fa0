"""The journal as a file: every row with its history, so that nothing is lost on the way.

Version 1. Rows are named by their `uid`; a row of the same name is the same row, so that reading a
file a second time adds nothing. A later version that means something else gets another number.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from afterword.accounts.models import User
from afterword.journal import models

VERSION: Literal[1] = 1
Uid = str


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An action: its name, what was undone with it, and when it was done."""

    uid: Uid
    batch: Uid
    verb: str
    made: datetime


class Row(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What every row has."""

    uid: Uid
    change: Uid
    place: int
    replaces: Uid | None = None
    gone: bool = False


class Facts(Row, frozen=True, kw_only=True):
    """A row of `models.Facts`."""

    name: str | None = None
    timezone: str
    role: str
    employer: str
    sector: str
    country: str
    via: str
    gift_policy: str
    rest: dict[str, Any] = {}


class Person(Row, frozen=True, kw_only=True):
    """A row of `models.Person`."""

    key: str
    name: str
    role: str
    email: str | bool | None = None
    postal_address: str | bool | None = None
    works_for: str


class Event(Row, frozen=True, kw_only=True):
    """A row of `models.Event`."""

    kind: str
    on: str
    payload: dict[str, Any] = {}


class Note(Row, frozen=True, kw_only=True):
    """A row of `models.Note`."""

    stem: str
    text: str
    about: str = ""


class Draft(Row, frozen=True, kw_only=True):
    """A row of `models.Draft`."""

    step: str
    channel: str
    subject: str = ""
    text: str
    variant: int = 0
    state: str


class Choice(Row, frozen=True, kw_only=True):
    """A row of `models.Choice`."""

    step: str
    decision: str
    until: date | None = None


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An opportunity with its whole history."""

    uid: Uid
    changes: tuple[Change, ...]
    facts: tuple[Facts, ...]
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    drafts: tuple[Draft, ...] = ()
    choices: tuple[Choice, ...] = ()


class Journal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file: its format and version, and the opportunities."""

    format: Literal["afterword-journal"]
    version: Literal[1]
    opportunities: tuple[Book, ...]


KINDS: tuple[tuple[str, type[models.Row], type[Row]], ...] = (
    ("facts", models.Facts, Facts),
    ("people", models.Person, Person),
    ("events", models.Event, Event),
    ("notes", models.Note, Note),
    ("drafts", models.Draft, Draft),
    ("choices", models.Choice, Choice),
)


def journal(owner: User, uid: str | None = None) -> Journal:
    """Return an owner's journal, or one opportunity of it, in an order that is always the same."""
    opportunities = owner.opportunities.order_by("uid")
    if uid is not None:
        opportunities = opportunities.filter(uid=uid)
    return Journal("afterword-journal", VERSION, tuple(_book(row) for row in opportunities))


def _book(opportunity: models.Opportunity) -> Book:
    changes = opportunity.changes.order_by("made", "uid")
    kinds: dict[str, Any] = {
        field: tuple(_rows(model, shape, opportunity)) for field, model, shape in KINDS
    }
    return Book(
        uid=opportunity.uid,
        changes=tuple(Change(one.uid, one.batch, one.verb, one.made) for one in changes),
        **kinds,
    )


def _rows(
    model: type[models.Row], shape: type[Row], opportunity: models.Opportunity
) -> Iterator[Row]:
    rows = model._default_manager.filter(opportunity=opportunity)  # noqa: SLF001  Django's public name for it
    for row in rows.select_related("change", "replaces").order_by("place", "uid"):
        yield shape(
            uid=row.uid,
            change=row.change.uid,
            place=row.place,
            replaces=row.replaces.uid if row.replaces else None,
            gone=row.gone,
            **{field: getattr(row, field) for field in row.FIELDS},
        )


def in_turn(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows so that each comes after the one it replaces; rows that go in a circle never."""
    waiting = list(rows)
    names = {row.uid for row in rows}
    done: set[str] = set()
    while waiting:
        ready = [row for row in waiting if row.replaces not in names or row.replaces in done]
        if not ready:
            return
        yield from ready
        done |= {row.uid for row in ready}
        waiting = [row for row in waiting if row.uid not in done]
