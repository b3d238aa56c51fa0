"""Letters on their way, over weekends and holidays."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.workdays import workdays
from afterword.letters.card.envelope import Route
from afterword.letters.card.post import ABROAD, Service, Trip, Weekday, posted_on, serving, trip
from tests.letters.card.cards import HOME, service

WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)
GERMANY = Route("DE", "DE")


def posted(day: date, each: Service, route: Route = HOME) -> Trip:
    return posted_on(each, day, route)


def test_a_letter_takes_days_of_delivery() -> None:
    way = posted(date(2026, 3, 3), service(1, 3))  # a Tuesday
    assert way == Trip(date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 6))


def test_what_comes_on_a_saturday_is_read_on_monday() -> None:
    way = posted(date(2026, 3, 5), service(1, 2))  # a Thursday
    assert (way.earliest, way.latest) == (date(2026, 3, 6), date(2026, 3, 9))


def test_nothing_is_delivered_on_a_sunday() -> None:
    way = posted(date(2026, 3, 6), service(1, 2))  # a Friday: Saturday and Monday
    assert (way.earliest, way.latest) == (date(2026, 3, 9), date(2026, 3, 9))


def test_a_service_may_rest_on_saturdays_too() -> None:
    way = posted(date(2026, 3, 6), service(1, 2, *WEEKEND))
    assert (way.earliest, way.latest) == (date(2026, 3, 9), date(2026, 3, 10))


def test_a_service_that_rests_on_mondays_is_taken_at_its_word() -> None:
    assert posted(date(2026, 3, 8), service(1, 1, Weekday.MONDAY)).latest == date(2026, 3, 10)


def test_a_box_is_not_emptied_on_a_sunday() -> None:
    way = posted(date(2026, 3, 8), service(1, 1))
    assert (way.posted, way.latest) == (date(2026, 3, 9), date(2026, 3, 10))


def test_nothing_moves_on_a_holiday() -> None:
    way = posted(date(2026, 7, 3), service(1, 1))  # the 3rd is observed, the 4th a Saturday
    assert (way.posted, way.latest) == (date(2026, 7, 6), date(2026, 7, 7))


def test_easter_is_long_in_germany() -> None:
    way = posted(date(2026, 4, 2), service(1, 2, route=GERMANY), GERMANY)  # Maundy Thursday
    # Saturday is a day of post, but nobody is in the office before Tuesday.
    assert (way.earliest, way.latest) == (date(2026, 4, 7), date(2026, 4, 7))


def test_the_holidays_are_those_of_the_country_where_it_is() -> None:
    over = Route("GB", "US")
    way = posted(date(2026, 11, 25), service(1, 1, route=over), over)
    assert way.latest == date(2026, 11, 27)  # the 26th is Thanksgiving there


@pytest.mark.parametrize(
    ("hour", "day"), [(9, date(2026, 3, 3)), (16, date(2026, 3, 3)), (17, date(2026, 3, 4))]
)
def test_after_the_last_collection_it_is_tomorrow(hour: int, day: date) -> None:
    way = trip(service(1, 1), datetime(2026, 3, 3, hour, tzinfo=UTC), HOME)
    assert way.posted == day


def test_the_days_of_a_row_may_stand_in_any_order() -> None:
    assert posted(date(2026, 3, 3), service(3, 1)) == posted(date(2026, 3, 3), service(1, 3))


def test_a_service_to_the_very_country_goes_before_one_to_anywhere() -> None:
    anywhere = service(3, 7, route=Route("GB", ABROAD))
    there = service(2, 4, route=Route("GB", "DE"))
    assert serving((anywhere, there), Route("GB", "DE")) == (there,)
    assert serving((anywhere, there), Route("GB", "FR")) == (anywhere,)


def test_a_service_abroad_does_not_serve_at_home() -> None:
    assert serving((service(3, 7, route=Route("GB", ABROAD)),), Route("GB", "GB")) == ()


def test_a_part_of_a_country_has_the_country_s_post() -> None:
    canada = service(2, 4, route=Route("CA", "CA"))
    assert serving((canada,), Route("CA", "CA-QC")) == (canada,)


DAYS = st.dates(date(2025, 1, 1), date(2034, 12, 1))
COUNTRIES = st.sampled_from(["US", "GB", "DE", "FR", "JP"])


@given(DAYS, COUNTRIES, st.integers(0, 10), st.integers(0, 10))
def test_a_letter_is_read_on_a_working_day_and_never_before_it_was_posted(
    day: date, country: str, fewest: int, more: int
) -> None:
    route = Route(country, country)
    way = posted(day, service(fewest, fewest + more, route=route), route)
    assert day <= way.posted <= way.earliest <= way.latest
    assert workdays(country).working(way.earliest)
    assert workdays(country).working(way.latest)


@given(DAYS, COUNTRIES, st.integers(0, 10))
def test_what_is_posted_later_never_arrives_earlier(day: date, country: str, days: int) -> None:
    route = Route(country, country)
    each = service(days, days, route=route)
    assert posted(day, each, route).latest <= posted(day + timedelta(1), each, route).latest
