"""A message comes in: it is read once, matched, and what follows from it is written down."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.mail import mail_events
from afterword.actions.mail.decision import Decision, decision
from afterword.actions.mail.known_mail import known_at
from afterword.actions.mail.mail_events import TAKEN, State, places_of, told, write
from afterword.actions.preferences import preferences
from afterword.actions.values import Changed
from afterword.etiquette.moment import Moment
from afterword.etiquette.problem import Malformed
from afterword.journal import models
from afterword.journal.pen import Gavel
from afterword.journal.situation import plain
from afterword.mailbox import head
from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.calendar import Invitation
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.matching import Because, Known, Match, match
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.recognise import recognise
from afterword.mailbox.recognising.recognition import Recognition
from afterword.mailbox.recognising.sender import is_relay

NOBODY: frozenset[str] = frozenset()
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
ABOUT_A_HUNT = {
    *(Kind.ACKNOWLEDGEMENT, Kind.FORM_REJECTION, Kind.PERSONAL_REJECTION),
    *(Kind.OFFER, Kind.OFFER_LETTER),
}
"""What is kept though nothing tells where it belongs, because it can hardly be about else.

An invitation may be one to lunch: it is kept where a service for employers sent it.
"""
DATES = {Kind.INVITATION, Kind.CONFIRMATION, Kind.RESCHEDULE, Kind.CANCELLATION}
END_OF_HEAD = (b"\r\n\r\n", b"\n\n")
LONGEST, LONGEST_BODY, MOST_OF_A_THREAD = 500, 20_000, 50


class Keep(StrEnum):
    """Which messages are kept: any, those about a hunt, or those that something ties to one known.

    The first are those at which the candidate pointed; what is about a hunt can be tied to none.
    """

    ANYHOW = "anyhow"
    LIKELY = "likely"
    TIED = "tied"


class Became(StrEnum):
    """What became of a message."""

    NEW = "new"
    KNOWN = "known"
    NONE_OF_OURS = "none-of-ours"


class Taken(msgspec.Struct, frozen=True):
    """What became of a message; `message` is the uid of its row, empty where nothing was kept.

    `asks`: the candidate's word is waited for. `changed` is None where nothing was written.
    """

    became: Became
    identity: str
    kind: Kind
    message: str = ""
    opportunity: str = ""
    asks: bool = False
    changed: Changed | None = None


class _Read(msgspec.Struct, frozen=True):
    """A message with everything that was made of it."""

    message: Message
    identity: str
    sent: datetime
    found: Recognition
    where: Match
    own: bool = False


@transaction.atomic
def take(
    owner: User,
    raw: bytes,
    *,
    now: datetime,
    mine: frozenset[str] = NOBODY,
    keep: Keep = Keep.LIKELY,
) -> Taken:
    """Take a message in, whatever its bytes are; one that is known already changes nothing.

    `mine` are the candidate's own addresses: what comes from them is kept for its thread alone.
    """
    message = mime.read(raw)
    identity = identity_of(message)
    before = models.Message.objects.filter(owner=owner, identity=identity).order_by("-pk").first()
    if before is not None:
        return Taken(Became.KNOWN, identity, Kind(before.kind), before.uid, before.opportunity)
    read = _read(owner, message, identity, now, mine)
    if not _is_kept(read, keep):
        return Taken(Became.NONE_OF_OURS, identity, read.found.kind)
    decided = Decision() if read.own else decision(read.found, message, Moment(read.sent))
    try:
        with transaction.atomic():
            return _written(owner, read, decided, now)
    except Malformed:  # such as an hour in the year 9999: it is shown, and adds nothing
        return _written(owner, read, Decision(), now)


def _is_kept(read: _Read, keep: Keep) -> bool:
    """Return whether a message is kept.

    One of the candidate's own is kept where it belongs to one opportunity, for its thread.
    """
    if read.own:
        return read.where.opportunity is not None
    if keep is Keep.ANYHOW or read.where.candidates:
        return True
    kind = read.found.kind
    told = kind in ABOUT_A_HUNT or (kind in DATES and is_relay(read.message.sender))
    return told and keep is Keep.LIKELY


def identity_of(message: Message) -> str:
    """Return what stays the same wherever a message is met; as in its head, if that names it."""
    raw = message.raw
    ends = [at for end in END_OF_HEAD if (at := raw.find(end)) >= 0]
    start = raw.lstrip(b"\xef\xbb\xbf\r\n")
    lines = start[: min(ends, default=len(raw))]
    known = head.Head(uid=0, size=len(raw), fields=head.fields(lines))
    if known.message_id:
        return known.identity
    return hashlib.sha256(b"\n".join(raw.split())).hexdigest()


def _read(
    owner: User, message: Message, identity: str, now: datetime, mine: frozenset[str]
) -> _Read:
    sent = _sent(message, now)
    found = recognise(message, now=now)
    known = known_at(owner, sent)
    if message.sender.email and message.sender.email in mine:
        return _Read(message, identity, sent, found, _addressed(message, known), own=True)
    where = _bounced(found, known) if found.kind is Kind.BOUNCE else None
    return _Read(message, identity, sent, found, where or match(_within(message), known))


def _sent(message: Message, now: datetime) -> datetime:
    """Return when a message was written: never ahead, and now where it does not say."""
    try:
        sent = message.sent.astimezone(UTC) if message.sent else now
    except OverflowError:
        sent = now
    return min(sent if sent >= EARLIEST else now, now).astimezone(UTC).replace(microsecond=0)


def _within(message: Message) -> Message:
    """Return a message as one of its own thread: what answers it may have come in before it."""
    thread = (message.message_id, *message.thread) if message.message_id else message.thread
    return msgspec.structs.replace(message, thread=thread)


def _bounced(found: Recognition, known: Sequence[Known]) -> Match | None:
    """Return where a bounce belongs: to whom the message did not reach."""
    gone = set(found.bounced)
    there = [
        (one.id, person.id) for one in known for person in one.people if gone & set(person.emails)
    ]
    uids = tuple(dict.fromkeys(uid for uid, _ in there))
    if len(uids) == 1:
        return Match(uids[0], Because.PERSON, there[0][1], uids)
    return Match(None, Because.PERSON, candidates=uids) if uids else None


def _addressed(message: Message, known: Sequence[Known]) -> Match:
    """Return where a message of the candidate's own belongs, if that is one place."""
    to = {one.email for one in message.to}
    uids = tuple(one.id for one in known if any(to & set(person.emails) for person in one.people))
    if not uids:
        return match(_within(message), [one for one in known if one.thread])
    return Match(uids[0] if len(uids) == 1 else None, Because.PERSON, candidates=uids)


