"""The daily digest: whether somebody wants it, when, where to, and how the last one went."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from afterword.accounts.models import Digest, User
from afterword.accounts.vault import Locked, vault
from afterword.actions.preferences import preferences
from afterword.etiquette.moment import zone_of
from afterword.etiquette.problem import Malformed, Problem
from afterword.reminders import door
from afterword.tongue import gettext as _

EXTRA = door.EXTRA
HOURS = range(6, 22)  # nobody is woken
MOST, LONGEST = 4, 500


class Wanted(msgspec.Struct, frozen=True):
    """What somebody wants: on or off, at which hour of their day, and with names or without."""

    on: bool = False
    hour: int = 8
    names: bool = False


class Known(msgspec.Struct, frozen=True):
    """What there is: services by their names, when the next is due, and how the last one went.

    Without the extra nothing `can` be sent; what is `locked` was sealed with a key that is gone.
    """

    can: bool
    wanted: Wanted = Wanted()
    services: tuple[str, ...] = ()
    locked: bool = False
    next: datetime | None = None
    tried: datetime | None = None
    said: str = ""


def digest(owner: User) -> Known:
    """Return what somebody set, without a single address."""
    row = Digest.objects.filter(owner=owner).first()
    if row is None or not door.is_there():
        return Known(door.is_there())
    try:
        services, locked = tuple(map(door.service, addresses(row))), False
    except Locked:
        services, locked = (), True
    return Known(
        can=True,
        wanted=Wanted(row.next is not None, row.hour, row.names),
        services=services,
        locked=locked,
        next=row.next,
        tried=row.tried,
        said=_(row.said) if row.said else "",
    )


def want(owner: User, wanted: Wanted, told: Sequence[str] | None = None, *, now: datetime) -> None:
    """Keep what somebody wants; `told` addresses take the place of those before, None keeps them.

    Raises Malformed, which repeats no address.
    """
    row = Digest.objects.filter(owner=owner).first() or Digest(owner=owner)
    if not door.is_there():
        raise Malformed([Problem("", _("{extra} is not installed").format(extra=EXTRA))])
    problems = [*_of_hour(wanted), *(_of_addresses(told) if told else ())]
    if wanted.on and not (told if told is not None else row.addresses):
        problems.append(Problem("addresses", _("is empty: say where the digest should go")))
    if problems:
        raise Malformed(problems)
    if told is not None:
        row.addresses = vault().seal("\n".join(told)) if told else ""
    row.hour, row.names, row.said = wanted.hour, wanted.names, ""
    row.next = next_at(wanted.hour, zone_for(owner), now=now, after=row.day) if wanted.on else None
    row.save()


def addresses(row: Digest) -> tuple[str, ...]:
    """Return where a digest goes; raises Locked."""
    return tuple(vault().open(row.addresses).splitlines()) if row.addresses else ()


def zone_for(owner: User) -> ZoneInfo:
    """Return the zone of somebody's day."""
    return zone_of(preferences(owner).time_zone or "UTC")


def next_at(hour: int, zone: ZoneInfo, *, now: datetime, after: date | None = None) -> datetime:
    """Return the next moment of that hour, on a day behind `after`, which had its word already."""
    day = now.astimezone(zone).date()
    moment = datetime.combine(day, time(hour), zone)
    while moment <= now or (after is not None and day <= after):
        day += timedelta(days=1)
        moment = datetime.combine(day, time(hour), zone)
    return moment


def _of_hour(wanted: Wanted) -> list[Problem]:
    if wanted.hour in HOURS:
        return []
    return [Problem("hour", _("is from 6 to 21, so that nobody is woken"))]


def _of_addresses(told: Sequence[str]) -> list[Problem]:
    """Return what is wrong with addresses, by the lines that they stand in: they are secrets."""
    if len(told) > MOST:
        return [Problem("addresses", _("are more than four; keep those that you look at"))]
    return [
        Problem(
            "addresses",
            _("line {line} is no address that Apprise knows, such as ntfys://topic").format(
                line=line
            ),
        )
        for line, address in enumerate(told, start=1)
        if len(address) > LONGEST or not door.service(address)
    ]
