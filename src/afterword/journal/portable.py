"""The journal as a file: every row with its history, so that nothing is lost on the way.

Version 1. Rows are named by their `uid`; a row of the same name is the same row, so that reading a
file a second time adds nothing. A later version that means something else gets another number.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from django.db.models import QuerySet

from afterword.accounts.models import User
from afterword.etiquette.vocabulary import Channel
from afterword.journal import models
from afterword.letters.notes import Stem

VERSION: Literal[1] = 1
Shape = TypeVar("Shape", bound="Row")
Table = TypeVar("Table", bound=models.Kept)
# A uid stands in addresses, where a point at the beginning would mean another place.
Uid = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,63}\Z")]
Word = Annotated[str, msgspec.Meta(max_length=models.WORD)]
Name = Annotated[str, msgspec.Meta(max_length=models.ID)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An action: its name, what was undone with it, and when it was done."""

    uid: Uid
    batch: Uid
    verb: Word
    made: Annotated[datetime, msgspec.Meta(tz=True)]


class Row(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What every row has."""

    uid: Uid
    change: Uid
    place: Count
    replaces: Uid | None = None
    gone: bool = False


class Facts(Row, frozen=True, kw_only=True):
    """A row of `models.Facts`."""

    name: str | None = None
    timezone: str
    role: str
    employer: str
    sector: Word
    country: Word
    via: Word
    gift_policy: Word
    rest: dict[str, Any] = {}


class Person(Row, frozen=True, kw_only=True):
    """A row of `models.Person`."""

    key: str
    name: str
    role: Word
    email: str | bool | None = None
    postal_address: str | bool | None = None
    works_for: Word


class Event(Row, frozen=True, kw_only=True):
    """A row of `models.Event`."""

    kind: Word
    on: Word
    payload: dict[str, Any] = {}
    message: Name = ""


class Note(Row, frozen=True, kw_only=True):
    """A row of `models.Note`."""

    stem: Stem
    text: str
    about: str = ""


class Draft(Row, frozen=True, kw_only=True):
    """A row of `models.Draft`."""

    step: str
    channel: Channel
    subject: str = ""
    text: str
    variant: Count = 0
    state: Literal["open", "copied", "sent"]


class Choice(Row, frozen=True, kw_only=True):
    """A row of `models.Choice`."""

    step: str
    decision: Literal["not-this-time", "later", "did-it"]
    until: date | None = None


class Ruling(Row, frozen=True, kw_only=True):
    """A row of `models.Ruling`."""

    rule: str = ""
    decision: Literal["off", "window", "layer"]
    scope: Literal["everywhere", "employer", "opportunity"]
    where: str = ""
    terms: dict[str, str] = {}


class Decided(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was decided about the rulebook, with its whole history."""

    changes: tuple[Change, ...] = ()
    rulings: tuple[Ruling, ...] = ()


class Message(Row, frozen=True, kw_only=True):
    """A row of `models.Message`."""

    identity: Name
    opportunity: Name = ""
    sent: Annotated[datetime, msgspec.Meta(tz=True)]
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    message_id: str = ""
    thread: list[str] = []
    kind: Word
    automatic: bool = False
    human: bool = False
    person: str = ""
    because: Word
    candidates: list[str] = []
    evidence: str = ""
    applied: list[dict[str, Any]] = []
    proposed: list[dict[str, Any]] = []
    calendar: dict[str, Any] = {}
    state: Word
    body: str = ""


class Taught(Row, frozen=True, kw_only=True):
    """A row of `models.Taught`."""

    address: str
    opportunity: Name


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What came by mail, and what was learned of it, with its whole history."""

    changes: tuple[Change, ...] = ()
    messages: tuple[Message, ...] = ()
    taught: tuple[Taught, ...] = ()


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


class Journal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file: its format and version, the opportunities, and what holds for all of them.

    That is how the person signs and writes, what they decided about the rulebook, and their mail.
    """

    format: Literal["afterword-journal"]
    version: Literal[1]
    opportunities: tuple[Book, ...]
    preferences: dict[str, Any] = {}
    decided: Decided | None = None
    mail: Mail | None = None


KINDS: tuple[tuple[str, type[models.Row], type[Row]], ...] = (
    ("facts", models.Facts, Facts),
    ("people", models.Person, Person),
    ("events", models.Event, Event),
    ("notes", models.Note, Note),
    ("drafts", models.Draft, Draft),
    ("choices", models.Choice, Choice),
)


def journal(
    owner: User, uid: str | None = None, preferences: dict[str, Any] | None = None
) -> Journal:
    """Return an owner's journal, or one opportunity of it, in an order that is always the same."""
    opportunities = owner.opportunities.order_by("uid")
    changes = owner.changes.order_by("made", "uid")
    if uid is not None:
        opportunities, changes = opportunities.filter(uid=uid), changes.filter(opportunity__uid=uid)
    told: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for one in changes:
        if one.opportunity_id is not None:  # the others are told with what was decided
            told[one.opportunity_id]["changes"].append(_change(one))
    for field, model, shape in KINDS:
        for number, row in _rows(model, shape, owner, uid):
            told[number][field].append(row)
    empty: dict[str, Any] = dict.fromkeys(("changes", *(field for field, _, _ in KINDS)), ())
    books = tuple(
        Book(uid=one.uid, **empty | {name: tuple(rows) for name, rows in told[one.pk].items()})
        for one in opportunities
    )
    decided = _decided(owner, uid)
    return Journal(
        "afterword-journal", VERSION, books, preferences or {}, decided, _mail(owner, uid)
    )


def _change(row: models.Change) -> Change:
    return Change(row.uid, row.batch, row.verb, row.made)


def _rows(
    model: type[models.Row], shape: type[Row], owner: User, uid: str | None
) -> Iterator[tuple[int, Row]]:
    """Yield the rows of one kind, each with the number of its opportunity, in their order."""
    rows = model._default_manager.filter(owner=owner)  # noqa: SLF001  Django's public name for it
    if uid is not None:
        rows = rows.filter(opportunity__uid=uid)
    for row in rows.select_related("change", "replaces").order_by("place", "uid"):
        yield row.opportunity_id, _row(row, shape)


def _row(row: models.Kept, shape: type[Shape]) -> Shape:
    return shape(
        uid=row.uid,
        change=row.change.uid,
        place=row.place,
        replaces=row.replaces.uid if row.replaces else None,
        gone=row.gone,
        **{field: getattr(row, field) for field in row.FIELDS},
    )


def _decided(owner: User, uid: str | None) -> Decided | None:
    """Return what was decided about the rulebook; for one opportunity, about it alone."""
    rows = models.Ruling.objects.filter(owner=owner).select_related("change", "replaces")
    if uid is not None:
        rows = rows.filter(scope="opportunity", where=uid)
    found = tuple(rows.order_by("place", "uid"))
    if not found:
        return None
    return Decided(_changes(found), tuple(_row(row, Ruling) for row in found))


def _mail(owner: User, uid: str | None) -> Mail | None:
    """Return what came by mail; for one opportunity, whatever was ever told of it."""
    messages = _in_order(models.Message.objects.filter(owner=owner))
    taught = _in_order(models.Taught.objects.filter(owner=owner))
    if uid is not None:
        named = {row.identity for row in messages if row.opportunity == uid}
        messages = [row for row in messages if row.identity in named]
        taught = [row for row in taught if row.opportunity == uid and row.replaces is None]
    if not (messages or taught):
        return None
    return Mail(
        _changes([*messages, *taught]),
        tuple(_row(row, Message) for row in messages),
        tuple(_row(row, Taught) for row in taught),
    )


def _in_order(rows: QuerySet[Table]) -> list[Table]:
    return list(rows.select_related("change", "replaces").order_by("place", "uid"))


def _changes(rows: Sequence[models.Kept]) -> tuple[Change, ...]:
    """Return the changes that wrote some rows, in the order of time."""
    changes = {row.change.uid: row.change for row in rows}.values()
    return tuple(map(_change, sorted(changes, key=lambda one: (one.made, one.uid))))


def in_turn(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows so that each comes after the one it replaces; rows that go in a circle never."""
    names = {row.uid for row in rows}
    after: dict[str, list[Row]] = {}
    ready: deque[Row] = deque()
    for row in rows:
        if row.replaces is None or row.replaces not in names:
            ready.append(row)
        else:
            after.setdefault(row.replaces, []).append(row)
    while ready:
        row = ready.popleft()
        yield row
        ready.extend(after.pop(row.uid, ()))
