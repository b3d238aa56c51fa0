"""What changed while the candidate was away: the plans of their last visit against those of now."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from django.db.models import Q

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.outlook import Outlook
from afterword.actions.planning import plan_of
from afterword.actions.replan import replan
from afterword.actions.values import Replanned, Shift
from afterword.etiquette.plan import Plan
from afterword.journal.held import Held, Part, held
from afterword.tongue import gettext as _
from afterword.tongue import ngettext


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


def away(owner: User, hunt: Iterable[Outlook], since: datetime, now: datetime) -> Away | None:
    """Return what changed since a visit on an earlier day, or None where nothing did."""
    days = (now.date() - since.astimezone(now.tzinfo).date()).days
    if days < 1:
        return None
    before = _then(owner, since, now)
    found = tuple(
        Elsewhere(one.uid, one.employer, one.role, changed)
        for one in hunt
        if one.number in before
        for changed in [replan(before[one.number], one.plan)]
        if changed.changes
    )
    if not found:
        return None
    return Away(since, days, _said(days, found), found)


def _said(days: int, found: tuple[Elsewhere, ...]) -> str:
    """Return how long it was, how many windows closed meanwhile, and what the list is."""
    shifts = [change.what for one in found for change in one.replanned.changes]
    closed = shifts.count(Shift.STEP_LAPSED)
    gone = ngettext("You were away {count} day.", "You were away {count} days.", days)
    gone = gone.format(count=phrases.count(days))
    if not closed:
        return _("{away} Here is what changed meanwhile.").format(away=gone)
    windows = ngettext("{count} window closed", "{count} windows closed", closed)
    windows = windows.format(count=phrases.count(closed).capitalize())
    return _("{away} {windows}; here is what still makes sense.").format(away=gone, windows=windows)


def _then(owner: User, since: datetime, now: datetime) -> dict[int, Plan | None]:
    """Return the plans at a visit, of those opportunities whose plan may be another by now.

    Those are where something was written or looked at since, or where the plan changed by itself.
    """
    may_have = Q(looked=None) | Q(looked__gt=since) | Q(look_again__lte=now)
    numbers = owner.opportunities.filter(may_have).values_list("pk", flat=True)
    books = held(owner, Part(some=frozenset(numbers), bare=True)) if numbers else ()
    return {book.opportunity.pk: _plan_then(book, since) for book in books}


def _plan_then(book: Held, since: datetime) -> Plan | None:
    """Return the plan as it was, from what counts today and was known then."""
    if book.facts.change.made > since:
        return None
    known = msgspec.structs.replace(
        book,
        people=tuple(row for row in book.people if row.change.made <= since),
        events=tuple(row for row in book.events if row.change.made <= since),
    )
    return plan_of(known, since)
