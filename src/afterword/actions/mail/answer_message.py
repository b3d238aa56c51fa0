"""The candidate's word on a message: yes, no, or what it is and where it belongs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.errors import Missing, Refused
from afterword.actions.mail.decision import by_hand, read
from afterword.actions.mail.known_mail import addresses
from afterword.actions.mail.mail_events import ANSWERED, State, places_of, write
from afterword.actions.settle import one
from afterword.actions.values import Changed
from afterword.etiquette.moment import Moment
from afterword.journal import mail, models
from afterword.journal.pen import Gavel
from afterword.journal.situation import plain
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.matching import Because
from afterword.mailbox.recognising.message import Address, Message
from afterword.mailbox.recognising.recognition import Recognition
from afterword.mailbox.recognising.sender import is_relay, writer
from afterword.tongue import gettext as _


class Correction(msgspec.Struct, frozen=True):
    """Where a message belongs, and what it is; None for what is right as it stands."""

    opportunity: str | None = None
    kind: Kind | None = None


@transaction.atomic
def accept(owner: User, uid: str, *, now: datetime, which: int = 0) -> Changed:
    """Write down what a message proposes; `which` of it, counted from 0.

    Raises Missing for a message that is not there, and Refused where nothing is proposed any more.
    """
    row = current(owner, uid)
    if row.uid != uid or which not in range(len(row.proposed)) or not row.opportunity:
        raise Refused(_("That is not proposed any more."), _("Look at the message once more."))
    chosen = row.proposed[which]
    left = [other for at, other in enumerate(row.proposed) if at != which]
    said = read(chosen)
    kept = [] if said.instead else row.applied
    applied = [*kept, {**chosen, "instead": False}]
    return _answered(owner, row, now, _("Written down."), applied=applied, **_waiting(left))


@transaction.atomic
def dismiss(owner: User, uid: str, *, now: datetime, which: int | None = None) -> Changed:
    """Let what a message proposes be, or one thing of it; that it came stays written.

    Of one of which nobody knows where it belongs: it belongs nowhere, and says nothing.
    """
    row = current(owner, uid)
    if not row.opportunity:
        said = _("Set aside: it belongs to none of them.")
        return _answered(owner, row, now, said, state=str(State.DISMISSED), candidates=[])
    left = [other for at, other in enumerate(row.proposed) if which is not None and at != which]
    return _answered(owner, row, now, _("Let be."), **_waiting(left))


@transaction.atomic
def correct(owner: User, uid: str, right: Correction, *, now: datetime) -> Changed:
    """Put right where a message belongs, or what it is; what followed from it is as if read so.

    Where it belongs is learned for its sender: what they write next goes there. Raises Missing for
    a message or an opportunity that is not there.
    """
    row = current(owner, uid)
    hand = Gavel(owner, ANSWERED, now=now)
    fields: dict[str, Any] = {}
    if right.opportunity is not None and right.opportunity != row.opportunity:
        fields |= _moved(owner, row, right.opportunity)
        _teach(hand, row, right.opportunity)
    if right.kind is not None and right.kind != row.kind:
        fields |= _made(row, right.kind)
    if not fields and row.state not in _OUT:
        return Changed("", row.opportunity, _("It is so already."), now)
    where = fields.get("opportunity", row.opportunity)
    state = _state(fields.get("proposed", row.proposed)) if where else State.ASKED
    return _rewritten(hand, row, _("Put right."), {**fields, "state": str(state)})


@transaction.atomic
def set_aside(owner: User, uid: str, *, now: datetime) -> Changed:
    """Take back whatever followed from a message; it stays in the list, and says nothing."""
    row = current(owner, uid)
    return _answered(owner, row, now, _("Taken back."), state=str(State.DISMISSED))


def current(owner: User, uid: str) -> models.Message:
    """Return a message as it counts now, by its identity or the uid of any row; raises Missing."""
    row = models.Message.objects.filter(owner=owner, uid=uid).first()
    identity = row.identity if row else uid
    found = mail.messages(owner).filter(identity=identity).select_related("change").first()
    if found is None:
        raise Missing("message", uid)
    return found


_OUT = {State.DISMISSED, State.UNDONE}


def _answered(
    owner: User,
    row: models.Message,
    now: datetime,
    said: str,
    **fields: Any,  # noqa: ANN401  any column
) -> Changed:
    return _rewritten(Gavel(owner, ANSWERED, now=now), row, said, fields)


def _rewritten(hand: Gavel, row: models.Message, said: str, fields: dict[str, Any]) -> Changed:
    after = hand.replace(row, **fields)
    return write(hand, [after], places_of(row) | places_of(after), said)


def _waiting(left: Sequence[Any]) -> dict[str, Any]:
    return {"proposed": list(left), "state": str(_state(left))}


def _state(proposed: Sequence[Any]) -> State:
    return State.PROPOSED if proposed else State.APPLIED


def _moved(owner: User, row: models.Message, uid: str) -> dict[str, Any]:
    """Return what is different of a message that belongs elsewhere; raises Missing."""
    book = one(owner, uid)
    person = addresses(book).get(row.sender, "")
    known = {"opportunity": uid, "candidates": [uid], "person": person}
    return {**known, "because": str(Because.CORRECTION)}


def _made(row: models.Message, kind: Kind) -> dict[str, Any]:
    """Return what is different of a message that is something else than was read."""
    message = _message(row)
    stub = Recognition(kind, automatic=row.automatic, human=row.human)
    decided = by_hand(kind, message, Moment(row.sent), stub)
    return {
        "kind": str(kind),
        "applied": [plain(one) for one in decided.applied],
        "proposed": [],
        "calendar": {},
    }


def _message(row: models.Message) -> Message:
    """Return as much of a message as is kept."""
    sender = Address(row.sender, row.sender_name)
    return Message(b"", sender=sender, subject=row.subject, sent=row.sent)


def _teach(hand: Gavel, row: models.Message, uid: str) -> None:
    """Learn where a sender's mail goes; never of one who writes for many employers."""
    sender = _message(row).sender
    if not row.sender or is_relay(sender) or writer(_message(row)).no_reply:
        return
    before = mail.taught(hand.change.owner).filter(address=row.sender).first()
    if before is None:
        hand.add(models.Taught, address=row.sender, opportunity=uid)
    elif before.opportunity != uid:
        hand.replace(before, opportunity=uid)
