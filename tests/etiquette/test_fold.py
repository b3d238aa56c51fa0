"""Events are folded in the order of time into where things stand."""

from datetime import timedelta
from typing import get_args

from afterword.etiquette.entries import ENTRIES
from afterword.etiquette.events import Event
from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Stage
from tests.etiquette.timeline import after, at


def test_every_kind_of_event_has_an_entry() -> None:
    assert set(ENTRIES) == set(get_args(Event))


def test_nothing_stands_before_anything_has_happened() -> None:
    stands = after("", now="2026-03-10 11:00")
    assert stands.stage is Stage.NOTHING_YET
    assert stands.anchors == {}
    assert not stands.people["manager"].met


def test_events_are_read_in_the_order_of_time_not_of_the_file() -> None:
    stands = after(
        """
        2026-03-04 10:00  rejected
        2026-03-03 14:00  interview  with=manager
        """,
        now="2026-03-10 11:00",
    )
    assert stands.stage is Stage.REJECTED


def test_events_of_one_minute_keep_the_order_of_the_file() -> None:
    stands = after(
        """
        2026-03-03 14:00  withdrew
        2026-03-03 14:00  applied
        """,
        now="2026-03-10 11:00",
    )
    assert stands.stage is Stage.APPLIED


def test_a_day_with_a_bare_date_keeps_the_order_of_the_file() -> None:
    stands = after(
        """
        2026-03-03 16:00  withdrew
        2026-03-03        applied
        2026-03-03 09:00  rejected
        """,
        now="2026-03-10 11:00",
    )
    assert stands.stage is Stage.REJECTED


def test_a_bare_date_leaves_the_clock_of_other_days_alone() -> None:
    stands = after(
        """
        2026-03-05        opening
        2026-03-03 16:00  applied
        2026-03-03 09:00  withdrew
        """,
        now="2026-03-10 11:00",
    )
    assert stands.stage is Stage.APPLIED


def test_days_are_those_of_the_employers_zone() -> None:
    # In Tokyo the application is of the 4th, like the bare date, and stands after it.
    stands = after(
        """
        2026-03-04              withdrew
        2026-03-03 16:00+00:00  applied
        """,
        now="2026-03-10 11:00",
        timezone="Asia/Tokyo",
    )
    assert stands.stage is Stage.APPLIED


def test_the_hour_that_comes_twice_in_autumn_is_read_in_the_order_of_the_world() -> None:
    stands = after(
        """
        2026-11-01 01:10-05:00  applied
        2026-11-01 01:50-04:00  withdrew
        """,
        now="2026-11-02 11:00",
        timezone="America/New_York",
    )
    assert stands.stage is Stage.APPLIED


def test_across_the_change_to_summer_time_hours_are_local() -> None:
    stands = after(
        """
        2026-03-28 15:00        interview  with=manager
        2026-03-29 15:00+02:00  reposted
        """,
        now="2026-03-30 11:00",
        timezone="Europe/Berlin",
    )
    anchors = stands.anchors
    assert anchors[Anchor.INTERVIEW] == at("2026-03-28 15:00", "Europe/Berlin")
    assert anchors[Anchor.REPOSTING] == at("2026-03-29 15:00", "Europe/Berlin")
    between = anchors[Anchor.REPOSTING].timestamp() - anchors[Anchor.INTERVIEW].timestamp()
    assert timedelta(seconds=between) == timedelta(hours=23)


def test_now_is_aware_and_in_the_employers_zone() -> None:
    stands = after("", now="2026-03-10 11:00+00:00", timezone="Asia/Tokyo")
    assert stands.now.isoformat() == "2026-03-10T20:00:00+09:00"


def test_what_happened_some_time_today_has_not_happened_after_now() -> None:
    stands = after("2026-03-10 applied", now="2026-03-10 09:30")
    assert stands.anchors[Anchor.APPLICATION] == stands.now