def _written(owner: User, read: _Read, decided: Decision, now: datetime) -> Taken:
    hand = Gavel(owner, TAKEN, now=now)
    row = hand.add(models.Message, **_fields(owner, read, decided))
    kind = read.found.kind
    changed = write(hand, [row], places_of(row), told(kind))
    asks = row.state in mail_events.WAITING
    return Taken(Became.NEW, read.identity, kind, row.uid, row.opportunity, asks, changed)


def _fields(owner: User, read: _Read, decided: Decision) -> dict[str, Any]:
    message, found, where = read.message, read.found, read.where
    keeps = preferences(owner).mail_bodies and not read.own
    return {
        "identity": read.identity,
        "opportunity": where.opportunity or "",
        "sent": read.sent,
        "sender": plainly(message.sender.email),
        "sender_name": plainly(message.sender.name),
        "subject": plainly(message.subject),
        "message_id": plainly(message.message_id),
        "thread": [plainly(one) for one in message.thread[:MOST_OF_A_THREAD]],
        "kind": str(Kind.OTHER if read.own else found.kind),
        "automatic": found.automatic,
        "human": found.human,
        "person": where.person or "",
        "because": str(where.because),
        "candidates": list(where.candidates),
        "evidence": "" if read.own else plainly(_evidence(found)),
        "applied": [plain(one) for one in decided.applied],
        "proposed": [plain(one) for one in decided.proposed],
        "calendar": _calendar(found.invitation) if found.invitation and not read.own else {},
        "state": str(_state(read, decided)),
        "body": plainly(found.reply, LONGEST_BODY) if keeps else "",
    }


def _evidence(found: Recognition) -> str:
    """Return the sentence that says what a message is; of a calendar, what it calls its entry."""
    if found.invitation and found.invitation.summary:
        return found.invitation.summary
    return found.evidence[0].sentence if found.evidence else ""


def _state(read: _Read, decided: Decision) -> State:
    if read.own:
        return State.OWN
    if not read.where.opportunity:
        return State.ASKED
    return State.PROPOSED if decided.proposed else State.APPLIED


def _calendar(asked: Invitation) -> dict[str, Any]:
    return {
        "uid": plainly(asked.uid),
        "sequence": min(asked.sequence, 2**31),
        "cancelled": asked.cancelled,
        "summary": plainly(asked.summary),
    }


def plainly(text: str, longest: int = LONGEST) -> str:
    """Return text as it can be stored and shown: whole characters, nothing that steers a screen."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(one for one in sound if one.isprintable() or one in "\n\t")
    return kept[:longest].strip()


def known_already(owner: User, identity: str) -> bool:
    """Return whether a message was taken in before, by what its head tells."""
    return models.Message.objects.filter(owner=owner, identity=identity).exists()
