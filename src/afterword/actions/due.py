"""What is due: the opportunities whose plan has changed by itself, found by the index."""

from datetime import datetime

import msgspec
from django.db import transaction

from afterword.actions.planning import look_again, plan_of
from afterword.etiquette.plan import Plan
from afterword.journal import models
from afterword.journal.held import Part, held


class Due(msgspec.Struct, frozen=True):
    """An opportunity whose plan changed at `since`: whose it is, and the plan as it is now."""

    owner: int
    opportunity: str
    since: datetime
    plan: Plan


def due(*, now: datetime, limit: int = 100) -> tuple[Due, ...]:
    """Return what is due among everybody's opportunities, the longest due first."""
    rows = models.Opportunity.objects.filter(look_again__lte=now).select_related("owner")
    return tuple(
        Due(row.owner_id, row.uid, row.look_again, plan_of(kept, now))
        for row in rows.order_by("look_again", "pk")[:limit]
        for kept in held(row.owner, Part(uid=row.uid))
        if row.look_again
    )


@transaction.atomic
def looked(one: Due, *, now: datetime) -> None:
    """Note that something due was looked at, so that it is due again when it next changes."""
    row = models.Opportunity.objects.get(owner=one.owner, uid=one.opportunity)
    refresh(row, now)


@transaction.atomic
def rebuild(*, now: datetime) -> int:
    """Work out anew when each opportunity has to be looked at; return how many there are."""
    rows = models.Opportunity.objects.select_related("owner")
    return sum(refresh(row, now) for row in rows)


def refresh(row: models.Opportunity, now: datetime) -> int:
    """Work out anew when one opportunity has to be looked at; return 1."""
    row.looked, row.look_again = now, derived(row, now)
    row.save(update_fields=["looked", "look_again"])
    return 1


def derived(row: models.Opportunity, now: datetime) -> datetime | None:
    """Return when an opportunity has to be looked at again, seen from `now`."""
    kept = held(row.owner, Part(uid=row.uid))
    return look_again(kept[0], plan_of(kept[0], now), now) if kept else None
