"""What was released leaves: claimed, looked at once more, written down, and only then sent.

Wherever this breaks off, the row says how far it had come. Before `attempted_at` no server has
heard of the letter: it waits again. After it nobody knows: it is looked for among the sent mail,
and where it is not, the candidate is asked. It is never sent on a guess.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet

from afterword.accounts.models import User
from afterword.accounts.vault import Locked
from afterword.actions.errors import Missing, Refused
from afterword.actions.mail.ceilings import over
from afterword.actions.mail.log_sent import letter_of, log_sent
from afterword.actions.mail.look_in import must_look
from afterword.actions.mail.mailbox_door import credentials, opened
from afterword.actions.mail.standing_step import against
from afterword.actions.settle import one
from afterword.actions.values import StepKey
from afterword.etiquette.problem import Malformed
from afterword.journal import database
from afterword.journal.mailboxes import Mailbox
from afterword.journal.outgoing import Release, State, WayOut
from afterword.journal.pen import new_uid
from afterword.mailbox import sent_mail
from afterword.mailbox.box import Box
from afterword.mailbox.outgoing import Door, NotAccepted, Receipt, Unknown
from afterword.mailbox.posted import Posted, posted
from afterword.mailbox.server import Security, Server
from afterword.mailbox.trouble import Trouble
from afterword.tongue import gettext as _

LEASE = timedelta(minutes=15)
"""Longer than any sending can take; whoever claimed a letter before that is dead."""
PAUSE = timedelta(minutes=10)
PATIENCE = timedelta(days=1)
"""After so long nobody waits for a mailbox any more: the candidate is asked."""
TRIES = 6
DECIDABLE = (State.CLAIMED, State.UNSURE)
AT_ONCE = 10  # in a turn, so that none takes longer than the lease


def _out(way: WayOut, letter: Posted, may: Callable[[], bool]) -> Receipt:
    return door(way).send(letter, may)


class Ways(msgspec.Struct, frozen=True):
    """How the world is reached; others than these are for tests.

    `look` takes in what came, `box` opens the mailbox, `out` hands a letter over if it still may
    when the server waits for the text; each raises Trouble.
    """

    look: Callable[..., object] = must_look
    box: Callable[[Mailbox], Box] = opened
    out: Callable[[WayOut, Posted, Callable[[], bool]], Receipt] = _out


def send_due(*, now: datetime, ways: Ways = Ways()) -> int:  # noqa: B008  frozen
    """Send what is due, and see to what was broken off; return how many letters left."""
    _stop_where_switched_off(now)
    for row in _rows(Q(state=State.CLAIMED, claimed_at__lte=now - LEASE)):
        _recover(row, ways, now)
    waiting = _rows(Q(state=State.WAITING, leaves_at__lte=now))
    left = sum(_turn(row, ways, now) for row in waiting)
    for row in _rows(Q(state=State.SENT, copied=False, ended_at__gte=now - PATIENCE)):
        _copy(row, ways)
    return left


def door(way: WayOut) -> Door:
    """Return the door of a mailbox; raises Locked."""
    where = Server(way.host, way.port, Security(way.security))
    return Door(where, credentials(way.mailbox))


def knock(owner: User) -> str:
    """Try the way out of somebody's mailbox; return why it does not let us in, or nothing."""
    way = WayOut.objects.select_related("mailbox").filter(owner=owner).first()
    try:
        if way is not None:
            door(way).knock()
    except Trouble as error:
        return str(error)
    except Locked:
        return _("The password cannot be opened with the key of this computer. Enter it once more.")
    return ""


def _rows(which: Q) -> list[Release]:
    found = Release.objects.filter(which, owner__is_active=True)
    return list(found.select_related("owner", "opportunity__owner").order_by("leaves_at")[:AT_ONCE])


def _stop_where_switched_off(now: datetime) -> None:
    on = WayOut.objects.filter(on=True).values("owner")
    waiting = Release.objects.filter(state=State.WAITING).exclude(owner__in=on)
    waiting.update(state=State.STOPPED, why=_("Sending was switched off."), ended_at=now)


def _turn(row: Release, ways: Ways, now: datetime) -> int:
    """Give one letter its turn; return 1 if it left."""
    mine = _claim(row, now)
    if mine is None:
        return 0
    try:
        way = WayOut.objects.select_related("mailbox__owner").get(owner=row.owner, on=True)
        ways.look(row.owner, now=now)
        if _is_among_sent(way, mine, ways):
            return _is_sent(mine, now, copied=True)
        if why := _against(mine, now):
            return _over(mine, State.STOPPED, why, now)
        letter = _as_it_leaves(mine, now)
    except (Trouble, Refused, Locked, Missing, WayOut.DoesNotExist) as error:
        return _wait(mine, str(error) or _("The password cannot be opened."), now)
    except (Malformed, ValueError) as error:
        return _over(mine, State.STOPPED, str(error), now)
    return _hand_over(mine, way, letter, ways, now)


