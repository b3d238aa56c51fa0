"""What the candidate decided about the rulebook, and what of it counts."""

from collections.abc import Hashable, Iterable

from django.db.models import QuerySet

from afterword.accounts.models import User
from afterword.journal import models


def rulings(owner: User) -> QuerySet[models.Ruling]:
    """Return the decisions that count, the oldest first."""
    rows = models.Ruling.objects.filter(owner=owner, gone=False, replaced_by__isnull=True)
    return rows.select_related("change").order_by("place", "uid")


def key_of(decided: Iterable[models.Ruling]) -> Hashable:
    """Return what is another as soon as anything else is decided: a row never changes."""
    return tuple(row.uid for row in decided)
