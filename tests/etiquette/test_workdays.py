"""Working days are counted as the employer's country counts them."""

from datetime import date

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.workdays import (
    DAY,
    SATURDAY_AND_SUNDAY,
    USUAL_WEEKEND,
    Workdays,
    closing,
    opening,
    workdays,
)
from tests.etiquette.timeline import at

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
COUNTRIES = st.sampled_from(["US", "DE", "AE", "IR", "ZZ"]).map(workdays)
COUNTS = st.integers(-15, 15)


def test_a_weekend_is_passed_over() -> None:
    friday = date(2026, 3, 6)
    assert workdays("US").after(friday, 1) == date(2026, 3, 9)
    assert workdays("US").after(friday, 2) == date(2026, 3, 10)


def test_working_days_are_counted_backwards_too() -> None:
    tuesday = date(2026, 3, 10)
    assert workdays("US").after(tuesday, -2) == date(2026, 3, 6)


def test_no_working_day_after_a_day_is_that_day_even_in_a_weekend() -> None:
    saturday = date(2026, 3, 7)
    assert workdays("US").after(saturday, 0) == saturday


def test_thanksgiving_is_a_weekday_on_which_americans_do_not_work() -> None:
    thanksgiving = date(2026, 11, 26)
    assert workdays("US").weekday(thanksgiving)
    assert not workdays("US").working(thanksgiving)
    assert workdays("GB").working(thanksgiving)


def test_the_end_of_the_year_is_crossed_with_the_holidays_of_both_years() -> None:
    # Friday is New Year's Day, then comes a weekend.
    assert workdays("DE").after(date(2026, 12, 31), 1) == date(2027, 1, 4)
    # 24 December is a Thursday; Christmas is a Friday and a Saturday in Germany.
    assert workdays("DE").after(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert workdays("DE").after(date(2027, 1, 4), -2) == date(2026, 12, 30)


def test_a_subdivision_has_holidays_of_its_own() -> None:
    fete_nationale = date(2026, 6, 24)
    assert workdays("CA").working(fete_nationale)
    assert not workdays("CA-QC").working(fete_nationale)


def test_a_subdivision_that_nobody_knows_has_those_of_its_country() -> None:
    independence_day = date(2025, 7, 4)
    assert not workdays("US-QQ").working(independence_day)


def test_a_country_that_nobody_knows_has_weekends_and_no_holidays() -> None:
    nowhere = workdays("ZZ")
    assert nowhere.weekend == SATURDAY_AND_SUNDAY
    assert nowhere.working(date(2026, 1, 1))
    assert not nowhere.working(date(2026, 1, 3))


def test_a_weekend_is_not_saturday_and_sunday_everywhere() -> None:
    thursday, sunday = date(2026, 6, 4), date(2026, 6, 7)
    assert workdays("IL").after(thursday, 1) == sunday


@pytest.mark.parametrize("country", sorted(USUAL_WEEKEND))
def test_a_weekend_known_without_the_tables_is_that_of_the_tables(country: str) -> None:
    assert frozenset(country_holidays(country, years=2026).weekend) == Workdays(country).weekend


def test_there_is_one_calendar_for_each_country() -> None:
    assert workdays("US") is workdays("US")


def test_work_is_from_nine_to_five_in_the_zone_that_is_spoken_of() -> None:
    like = at("2026-03-03 14:30", "Europe/Berlin")
    assert opening(date(2026, 7, 1), like) == at("2026-07-01 09:00", "Europe/Berlin")
    assert closing(date(2026, 7, 1), like) == at("2026-07-01 17:00", "Europe/Berlin")


@given(COUNTRIES, DAYS, DAYS, COUNTS)
def test_a_later_day_never_leads_to_an_earlier_one(
    calendar: Workdays, one: date, other: date, count: int
) -> None:
    earlier, later = sorted([one, other])
    assert calendar.after(earlier, count) <= calendar.after(later, count)


@given(COUNTRIES, DAYS, COUNTS)
def test_one_more_working_day_is_always_later(calendar: Workdays, day: date, count: int) -> None:
    assert calendar.after(day, count) < calendar.after(day, count + 1)


@given(COUNTRIES, DAYS, st.integers(1, 15))
def test_as_many_days_are_worked_as_were_counted(calendar: Workdays, day: date, count: int) -> None:
    end = calendar.after(day, count)
    between = [day + DAY * passed for passed in range(1, (end - day).days + 1)]
    assert sum(map(calendar.working, between)) == count
    assert calendar.working(end)
