"""One-time sign-in: a secret for the address that the command prints, good once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from afterword.accounts.models import Ticket, User

LASTS = timedelta(minutes=10)


def issue(owner: User, *, now: datetime, lasts: timedelta = LASTS) -> str:
    """Return a new secret that signs its owner in; those that have expired are thrown away."""
    Ticket.objects.filter(expires__lte=now).delete()
    secret = secrets.token_urlsafe(32)
    Ticket.objects.create(owner=owner, digest=_digest(secret), expires=now + lasts)
    return secret


def redeem(secret: str, *, now: datetime) -> User | None:
    """Return whom a secret signs in, and use it up; None for one that is used, old or invented."""
    fresh = Ticket.objects.filter(
        digest=_digest(secret), used=None, expires__gt=now, owner__is_active=True
    )
    # One UPDATE claims it, so that of two who come at once only one is let in.
    if not fresh.update(used=now):
        return None
    return User.objects.get(tickets__digest=_digest(secret))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
