"""Employers are left in peace in the evening before days off, and until nine on the next day."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.rest import end_of, last_before, next_after, works
from afterword.etiquette.rulebook.mark import Rest
from afterword.etiquette.workdays import workdays
from tests.etiquette.timeline import at

US = workdays("US")


@pytest.mark.parametrize(
    ("when", "until"),
    [
        ("2026-03-06 18:00", None),  # Friday, at six sharp
        ("2026-03-06 18:01", "2026-03-09 09:00"),
        ("2026-03-07 12:00", "2026-03-09 09:00"),
        ("2026-03-09 03:00", "2026-03-09 09:00"),
        ("2026-03-09 08:59", "2026-03-09 09:00"),
        ("2026-03-09 09:00", None),
        ("2026-03-09 20:00", None),  # a night between two days at work
        ("2026-03-10 05:00", None),
    ],
)
def test_a_weekend_is_left_in_peace(when: str, until: str | None) -> None:
    assert end_of(Rest.WEEKEND, at(when), US) == (at(until) if until else None)


@pytest.mark.parametrize(
    ("when", "until"),
    [
        ("2026-11-25 18:30", "2026-11-27 09:00"),  # the evening before Thanksgiving
        ("2026-11-26 12:00", "2026-11-27 09:00"),
        ("2026-12-24 19:00", "2026-12-28 09:00"),  # Christmas is a Friday
    ],
)
def test_a_holiday_is_left_in_peace_where_holidays_count(when: str, until: str) -> None:
    assert end_of(Rest.DAYS_OFF, at(when), US) == at(until)
    assert works(Rest.WEEKEND, at("2026-11-26").date(), US)


def test_a_holiday_in_the_week_is_no_rest_where_only_weekends_count() -> None:
    assert end_of(Rest.WEEKEND, at("2026-11-26 12:00"), US) is None


def test_the_next_rest_begins_on_the_eve_of_the_next_day_off() -> None:
    monday = at("2026-11-23 10:00")
    assert next_after(Rest.WEEKEND, monday, US) == at("2026-11-27 18:00")
    assert next_after(Rest.DAYS_OFF, monday, US) == at("2026-11-25 18:00")


def test_the_last_rest_ended_on_the_first_morning_after_days_off() -> None:
    friday = at("2026-11-27 10:00")
    assert last_before(Rest.WEEKEND, friday, US) == at("2026-11-23 09:00")
    assert last_before(Rest.DAYS_OFF, friday, US) == at("2026-11-27 09:00")


@given(
    st.sampled_from(Rest),
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001  made aware below
)
def test_after_a_rest_there_is_work_and_before_it_another_rest_ended(
    rest: Rest, when: datetime
) -> None:
    moment = at(str(when))
    end = end_of(rest, moment, US)
    awake = end or moment
    assert end is None or end > moment
    assert works(rest, awake.date(), US)
    assert end_of(rest, next_after(rest, awake, US) + timedelta(minutes=1), US)
    assert last_before(rest, awake, US) <= awake
