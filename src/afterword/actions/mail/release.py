"""A person's yes to one exact text for one recipient; it waits until it can no longer be undone."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from django.db import IntegrityError, transaction

from afterword.accounts.models import User
from afterword.actions.errors import Refused
from afterword.actions.mail.ceilings import over
from afterword.actions.mail.leaving import leaves
from afterword.actions.mail.letter_for import letter_for
from afterword.actions.mail.reread import stops
from afterword.actions.mail.sending import must_be_on
from afterword.actions.mail.standing_step import sign_of, standing_step
from afterword.actions.preferences import preferences
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.settle import one
from afterword.actions.values import StepKey
from afterword.journal.held import Held, house
from afterword.journal.outgoing import ALIVE, Release
from afterword.journal.pen import new_uid
from afterword.mailbox.letter import Letter
from afterword.mailbox.posted import posted
from afterword.mailbox.recognising.message import Address
from afterword.tongue import gettext as _

Reader = Callable[..., tuple[str, ...]]


class Releasing(msgspec.Struct, frozen=True):
    """What a person says yes to; `confirmed`: although something in it had better not go."""

    step: StepKey
    to: str
    subject: str
    text: str
    confirmed: bool = False


class Seen(msgspec.Struct, frozen=True):
    """Exactly what would leave, and when; `wrong` are reasons for which it had better not."""

    letter: Letter
    leaves_at: datetime
    minutes: int
    sign: str
    wrong: tuple[str, ...] = ()


def preview(
    owner: User, uid: str, releasing: Releasing, *, now: datetime, read: Reader = stops
) -> Seen:
    """Return what a release would send; nothing is written.

    Raises Missing for the opportunity, and Refused, with the reason, for what cannot be released.
    """
    return _seen(one(owner, uid), releasing, now, read)


@transaction.atomic
def release(
    owner: User, uid: str, releasing: Releasing, *, now: datetime, read: Reader = stops
) -> Release:
    """Write a yes down; the text is kept as the draft for its step as well.

    Raises Missing for the opportunity, and Refused, with the reason, for what cannot be released.
    """
    held = one(owner, uid)
    seen = _seen(held, releasing, now, read)
    if seen.wrong and not releasing.confirmed:
        raise Refused(seen.wrong[0], _("Mend it, or say that it may go all the same."))
    if releasing.to != seen.letter.to.email:
        why = _("It was shown for another address than the one that is written down now.")
        raise Refused(why, _("Look at it once more, then release it."))
    save_draft(
        owner, uid, Words(releasing.step, releasing.text, subject=releasing.subject), now=now
    )
    row = Release(
        owner=owner,
        opportunity=held.opportunity,
        uid=new_uid(),
        step=str(releasing.step),
        sign=seen.sign,
        seen=_last_change(held),
        house=house(held.facts.employer),
        message_id=seen.letter.message_id,
        letter=msgspec.to_builtins(seen.letter),
        released_at=now,
        leaves_at=seen.leaves_at,
    )
    return _kept(row)


def _seen(held: Held, releasing: Releasing, now: datetime, read: Reader) -> Seen:
    owner = held.opportunity.owner
    way = must_be_on(owner)
    step = standing_step(held, releasing.step, now)
    letter = letter_for(
        held,
        releasing.step,
        releasing.subject,
        releasing.text,
        sender=Address(way.mailbox.address, " & ".join(preferences(owner).profile.names)),
    )
    _check(letter, now)
    if owner.releases.filter(message_id=letter.message_id, state__in=ALIVE).exists():
        raise _released_already()
    if why := over(owner, house(held.facts.employer), now=now, coming=True):
        raise Refused(why, _("Send this one yourself, if it is right."))
    leaves_at = leaves(held, step.window, now=now, minutes=way.minutes)
    if leaves_at is None:
        why = _("By the time that it could leave, it would be too late for it.")
        raise Refused(why, _("Send it yourself, at once."))
    wrong = read(held, releasing.step, releasing.subject, releasing.text, now=now)
    return Seen(letter, leaves_at, way.minutes, sign_of(step), wrong)


def _check(letter: Letter, now: datetime) -> None:
    if not letter.to.email:
        why = _("No e-mail address is written down for this person.")
        raise Refused(why, _("Add it to the people of this opportunity."))
    if not letter.text.strip():
        raise Refused(_("The letter is empty."), _("Write it first."))
    try:
        posted(letter, now=now)
    except ValueError as error:
        raise Refused(str(error), _("Correct the address.")) from error


def _kept(row: Release) -> Release:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise _released_already() from None
    return row


def _released_already() -> Refused:
    why = _("This letter was released already.")
    return Refused(why, _("Look under “Released” how far it has come."))


def _last_change(held: Held) -> int:
    last = held.opportunity.owner.changes.order_by("-pk").values_list("pk", flat=True).first()
    return last or 0
