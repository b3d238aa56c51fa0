"""What changed while the candidate was away: the plans of their last visit against those of now."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from afterword.actions.planning import plan_of
from afterword.actions.replan import replan
from afterword.actions.values import Replanned
from afterword.etiquette.plan import Plan
from afterword.journal import models
from afterword.journal.held import Held


class Elsewhere(msgspec.Struct, frozen=True):
    """What changed in one opportunity."""

    opportunity: str
    employer: str
    role: str
    replanned: Replanned


class Away(msgspec.Struct, frozen=True):
    """A time without a visit, in whole days, and what changed in it."""

    since: datetime
    days: int
    said: str
    changes: tuple[Elsewhere, ...] = ()


def away(plans: Iterable[tuple[Held, Plan]], since: datetime, now: datetime) -> Away | None:
    """Return what changed since a visit on an earlier day, or None where nothing did."""
    days = (now.date() - since.astimezone(now.tzinfo).date()).days
    if days < 1:
        return None
    found = tuple(
        Elsewhere(book.uid, book.facts.employer, book.facts.role, changed)
        for book, planned in plans
        if _may_have_changed(book.opportunity, since, now)
        for changed in [replan(_then(book, since), planned)]
        if changed.changes
    )
    if not found:
        return None
    absence = "one day" if days == 1 else f"{days} days"
    return Away(since, days, f"You were away {absence}. Here is what changed meanwhile.", found)


def _may_have_changed(row: models.Opportunity, since: datetime, now: datetime) -> bool:
    """Return whether anything was written since, or the plan changed by itself."""
    written = row.looked is None or row.looked > since
    return written or (row.look_again is not None and row.look_again <= now)


def _then(book: Held, since: datetime) -> Plan | None:
    """Return the plan as it was, from what counts today and was known then."""
    if book.facts.change.made > since:
        return None
    known = msgspec.structs.replace(
        book,
        people=tuple(row for row in book.people if row.change.made <= since),
        events=tuple(row for row in book.events if row.change.made <= since),
    )
    return plan_of(known, since)
