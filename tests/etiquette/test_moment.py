"""A moment is a day or a day and a time, and says the same after it was written down and read."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.moment import YEARS, Moment

NEW_YORK = ZoneInfo("America/New_York")
BERLIN = ZoneInfo("Europe/Berlin")

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
DAYS = st.dates(date(YEARS.start, 1, 1), date(YEARS.stop - 1, 12, 31))
MOMENTS = st.one_of(
    DAYS,
    st.builds(datetime.combine, DAYS, st.times(), st.none() | OFFSETS),
).map(Moment)


@given(MOMENTS)
def test_what_a_moment_says_is_read_back_as_the_same_moment(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(MOMENTS)
def test_equal_moments_have_equal_hashes(moment: Moment) -> None:
    assert hash(Moment.parse(str(moment))) == hash(moment)


@given(MOMENTS, st.sampled_from([NEW_YORK, BERLIN]))
def test_a_moment_falls_on_the_day_that_its_time_falls_on(moment: Moment, zone: ZoneInfo) -> None:
    assert moment.at(zone).date() == moment.day(zone)


@given(MOMENTS, st.sampled_from([NEW_YORK, BERLIN]))
def test_a_moment_by_another_clock_is_the_same_moment(moment: Moment, zone: ZoneInfo) -> None:
    told = moment.there(zone)
    assert (told.exact, told.at(zone)) == (moment.exact, moment.at(zone))
    assert told.there(zone) == told


def test_what_names_a_zone_is_told_by_the_clock_of_another() -> None:
    told = Moment.parse("2026-03-03T09:00-05:00").there(BERLIN)
    assert str(told) == "2026-03-03T15:00:00+01:00"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-3-3", "2026-02-30", "2026-03-03T25:00", "2026-03-03 ", "1899-12-31"],
)
def test_text_that_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  it says no more: examine finds the words
        Moment.parse(text)


@pytest.mark.parametrize("value", [None, 20260303, ["2026-03-03"], time(14)])
def test_what_is_neither_text_nor_a_date_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  as above
        Moment.parse(value)


@pytest.mark.parametrize("text", ["0001-01-01T00:00+05:00", "9999-12-31T23:00-05:00"])
def test_a_day_at_either_end_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  as above
        Moment.parse(text)


def test_a_native_date_of_toml_is_a_moment() -> None:
    assert Moment.parse(date(2026, 3, 3)) == Moment.parse("2026-03-03")


def test_a_native_time_of_toml_is_a_moment() -> None:
    native = datetime(2026, 3, 3, 14)  # noqa: DTZ001  TOML has local times
    assert Moment.parse(native) == Moment.parse("2026-03-03T14:00")


def test_a_day_is_not_the_first_minute_of_that_day() -> None:
    assert Moment.parse("2026-03-03") != Moment.parse("2026-03-03T00:00")


def test_a_moment_is_not_equal_to_its_text() -> None:
    assert Moment.parse("2026-03-03") != "2026-03-03"


def test_only_a_moment_with_a_time_is_exact() -> None:
    assert Moment.parse("2026-03-03T14:00").exact
    assert not Moment.parse("2026-03-03").exact


def test_a_bare_day_counts_as_its_midday() -> None:
    midday = Moment.parse("2026-07-01").at(BERLIN)
    assert midday.isoformat() == "2026-07-01T12:00:00+02:00"


def test_a_time_without_offset_is_local() -> None:
    local = Moment.parse("2026-01-01T09:00").at(BERLIN)
    assert local.isoformat() == "2026-01-01T09:00:00+01:00"


def test_a_time_with_an_offset_is_moved_to_the_zone() -> None:
    moved = Moment.parse("2026-03-04T02:00+01:00")
    assert moved.at(NEW_YORK).isoformat() == "2026-03-03T20:00:00-05:00"
    assert moved.day(NEW_YORK) == date(2026, 3, 3)
    assert moved.day(BERLIN) == date(2026, 3, 4)


def test_a_test_failure_shows_what_a_moment_says() -> None:
    assert repr(Moment.parse("2026-03-03T14:00Z")) == "Moment('2026-03-03T14:00:00+00:00')"
