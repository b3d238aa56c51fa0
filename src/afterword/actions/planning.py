"""Plans of held opportunities, and the moment at which each has to be looked at again."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache

from afterword import rulebooks
from afterword.etiquette.fold import standing
from afterword.etiquette.moment import zone_of
from afterword.etiquette.plan import Plan, plan
from afterword.etiquette.rulebook.book import Rulebook
from afterword.journal.held import Held
from afterword.journal.situation import situation_of

MINUTE = timedelta(minutes=1)


@cache
def book() -> Rulebook:
    """Return the built-in rulebook, loaded once in a process."""
    return rulebooks.rulebook()


def plan_of(held: Held, now: datetime) -> Plan:
    """Return the plan for an opportunity at `now`."""
    return plan(situation_of(held, now), book())


def look_again(held: Held, planned: Plan, now: datetime) -> datetime | None:
    """Return the first moment after `now` at which anything in the plan opens, closes or ends.

    Every bound counts, also of what is later or to be left alone; so do the moments that rules
    count from, such as a return or a day that they named, and the days to which the candidate put
    something off. Looking once too often does no harm. What ends with a moment is still open in it,
    so that what ends now is looked at in a minute.
    """
    moments = [*_bounds(planned), *_anchors(held, now), *_put_off(held)]
    later = [moment for moment in moments if moment.timestamp() > now.timestamp()]
    ending = [now + MINUTE for moment in moments if moment.timestamp() == now.timestamp()]
    return min([*later, *ending], key=datetime.timestamp, default=None)


def _bounds(planned: Plan) -> Iterator[datetime]:
    for step in planned.steps:
        window = step.window
        bounds = (window.not_before, window.best_by, window.too_late_after, window.resumes)
        yield from (bound for bound in bounds if bound)
    yield from (one.until for one in planned.restraints if one.until)
    if planned.silence and planned.silence.until:
        yield planned.silence.until
    if planned.look_again:
        yield planned.look_again


def _anchors(held: Held, now: datetime) -> Iterator[datetime]:
    stands = standing(situation_of(held, now))
    yield from stands.anchors.values()
    for them in stands.people.values():
        yield from them.anchors.values()


def _put_off(held: Held) -> Iterator[datetime]:
    zone = zone_of(held.facts.timezone)
    for choice in held.choices:
        if choice.until:
            yield datetime.combine(choice.until, time(0), zone)
