"""The devices that a person is signed in on, and how to sign one out from afar."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

import msgspec

from afterword.accounts.models import Session, User


class Device(msgspec.Struct, frozen=True):
    """A device; `id` is a digest, because the key of a session is as good as a password."""

    id: str
    name: str
    until: datetime
    current: bool


def devices(owner: User, *, now: datetime, current: str | None = None) -> tuple[Device, ...]:
    """Return where somebody is signed in, the longest-lasting first; `current` is a session key."""
    rows = owner.sessions.filter(expire_date__gt=now).order_by("-expire_date", "session_key")
    return tuple(
        Device(_id(row), row.name, row.expire_date, row.session_key == current) for row in rows
    )


def revoke(owner: User, device: str) -> bool:
    """Sign one device out; return whether there was such a device of this owner's."""
    keys = [row.session_key for row in _matching(owner, device)]
    return bool(owner.sessions.filter(session_key__in=keys).delete()[0])


def revoke_others(owner: User, current: str | None) -> int:
    """Sign out every device but the current one; return how many there were."""
    return owner.sessions.exclude(session_key=current or "").delete()[0]


def _matching(owner: User, device: str) -> Iterator[Session]:
    return (row for row in owner.sessions.all() if _id(row) == device)


def _id(row: Session) -> str:
    return hashlib.sha256(row.session_key.encode()).hexdigest()[:16]
