"""What came by mail: the rows that count, and those that one invitation brought together."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from afterword.accounts.models import User
from afterword.journal import models

CURRENT = Q(gone=False, replaced_by__isnull=True)


def messages(owner: User) -> QuerySet[models.Message]:
    """Return what came, as it counts now, the newest first."""
    return models.Message.objects.filter(CURRENT, owner=owner).order_by("-sent", "uid")


def taught(owner: User) -> QuerySet[models.Taught]:
    """Return the addresses that the candidate said where they belong."""
    return models.Taught.objects.filter(CURRENT, owner=owner).order_by("place", "uid")


def together(owner: User, rows: Iterable[models.Message]) -> list[models.Message]:
    """Return messages with all others that speak of the same entries in a calendar."""
    rows = list(rows)
    entries = {uid for row in rows if (uid := row.calendar.get("uid"))}
    others = messages(owner).filter(calendar__uid__in=sorted(entries)) if entries else ()
    return list({row.identity: row for row in (*others, *rows)}.values())
