"""A plan holds until the moment that it names, whatever happened and whatever the rules are."""

from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword import rulebooks
from afterword.etiquette import decode
from afterword.etiquette.lasting import Lasting, lasting
from afterword.etiquette.moment import Moment
from afterword.etiquette.plan import plan
from afterword.etiquette.situation import Situation
from tests.etiquette import timeline, worlds

BOOK = rulebooks.rulebook()
MONTHS = timedelta(days=90)


def seen(situation: Situation, at: datetime) -> Situation:
    return msgspec.structs.replace(situation, now=Moment(at))


def told(lines: str, now: str) -> Lasting:
    people = "lena:hiring-manager,name=Lena,postal_address=yes"
    return lasting(timeline.situation(lines, now=now, people=people), BOOK)


@settings(max_examples=150)
@given(
    st.one_of(worlds.raw_hunts(), worlds.raw_situations()),
    st.floats(0, 1, exclude_max=True),
    st.timedeltas(timedelta(0), timedelta(days=40)),
)
def test_until_then_the_plan_is_the_same(raw: worlds.Raw, part: float, ahead: timedelta) -> None:
    situation = decode.from_raw(raw)
    first = lasting(situation, BOOK)
    # Not only as seen from the last event: from anywhere in the weeks after it, too.
    later = seen(situation, first.plan.now + ahead)
    found = lasting(later, BOOK)
    assert found.plan == plan(later, BOOK)
    until = found.until or found.plan.now + MONTHS
    instant = timedelta(microseconds=1)
    then = min(found.plan.now + (until - found.plan.now) * part, until - instant)
    assert found.holds(then)
    assert found.at(then) == plan(seen(situation, then), BOOK)


def test_it_holds_neither_before_nor_after() -> None:
    found = told("2026-03-03 14:00  interview  with=lena", "2026-03-03 18:30")
    assert found.until
    assert not found.holds(found.plan.now - timedelta(minutes=1))
    assert found.holds(found.plan.now)
    assert not found.holds(found.until)


def test_what_is_over_for_good_holds_until_something_happens() -> None:
    found = told("2026-03-10 12:00 closed", "2027-03-10 12:00")
    assert found.until is None
    assert found.holds(found.plan.now + timedelta(days=4000))


def test_an_interview_that_lies_ahead_no_longer_is_noticed() -> None:
    found = told("2026-03-02 10:00 interview-scheduled at=2026-03-05T14:00", "2026-03-05 20:00")
    assert found.until
    assert found.until.isoformat().startswith("2026-03-06T02:00")


def test_what_happened_today_at_some_time_is_counted_from_now_until_midday() -> None:
    found = told("2026-03-03 interview with=lena", "2026-03-03 09:30")
    assert not found.holds(found.plan.now + timedelta(minutes=1))
    assert told("2026-03-03 interview with=lena", "2026-03-03 12:30").holds(
        found.plan.now + timedelta(hours=3, minutes=10)
    )


@pytest.mark.parametrize("now", ["2026-03-08 01:30", "2026-11-01 00:30"])
def test_when_clocks_change_nothing_is_relied_on(now: str) -> None:
    situation = timeline.situation("2026-02-03 parted", now=now, timezone="America/New_York")
    found = lasting(situation, BOOK)
    assert not found.holds(found.plan.now + timedelta(minutes=1))


def test_a_moment_at_which_clocks_change_is_kept_away_from() -> None:
    situation = timeline.situation(
        "2026-03-02 10:00 interview-scheduled at=2026-03-07T14:00",
        now="2026-03-07 20:00",
        timezone="America/New_York",
    )
    found = lasting(situation, BOOK)
    assert found.until
    assert found.until.isoformat().startswith("2026-03-07T23:00")
