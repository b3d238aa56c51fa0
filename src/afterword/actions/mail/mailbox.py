"""A candidate's mailbox as its page shows it, and what they wish of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from afterword.accounts.models import User
from afterword.actions.mail.mailbox_door import row_of
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.mailboxes import Mailbox
from afterword.journal.signs import is_trouble
from afterword.mailbox.connecting import Provider, providers
from afterword.tongue import gettext as _

BACK = range(1, 366)
LATE = timedelta(days=1)
"""So long without a look, and an answer may have come unseen."""


class Seen(msgspec.Struct, frozen=True):
    """A mailbox that is connected, without its secret.

    `rests` where no look is due before the person says so; `folders` with whether each was chosen.
    """

    address: str
    user: str
    host: str
    port: int
    security: str
    connected: datetime
    back: int
    drafts: bool
    way: str = "password"
    folders: tuple[tuple[str, bool], ...] = ()
    rests: bool = False
    looking: datetime | None = None
    looked: datetime | None = None
    trouble: str = ""
    doubted: str = ""
    provider: Provider | None = None


class Wishes(msgspec.Struct, frozen=True):
    """Which folders are read, none for the usual ones; how many days back; and drafts, or none."""

    folders: tuple[str, ...] = ()
    back: int = 60
    drafts: bool = True


def mailbox(owner: User) -> Seen | None:
    """Return a candidate's mailbox, or nothing where none is connected."""
    row = Mailbox.objects.filter(owner=owner).first()
    if row is None:
        return None
    return Seen(
        address=row.address,
        user=row.user,
        host=row.host,
        port=row.port,
        security=row.security,
        connected=row.connected,
        back=row.back,
        drafts=row.drafts,
        way=row.way,
        folders=tuple((name, name in row.folders) for name in row.seen),
        rests=row.next is None,
        looking=row.looking,
        looked=row.looked,
        trouble=row.trouble,
        doubted=row.doubted,
        provider=next((one for one in providers() if one.host == row.host), None),
    )


class Worry(msgspec.Struct, frozen=True):
    """Why an answer may have come unseen, and since when; nothing was looked into before."""

    trouble: str
    since: datetime | None = None


def worry(owner: User, *, now: datetime) -> Worry | None:
    """Return what keeps a connected mailbox from being looked into for long, if anything does."""
    row = Mailbox.objects.filter(owner=owner).first() if is_trouble(owner) else None
    if row is None:
        return None
    late = now - (row.looked or row.connected) >= LATE
    return Worry(row.trouble, row.looked) if late or row.doubted else None


def wish(owner: User, wishes: Wishes, *, now: datetime) -> None:
    """Keep what a candidate wishes of their mailbox; raises Missing and Malformed."""
    row = row_of(owner)
    if wishes.back not in BACK:
        raise Malformed([Problem("back", _("is a number of days from 1 to 365"))])
    if wishes.back > row.back:
        row.places.all().delete()  # then all of it is looked through once more
    row.folders = list(_known(wishes.folders, row.seen))
    row.back, row.drafts, row.next = wishes.back, wishes.drafts, now
    row.save(update_fields=["folders", "back", "drafts", "next"])


def _known(names: Iterable[str], seen: Iterable[str]) -> Iterable[str]:
    there = set(seen)
    return (name for name in dict.fromkeys(names) if name in there)
