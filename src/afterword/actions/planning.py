"""Plans of held opportunities, and the moment at which each has to be looked at again.

A plan is kept in memory for as long as it lasts: what is known, held against the same rules, makes
the same plan until the moment that it names itself. Nothing of it is stored.
"""

from collections.abc import Hashable, Iterator
from datetime import date, datetime, time, timedelta
from hashlib import blake2b

import msgspec

from afterword.actions.memo import Memo
from afterword.actions.rules import rules_of
from afterword.etiquette.lasting import INSTANT, Lasting, lasting
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.plan import Plan
from afterword.journal.held import Held
from afterword.journal.situation import raw_of, situation_of

MINUTE = timedelta(minutes=1)
NEVER = Moment(date.min)
KEPT = 1024
"""Plans in memory, a few kilobytes each."""


_plans: Memo[tuple[bytes, Hashable], Lasting] = Memo(KEPT)


def content(held: Held) -> bytes:
    """Return a digest of what is known of an opportunity: what is the same has the same plan."""
    told = msgspec.json.encode(raw_of(held, NEVER))
    return blake2b(told, digest_size=16).digest()


def lasting_of(held: Held, now: datetime) -> Lasting:
    """Return the plan for an opportunity at `now`, with how long it lasts."""
    kept = _plans.found(_key(held), lambda one: one.holds(now))
    return _made(held, now) if kept is None else kept


def _key(held: Held) -> tuple[bytes, Hashable]:
    return content(held), rules_of(held).key


def _made(held: Held, now: datetime) -> Lasting:
    """Return the plan worked out anew, and kept in memory from then on."""
    made = lasting(situation_of(held, now), rules_of(held).book)
    _plans.keep(_key(held), made)
    return made


def forget() -> None:
    """Let go of every plan in memory, as after a start."""
    _plans.clear()


def plan_of(held: Held, now: datetime) -> Plan:
    """Return the plan for an opportunity at `now`."""
    return lasting_of(held, now).at(now)


def until(held: Held, now: datetime) -> datetime | None:
    """Return the first moment after `now` at which the plan, or what was put off, may be another.

    None where nothing changes before something happens.
    """
    return _first(lasting_of(held, now), held, now)


def _first(plan: Lasting, held: Held, now: datetime) -> datetime | None:
    ends = [plan.until] if plan.until else []
    return min(
        [*ends, *(day for day in _put_off(held) if day > now)], default=None, key=datetime.timestamp
    )


def look_again(held: Held, now: datetime) -> datetime | None:
    """Return when to look at an opportunity again: `until`, but not before a minute has gone by.

    Sooner would be again and again, where rules count from now because an event lies ahead. The
    plan is worked out anew: made at another moment it may name a later one that is as right, and
    what is stored must not depend on what happens to be in memory.
    """
    ends = _first(_made(held, now), held, now)
    return now + MINUTE if ends and ends - now <= INSTANT else ends


def _put_off(held: Held) -> Iterator[datetime]:
    zone = zone_of(held.facts.timezone)
    for choice in held.choices:
        if choice.until:
            yield datetime.combine(choice.until, time(0), zone)