def _hand_over(row: Release, way: WayOut, letter: Posted, ways: Ways, now: datetime) -> int:
    """Write the attempt down, then make it; what came of it is written down after."""
    with database.durable():
        if not _mine(row).filter(attempted_at=None).update(attempted_at=now):
            return 0  # somebody took us for dead
    row.attempted_at = now
    try:
        # Asked again when the server waits for the text: a computer may sleep in between, and its
        # candidate have been asked meanwhile, and have answered.
        ways.out(way, letter, _mine(row).exists)
    except NotAccepted as error:
        again = row.tries + 1 < TRIES and not error.for_good
        return _wait(row, str(error), now) if again else _over(row, State.STOPPED, str(error), now)
    except Unknown as error:
        _mine(row).update(why=str(error))  # in a while its copy may lie among the sent mail
        return 0
    except (Locked, Trouble) as error:  # nobody was spoken to yet: we have nothing to be let in by
        return _wait(row, str(error) or _("The password cannot be opened."), now)
    return _is_sent(row, now, copied=False)


def _against(row: Release, now: datetime) -> str:
    """Return what speaks against a letter now, in words; the plan is worked out again."""
    try:
        held = one(row.owner, row.opportunity.uid)
    except Missing:
        return _("The opportunity was taken out.")
    said = against(held, StepKey.parse(row.step), row.sign, row.seen, now)
    return said or over(row.owner, row.house, now=now, coming=False)


def _recover(row: Release, ways: Ways, now: datetime) -> None:
    """See to a letter whose sender died: it waits again, or was sent, or the candidate is asked."""
    if row.attempted_at is None:
        _wait(row, "", now, pause=timedelta(0))
        return
    died = _("Afterword stopped while it was leaving; whether it left is not known.")
    why = row.why or died
    try:
        way = WayOut.objects.select_related("mailbox__owner").get(owner=row.owner)
        found = _is_among_sent(way, row, ways)
    except (Trouble, Locked, WayOut.DoesNotExist):
        if now - row.attempted_at >= PATIENCE or not WayOut.objects.filter(owner=row.owner):
            _over(row, State.UNSURE, why, now)
        return
    if found:
        _is_sent(row, now, copied=True)
    else:
        _over(row, State.UNSURE, why, now)


def _claim(row: Release, now: datetime) -> Release | None:
    """Take a letter: of two who see it wait, one UPDATE lets one through."""
    claim = new_uid()
    waiting = Release.objects.filter(pk=row.pk, state=State.WAITING, leaves_at=row.leaves_at)
    if not waiting.update(state=State.CLAIMED, claim=claim, claimed_at=now, attempted_at=None):
        return None
    row.state, row.claim, row.claimed_at, row.attempted_at = State.CLAIMED, claim, now, None
    return row


def _mine(row: Release) -> QuerySet[Release]:
    """Return the row as long as nobody else has taken it."""
    return Release.objects.filter(pk=row.pk, state=State.CLAIMED, claim=row.claim)


def _wait(row: Release, why: str, now: datetime, pause: timedelta = PAUSE) -> int:
    """Let a letter wait again: it did not leave, for certain."""
    later = {"leaves_at": now + pause * 2**row.tries, "tries": row.tries + bool(row.attempted_at)}
    _mine(row).update(state=State.WAITING, claim="", attempted_at=None, why=why, **later)
    return 0


def _over(row: Release, state: State, why: str, now: datetime) -> int:
    _mine(row).update(state=state, why=why, ended_at=now)
    return 0


@transaction.atomic
def _is_sent(row: Release, now: datetime, *, copied: bool) -> int:
    """Write down that a letter was sent, on its row and in the journal at once."""
    # Even if somebody took us for dead meanwhile: nobody has sent it again while the claim is ours.
    ours = Release.objects.filter(pk=row.pk, claim=row.claim, state__in=DECIDABLE)
    if not ours.update(state=State.SENT, why="", ended_at=now, copied=copied):
        return 0
    try:
        with transaction.atomic():
            log_sent(row, now=now)
    except (Missing, Malformed) as error:
        Release.objects.filter(pk=row.pk).update(why=str(error))
    return 1


def _is_among_sent(way: WayOut, row: Release, ways: Ways) -> bool:
    """Return whether a letter is among the sent mail; raises Trouble, and Locked."""
    box = ways.box(way.mailbox)
    try:
        return sent_mail.holds(box, row.message_id)
    finally:
        box.close()


def _as_it_leaves(row: Release, at: datetime) -> Posted:
    """Return a letter, the same to the byte for the same moment; raises ValueError."""
    return posted(letter_of(row), now=at.astimezone(UTC))


def _copy(row: Release, ways: Ways) -> None:
    """Put a copy among the sent mail, unless the server did; where that fails, later again."""
    way = WayOut.objects.select_related("mailbox__owner").filter(owner=row.owner).first()
    if way is None or row.attempted_at is None:
        return
    try:
        box = ways.box(way.mailbox)
    except (Trouble, Locked):
        return
    try:
        sent_mail.copy(box, row.message_id, _as_it_leaves(row, row.attempted_at).raw)
        Release.objects.filter(pk=row.pk).update(copied=True)
    except Trouble:
        return
    finally:
        box.close()
