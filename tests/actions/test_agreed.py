"""Interviews to come on Today: at the candidate's hour, the next first, and no longer than due."""

from datetime import UTC

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.log_event import log_event
from afterword.actions.today import MOST, today
from tests.actions.hunt import at, event, interviewed, person, told

pytestmark = pytest.mark.usefixtures("journal")
MONDAY = "2026-03-02 09:00"
AGREED = "2026-03-01 10:00  interview-scheduled  at=2026-03-05T14:00 with=lena"
MOVED = "2026-03-02 08:30  interview-scheduled  at=2026-03-06T15:00 with=lena"
SOME_TIME = "2026-03-01 10:00  interview-scheduled  at=2026-03-04 with=lena"


def hunting(owner: User, lines: str = AGREED, **more: str) -> str:
    """Return the uid of an opportunity in which an interview is agreed."""
    return add_opportunity(owner, told(lines, now=MONDAY, **more), now=at(MONDAY)).opportunity


def shown(owner: User, when: str) -> list[str]:
    """Return the interviews on Today at a moment."""
    return [f"{one.starts:%d %b %H:%M}" for one in today(owner, now=at(when)).agreed]


def test_it_stands_there_until_it_is_over() -> None:
    alice = person()
    hunting(alice)
    for when in (MONDAY, "2026-03-05 13:59", "2026-03-05 14:59"):
        assert shown(alice, when) == ["05 Mar 14:00"]
    assert shown(alice, "2026-03-05 15:00") == []


def test_it_stands_there_by_the_clock_of_whoever_looks() -> None:
    alice = person()
    hunting(alice)
    (one,) = today(alice, now=at(MONDAY).astimezone(UTC)).agreed
    assert f"{one.starts:%H:%M}" == "19:00"


def test_only_what_was_said_of_it_last_counts() -> None:
    alice = person()
    uid = hunting(alice)
    log_event(alice, uid, event(MOVED), now=at(MONDAY))
    assert shown(alice, "2026-03-02 10:00") == ["06 Mar 15:00"]
    missed = "2026-03-02 11:00  interview-missed  by=employer"
    log_event(alice, uid, event(missed), now=at("2026-03-02 11:00"))
    assert shown(alice, "2026-03-02 12:00") == []


def test_a_day_without_an_hour_lasts_all_day() -> None:
    alice = person()
    hunting(alice, SOME_TIME)
    (one,) = today(alice, now=at("2026-03-04 18:00")).agreed
    assert not one.exact
    assert shown(alice, "2026-03-05 00:00") == []


def test_the_next_comes_first_and_there_are_not_too_many() -> None:
    alice = person()
    for day in (9, 5, 8, 7, 6):
        hunting(alice, AGREED.replace("03-05", f"03-{day:02}"), employer=f"House {day}")
    found = shown(alice, MONDAY)
    assert found == [f"{day:02} Mar 14:00" for day in (5, 6, 7, 8)]
    assert len(found) == MOST


def test_nothing_stands_there_where_nothing_is_agreed() -> None:
    alice = person()
    interviewed(alice)
    assert shown(alice, "2026-03-03 18:30") == []
