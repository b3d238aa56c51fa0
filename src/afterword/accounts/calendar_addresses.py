"""The secret addresses at which calendars read: made, found by what was read, and taken away."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec
from django.db import transaction

from afterword.accounts.models import CalendarAddress, User

# A calendar comes by every few minutes; once in so long is noted.
NOTED = timedelta(minutes=10)


class Known(msgspec.Struct, frozen=True):
    """An address as its owner sees it: never the secret itself, which nobody has kept."""

    made: datetime
    read: datetime | None
    revoked: datetime | None


def latest(owner: User) -> Known | None:
    """Return the address that is good, or the last that was; None where there never was one."""
    row = owner.calendar_addresses.order_by("-made", "-pk").first()
    return Known(row.made, row.read, row.revoked) if row else None


@transaction.atomic
def renew(owner: User, *, now: datetime) -> str:
    """Return the secret of a new address, told this once; whatever was good before is not now."""
    revoke(owner, now=now)
    secret = secrets.token_urlsafe(32)
    CalendarAddress.objects.create(owner=owner, digest=digest(secret), made=now)
    return secret


def revoke(owner: User, *, now: datetime) -> bool:
    """Take the address away; return whether there was one."""
    return bool(owner.calendar_addresses.filter(revoked=None).update(revoked=now))


def taken_away() -> Mapping[str, datetime]:
    """Return which addresses are not good any more, by what is kept of them, and since when."""
    rows = CalendarAddress.objects.exclude(revoked=None)
    return {row.digest: row.revoked for row in rows if row.revoked}


def take_away_again(known: Mapping[str, datetime]) -> None:
    """Take addresses away that an older journal still holds good."""
    for kept, since in known.items():
        CalendarAddress.objects.filter(digest=kept, revoked=None).update(revoked=since)


@transaction.atomic
def put_back(owner: User) -> bool:
    """Make the last address good again, if it was taken away; return whether it is good."""
    row = owner.calendar_addresses.order_by("-made", "-pk").first()
    return bool(row and owner.calendar_addresses.filter(pk=row.pk).update(revoked=None))


def owner_of(secret: str, *, now: datetime) -> User | None:
    """Return whose calendar an address is, and note that it was read; None for any other.

    It is looked up by its digest, so that how long that takes tells nothing of the secret.
    """
    good = CalendarAddress.objects.filter(
        digest=digest(secret), revoked=None, owner__is_active=True
    )
    row = good.select_related("owner").first()
    if row is None:
        return None
    if row.read is None or now - row.read >= NOTED:
        good.update(read=now)
    return row.owner


def digest(secret: str) -> str:
    """Return what is kept of a secret; it has 256 bits, so that there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()
