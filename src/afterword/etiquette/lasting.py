"""How long a plan lasts: until a moment that it was held against, or until something happens."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from afterword.etiquette.fold import standing
from afterword.etiquette.ledger import LONGEST_INTERVIEW
from afterword.etiquette.moment import zone_of
from afterword.etiquette.plan import Plan, planned
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.situation import Situation
from afterword.etiquette.standing import Anchor, Standing
from afterword.etiquette.weighing import Scale

INSTANT = timedelta(microseconds=1)
CLOCKS_CHANGE = timedelta(hours=3)


class Lasting(msgspec.Struct, frozen=True):
    """A plan, and the first moment at which it may be another; None: not before something happens.

    From its own `now` on, and before `until`, the plan for the same events is the same, but for
    its `now`.
    """

    plan: Plan
    until: datetime | None

    def holds(self, now: datetime) -> bool:
        """Return whether the plan for the same events at `now` is this one."""
        return self.plan.now <= now and (self.until is None or now < self.until)

    def at(self, now: datetime) -> Plan:
        """Return the plan as of another moment at which it holds."""
        return msgspec.structs.replace(self.plan, now=now.astimezone(self.plan.now.tzinfo))


def lasting(situation: Situation, rulebook: Rulebook) -> Lasting:
    """Return the plan for a situation, with how long it lasts.

    A moment at which something ends is still before its end, so that what is planned in such a
    moment lasts no longer than that.
    """
    stands = standing(situation)
    scale = Scale(rulebook, stands)
    found = planned(situation, scale)
    now = stands.now
    turns = {*scale.turns, *_turns(stands), *_ahead(situation, now)}
    if now in turns or _clocks_change(now):
        return Lasting(found, now + INSTANT)
    until = min((turn for turn in turns if turn > now), default=None)
    if until and _clocks_change(until):
        until = max(until - CLOCKS_CHANGE, now + INSTANT)
    return Lasting(found, until)


def _clocks_change(at: datetime) -> bool:
    """Return whether clocks are put forward or back near a moment.

    Rules go by the clock on the wall, which shows such an hour twice or never.
    """
    return (at - CLOCKS_CHANGE).utcoffset() != (at + CLOCKS_CHANGE).utcoffset()


def _turns(stands: Standing) -> Iterator[datetime]:
    """Yield the moments that facts were held against, before any rule was asked."""
    back, scheduled = stands.anchors.get(Anchor.RETURN), stands.anchors.get(Anchor.SCHEDULED)
    if back:
        yield back
    if scheduled:
        yield scheduled + LONGEST_INTERVIEW


def _ahead(situation: Situation, now: datetime) -> Iterator[datetime]:
    """Yield `now` while an event lies ahead of it: rules count it from now, whenever that is.

    Such is an event of this morning that is known by its day alone, which counts as midday.
    """
    zone = zone_of(situation.timezone)
    if any(event.on.at(zone) > now for event in (*situation.events, *situation.elsewhere)):
        yield now
