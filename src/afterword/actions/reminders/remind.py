"""The digest goes out: claimed before it leaves, once a day at most, and only with a reason."""

from datetime import datetime, timedelta

from afterword.accounts.models import Digest, User
from afterword.accounts.vault import Locked
from afterword.actions.errors import Refused
from afterword.actions.opened import notice
from afterword.actions.reminders.digest import HOURS, addresses, next_at, zone_for
from afterword.reminders import door, wording
from afterword.reminders.door import Handed, Outcome
from afterword.reminders.wording import Notice
from afterword.tongue import gettext as _
from afterword.tongue import later

AT_ONCE = 100
PAUSE = timedelta(seconds=10)
WORDS = {
    Outcome.TAKEN: later("{} took it"),
    Outcome.REFUSED: later("{} did not take it"),
    Outcome.SLOW: later("{} did not answer in time"),
}
LOCKED = later(
    "The addresses cannot be opened with the key of this computer. Enter them once more."
)
UNKNOWN = later("Apprise does not know the addresses any more. Enter them once more.")
BROKEN_OFF = later("Afterword stopped while it was leaving; whether it arrived is not known.")
NOTHING = later("There was nothing to do, so nothing was sent.")


def remind(*, now: datetime) -> int:
    """Send every digest that is due; return how many were sent, or tried to be."""
    if not door.is_there():
        return 0
    due = Digest.objects.filter(next__lte=now, owner__is_active=True).select_related("owner")
    return sum(turn(row, now=now) for row in due.order_by("next")[:AT_ONCE])


def text_for(owner: User, *, now: datetime) -> Notice:
    """Return exactly the text that would leave now."""
    row = Digest.objects.filter(owner=owner).first()
    found = notice(owner, now=now, named=bool(row and row.names))
    return found or wording.notice(_("Nothing to send today, and that is right."), ())


def send_test(owner: User, *, now: datetime) -> str:
    """Send that text at once; return how it went.

    Raises Refused where there is nowhere to, and for a second press of the same button.
    """
    row = Digest.objects.filter(owner=owner).exclude(addresses="").first()
    if row is None or not door.is_there():
        why = _("There is nowhere to send it to.")
        raise Refused(why, _("Enter an address first."))
    if (row.tried and now - row.tried < PAUSE) or not _claim(row, tried=now, said=BROKEN_OFF):
        why = _("One has just gone out.")
        raise Refused(why, _("Look whether it arrived, then send another."))
    return _sent(row, text_for(owner, now=now))


def turn(row: Digest, *, now: datetime) -> int:
    """Give one owner their digest for today, if it is still today's; return 1 if there was one.

    `row` is as it was found due: where somebody else has taken the turn since, nothing is sent.
    """
    zone = zone_for(row.owner)
    local = now.astimezone(zone)
    if not row.hour <= local.hour <= HOURS[-1] or row.day == local.date():
        # The computer slept through it: the digest of this day is still to come, or was there.
        _claim(row, next=next_at(row.hour, zone, now=now, after=row.day))
        return 0
    following = next_at(row.hour, zone, now=now, after=local.date())
    if not _claim(row, next=following, day=local.date(), tried=now, said=BROKEN_OFF):
        return 0
    found = notice(row.owner, now=now, named=row.names)
    if found is None:
        Digest.objects.filter(pk=row.pk).update(said=NOTHING)
        return 0
    _sent(row, found)
    return 1


def _claim(row: Digest, **fields: object) -> bool:
    """Take a turn before anything leaves: of two who see the same, one UPDATE lets one through."""
    same = Digest.objects.filter(pk=row.pk, next=row.next, tried=row.tried)
    return bool(same.update(**fields))


def _sent(row: Digest, text: Notice) -> str:
    """Hand a text over, note how that went, and return it in words."""
    try:
        said = _told(door.hand(addresses(row), text)) or UNKNOWN
    except Locked:
        said = LOCKED
    Digest.objects.filter(pk=row.pk).update(said=said)
    return said


def _told(handed: tuple[Handed, ...]) -> str:
    parts = [_(WORDS[one.outcome]).format(one.service) for one in handed]
    said = f"{', '.join(parts)}." if parts else ""
    if all(one.outcome is Outcome.TAKEN for one in handed):
        return said
    look = _("Look whether the address is right and the service answers, then send a test.")
    return f"{said} {look}"
