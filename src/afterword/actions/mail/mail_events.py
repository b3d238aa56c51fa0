"""What messages add to the events of an opportunity, and how that is written: as a difference.

What stands there follows from the messages alone, and not from the order in which they came in. Of
an entry in a calendar its newest state counts. What the candidate put right by hand stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from afterword.accounts.models import User
from afterword.actions.mail.decision import at_home, pausing, read
from afterword.actions.mail.known_mail import addresses
from afterword.actions.settle import settle
from afterword.actions.values import Changed, Replanned
from afterword.etiquette.events import Event, InterviewMissed, InterviewScheduled, Rejected
from afterword.etiquette.problem import Problem
from afterword.journal import mail, models, portable
from afterword.journal.held import Held, Part, held
from afterword.journal.pen import Gavel, Pen
from afterword.journal.situation import event_fields
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.matching import Because
from afterword.tongue import gettext as _

TAKEN, ANSWERED = "mail", "answered-mail"
OWN_WORD = ("corrected", "removed-event")
"""Verbs of changes in which the candidate put an event right."""


class State(StrEnum):
    """How far a message has come: `own` is the candidate's, `asked` belongs nobody knows where."""

    OWN = "own"
    APPLIED = "applied"
    PROPOSED = "proposed"
    ASKED = "asked"
    DISMISSED = "dismissed"
    UNDONE = "undone"


WAITING = (State.PROPOSED, State.ASKED)
SILENT = {State.OWN, State.DISMISSED, State.UNDONE}


def write(hand: Gavel, touched: Sequence[models.Message], places: set[str], said: str) -> Changed:
    """Bring the events of some places up to what the messages say, and say what that changed.

    `touched` are rows as they count from now on, written by this hand; call it last, within the
    transaction. Raises Malformed where the events would make no sense.
    """
    owner, now = hand.change.owner, hand.change.made
    group = mail.together(owner, touched)
    done = [
        changed
        for uid in sorted(places - {""})
        for changed in _settled(owner, uid, hand, group, said)
    ]
    return _together(hand.change.batch, said, now, done)


def places_of(row: models.Message) -> set[str]:
    """Return the uids of the opportunities that a message speaks to, or may."""
    return {row.opportunity} if row.opportunity else set(row.candidates)


def _settled(
    owner: User, uid: str, hand: Gavel, group: Sequence[models.Message], said: str
) -> Iterator[Changed]:
    """Yield what changed in one opportunity; nothing where it was taken out since."""
    for before in held(owner, Part(uid=uid)):
        change = hand.change
        pen = Pen(before.opportunity, change.verb, now=change.made, batch=change.batch)
        retell(pen, before, group)
        yield settle(pen, before, said)


def retell(pen: Pen, book: Held, group: Sequence[models.Message]) -> None:
    """Have the events of an opportunity as messages tell them; whoever holds the pen settles it."""
    for row in group:
        _reconcile(pen, book, row, wanted(row, book, group))


def wanted(row: models.Message, book: Held, group: Sequence[models.Message]) -> list[Event]:
    """Return the events that a message gives an opportunity, among those of the same entry."""
    if row.state in SILENT or book.uid not in places_of(row):
        return []
    events: Iterable[Event] = [read(one).event for one in row.applied]
    if row.calendar.get("uid"):
        events = [one for one in events if _counts(one, row, book, group)]
    if not row.opportunity:
        events = pausing(events)
    people = addresses(book)
    home = [found for one in events if (found := at_home(one, people)) is not None]
    return list(dict.fromkeys(_placed(one, book) for one in home))


def _placed(event: Event, book: Held) -> Event:
    """Return a rejection with whether it followed on an interview, which no letter tells."""
    if not isinstance(event, Rejected):
        return event
    met = any(row.kind == "interview" for row in book.events)
    return msgspec.structs.replace(event, interviewed=met)


def _counts(event: Event, row: models.Message, book: Held, group: Sequence[models.Message]) -> bool:
    """Return whether what a calendar said was not said anew, of the same entry, by another."""
    if not isinstance(event, InterviewScheduled | InterviewMissed):
        return True
    same = [
        other
        for other in group
        if other.calendar.get("uid") == row.calendar["uid"]
        and other.state not in SILENT
        and book.uid in places_of(other)
    ]
    newest = max(same, key=_age)
    if isinstance(event, InterviewMissed):
        return row.identity == newest.identity
    held_to = [other for other in same if not other.calendar.get("cancelled")]
    return row.identity == max(held_to, key=_age).identity


def _age(row: models.Message) -> tuple[int, datetime, str]:
    """Return what tells the newest state of an entry (RFC 5546, section 2.1.5)."""
    return row.calendar.get("sequence", 0), row.sent, row.identity


def _reconcile(pen: Pen, book: Held, row: models.Message, events: Sequence[Event]) -> None:
    """Have exactly these events of a message in an opportunity, unless it was put right by hand."""
    mine = [one for one in book.events if one.message == row.identity]
    if _is_put_right(book, row, mine):
        return
    missing = [event_fields(one) for one in events]
    surplus = []
    for one in mine:
        fields = {"kind": one.kind, "on": one.on, "payload": one.payload}
        if fields in missing:
            missing.remove(fields)
        else:
            surplus.append(one)
    for one, fields in zip(surplus, missing, strict=False):
        pen.replace(one, **fields)
    for one in surplus[len(missing) :]:
        pen.remove(one)
    for fields in missing[len(surplus) :]:
        pen.add(models.Event, **fields, message=row.identity)


def _is_put_right(book: Held, row: models.Message, mine: Sequence[models.Event]) -> bool:
    if any(one.change.verb in OWN_WORD for one in mine):
        return True
    rows = models.Event.objects.filter(opportunity=book.opportunity, message=row.identity)
    return rows.filter(gone=True, replaced_by__isnull=True, change__verb__in=OWN_WORD).exists()


def _together(batch: str, said: str, now: datetime, done: Sequence[Changed]) -> Changed:
    """Return what changed in several places as one."""
    if not done:
        return Changed(batch, "", said, now)
    stirred = [one for one in done if one.replanned.changes]
    first = next(iter(stirred), done[0])
    changes = tuple(change for one in stirred for change in one.replanned.changes)
    sentence = " ".join(one.replanned.sentence for one in stirred)
    replanned = Replanned(changes, sentence)
    return msgspec.structs.replace(first, change=batch, said=said, replanned=replanned)


def by_hand(row: models.Event) -> bool:
    """Return whether an event stands as the candidate wrote it, and not as a message tells it."""
    return not row.message or row.change.verb in OWN_WORD


def told(kind: str) -> str:
    """Return what is said when a message of a kind was taken in."""
    return _("Taken in: {kind}.").format(kind=kind.replace("-", " "))


def unsound_mail(rows: Iterable[portable.Message]) -> Iterator[Problem]:
    """Yield what is wrong with the messages of a file."""
    for row in rows:
        try:
            Kind(row.kind), Because(row.because), State(row.state)
            for raw in (*row.applied, *row.proposed):
                read(raw)
        except (ValueError, msgspec.ValidationError) as error:
            yield Problem("mail", f"{row.uid!r}: {error}")
