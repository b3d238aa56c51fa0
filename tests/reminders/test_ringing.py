"""Nobody is woken, and no alarm goes off that is of no use."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.reminders.ringing import EVENING, MORNING, beforehand, opening

PARIS, NEW_YORK = ZoneInfo("Europe/Paris"), ZoneInfo("America/New_York")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(NEW_YORK))  # noqa: DTZ001  Hypothesis adds the zone


def at(text: str, zone: ZoneInfo = PARIS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("opens", "rings"),
    [
        ("2026-03-03T09:00", "2026-03-03T09:00"),
        ("2026-03-03T05:30", "2026-03-03T08:00"),
        ("2026-03-03T00:00", "2026-03-03T08:00"),
        ("2026-03-03T21:15", "2026-03-04T08:00"),
        ("2026-03-28T23:00", "2026-03-29T08:00"),  # the night in which clocks are put forward
    ],
)
def test_it_rings_as_a_window_opens_or_in_the_morning_after(opens: str, rings: str) -> None:
    assert opening(at(opens), None, PARIS) == at(rings)


def test_the_night_is_that_of_the_candidate_not_of_the_employer() -> None:
    assert opening(at("2026-03-03T16:00", NEW_YORK), None, PARIS) == at("2026-03-04T08:00")


def test_a_window_that_closes_before_the_morning_does_not_ring() -> None:
    assert opening(at("2026-03-03T21:00"), at("2026-03-04T08:00"), PARIS) is None
    assert opening(at("2026-03-03T21:00"), at("2026-03-04T08:01"), PARIS)


@pytest.mark.parametrize(
    ("begins", "rings"),
    [
        ("2026-03-03T14:00", "2026-03-03T12:00"),
        ("2026-03-03T09:30", "2026-03-02T20:00"),
        ("2026-03-03T23:30", "2026-03-03T20:00"),
    ],
)
def test_it_rings_before_an_appointment_or_on_the_evening_before(begins: str, rings: str) -> None:
    assert beforehand(at(begins), timedelta(hours=2), PARIS) == at(rings)


@given(MOMENTS)
def test_whatever_the_hour_nothing_rings_at_night(moment: datetime) -> None:
    rings = opening(moment, None, PARIS)
    assert rings
    assert moment <= rings <= moment + timedelta(hours=13)
    before = beforehand(moment, timedelta(hours=2), PARIS)
    assert before < moment
    for one in (rings, before):
        assert MORNING <= one.astimezone(PARIS).time() <= EVENING
