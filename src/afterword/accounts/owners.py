"""The people whose journals these are; on a computer of one's own, one person."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from afterword.accounts.models import User

LOCAL = "me"


def the_owner(*, now: datetime) -> User:
    """Return whose computer this is: the first person, made where there is none yet.

    They have no password, and sign in by the one-time address that the command prints.
    """
    first = User.objects.order_by("pk").first()
    return first or User.objects.create(name=LOCAL, joined=now, password=make_password(None))


def new_owner(name: str, *, now: datetime, password: str | None = None) -> User:
    """Return a new candidate; without a password they can only sign in by a one-time address."""
    return User.objects.create(name=name, joined=now, password=make_password(password))
