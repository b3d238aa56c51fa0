"""In time or not: the decision, the post, and the last day for the box."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette import decode
from afterword.etiquette.fold import standing
from afterword.letters.card.envelope import Route
from afterword.letters.card.outlook import (
    FIRST_WILL_DO,
    Expected,
    Timing,
    among_colleagues,
    expected,
    outlook,
    price,
    stamp,
)
from afterword.letters.card.post import Weekday
from tests.letters.card.cards import TUESDAY, decides, mail, service

WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)


@pytest.mark.parametrize(
    ("day", "timing"),
    [
        (3, Timing.TOO_LATE),
        (4, Timing.TOO_LATE),  # it would be read on the very day
        (5, Timing.PERHAPS),
        (6, Timing.PERHAPS),
        (7, Timing.IN_TIME),
        (9, Timing.IN_TIME),
    ],
)
def test_a_card_is_in_time_when_it_is_read_before_the_day(day: int, timing: Timing) -> None:
    # Posted on Tuesday 3 March, read between Wednesday and Friday.
    assert outlook(mail(expected=decides(3, day))).timing is timing


def test_in_time_it_says_when_and_until_when_to_post_it() -> None:
    seen = outlook(mail(expected=decides(3, 10)))
    assert seen.sentence == (
        "Posted on Tue 3 Mar, it is on their desk between Wed 4 Mar and Fri 6 Mar. "
        "They decide by Tue 10 Mar: in time."
    )
    assert seen.post_by == date(2026, 3, 5)  # from Friday on it would be read on Tuesday


def test_perhaps_is_not_good_enough() -> None:
    seen = outlook(mail(expected=decides(3, 5)))
    assert seen.sentence.endswith(
        "They decide by Thu 5 Mar: it may come too late, and an e-mail is there at once."
    )
    assert seen.post_by is None


def test_too_late_says_why_that_matters() -> None:
    seen = outlook(mail(expected=decides(3, 4)))
    assert seen.sentence.endswith(
        "too late, and thanks that come after the decision speak for nobody."
    )
    assert seen.post_by is None


def test_a_day_that_has_passed_was_meant() -> None:
    seen = outlook(mail(expected=decides(3, 2)))
    assert seen.sentence.endswith("They meant to decide by Mon 2 Mar: too late for a card.")


def test_a_day_that_nobody_named_is_only_expected() -> None:
    seen = outlook(mail(expected=decides(3, 10, named=False)))
    assert "You expect them to decide by Tue 10 Mar: in time." in seen.sentence
    past = outlook(mail(expected=decides(3, 2, named=False)))
    assert "You expected them to decide by Mon 2 Mar: too late for a card." in past.sentence


def test_without_a_day_the_next_collection_is_best_and_the_fastest_way() -> None:
    slow, fast = service(3, 5), service(1, 1, name="Express")
    seen = outlook(mail(services=(slow, fast), expected=Expected()))
    assert seen.timing is Timing.NO_DAY
    assert seen.service == fast
    assert seen.post_by == date(2026, 3, 3)
    assert "it is on their desk on Wed 4 Mar." in seen.sentence


def test_where_no_decision_is_awaited_the_cheapest_will_do() -> None:
    slow, fast = service(3, 5), service(1, 1, name="Express")
    seen = outlook(mail(services=(slow, fast), until=date(2026, 3, 20)))
    assert seen.service == slow
    assert seen.post_by == date(2026, 3, 20)
    assert seen.sentence.endswith("Nothing hangs on the day.")


def test_where_nothing_bounds_it_no_last_day_is_named() -> None:
    assert outlook(mail()).post_by is None


def test_the_rulebook_may_end_it_before_the_post_does() -> None:
    seen = outlook(mail(expected=decides(3, 20), until=date(2026, 3, 6)))
    assert seen.post_by == date(2026, 3, 6)


def test_a_last_day_without_a_collection_moves_forward() -> None:
    seen = outlook(mail(expected=decides(3, 20), until=date(2026, 3, 8)))  # a Sunday
    assert seen.post_by == date(2026, 3, 7)


@pytest.mark.parametrize(("day", "name"), [(12, "Second class"), (6, "First class")])
def test_the_cheapest_service_in_time_is_taken(day: int, name: str) -> None:
    services = (service(2, 5, *WEEKEND, name="Second class"), service(1, 2, name="First class"))
    seen = outlook(mail(services=services, expected=decides(3, day)))
    assert (seen.timing, seen.service and seen.service.name) == (Timing.IN_TIME, name)


def test_where_none_is_in_time_the_fastest_is_named() -> None:
    services = (service(2, 5, name="Second class"), service(1, 2, name="First class"))
    seen = outlook(mail(services=services, expected=decides(3, 4)))
    assert seen.service
    assert seen.service.name == "First class"


def test_a_post_that_nobody_knows_is_not_guessed() -> None:
    seen = outlook(mail(route=Route("KE", "US"), expected=decides(3, 20)))
    assert seen.timing is Timing.UNKNOWN
    assert seen.sentence == (
        "The post table knows no letter from KE to US: ask at the counter how long it takes."
    )


def test_colleagues_need_no_stamp() -> None:
    seen = outlook(mail(handed_over=True, expected=decides(3, 4)))
    assert seen.timing is Timing.HANDED_OVER
    assert (seen.stamp, seen.trip) == ("", None)


def test_a_stamp_says_who_checked_its_price() -> None:
    each, today = service(1, 3), date(2026, 3, 3)
    assert stamp(each, today) == "0.78 USD (Letter, up to 28 g; checked on 15 Jan 2026)"
    unsure = msgspec.structs.replace(each, unverified=True)
    assert stamp(unsure, today).endswith("; not verified: ask at the counter)")
    assert stamp(each, date(2027, 3, 3)).endswith("15 Jan 2026, long ago: ask at the counter)")


@pytest.mark.parametrize("missing", [{"postage": None}, {"currency": None}])
def test_a_price_that_nobody_knows_is_not_made_up(missing: dict[str, None]) -> None:
    assert price(msgspec.structs.replace(service(1, 3), **missing)) == "the price is not known"


DAYS = st.dates(date(2026, 3, 3), date(2026, 4, 20))


@given(DAYS, st.integers(0, 6), st.integers(0, 6))
def test_the_last_day_is_in_time_and_the_day_after_is_not(
    decision: date, fewest: int, more: int
) -> None:
    way = mail(services=(service(fewest, fewest + more),), expected=Expected(decision, named=True))
    seen = outlook(way)
    if seen.post_by is None:
        assert seen.timing not in FIRST_WILL_DO
        return
    last = datetime.combine(seen.post_by, TUESDAY.time(), UTC)
    assert outlook(msgspec.structs.replace(way, now=last)).timing is Timing.IN_TIME
    late = last.replace(hour=23)
    assert outlook(msgspec.structs.replace(way, now=late)).timing is not Timing.IN_TIME


# What a situation says of the decision ----------------------------------------------------------

MET = '[[events]]\non = 2026-03-02T14:00:00\nkind = "interview"\nwith = ["lena"]\n'


def seen_in(events: str, opportunity: str = "") -> tuple[Expected | None, bool]:
    """Return the decision that a situation awaits, and whether writer and reader are colleagues."""
    text = (
        f"now = 2026-03-03T11:00:00\n[opportunity]\n{opportunity}\n"
        f'[[people]]\nid = "lena"\nrole = "hiring-manager"\n{events}'
    )
    stands = standing(decode.from_toml(text))
    return expected(stands, stands.people["lena"]), among_colleagues(stands)


def test_the_day_they_named_is_the_day() -> None:
    promised = (
        '[[events]]\non = 2026-03-02T14:00:00\nkind = "promised"\nwhat = "answer"\nby = 2026-03-12'
    )
    assert seen_in(MET + promised) == (Expected(date(2026, 3, 12), named=True), False)


@pytest.mark.parametrize(("word", "day"), [("same-day", 2), ("within-week", 9)])
def test_what_they_let_show_is_expected(word: str, day: int) -> None:
    soon = f'{MET}decision_expected = "{word}"\n'
    assert seen_in(soon)[0] == Expected(date(2026, 3, day))


@pytest.mark.parametrize("events", [MET, f'{MET}decision_expected = "weeks"\n', ""])
def test_otherwise_no_day_is_known(events: str) -> None:
    assert seen_in(events)[0] == Expected()


def test_after_the_decision_nothing_is_awaited() -> None:
    offered = '[[events]]\non = 2026-03-03T09:00:00\nkind = "offered"\n'
    assert seen_in(MET + offered)[0] is None


@pytest.mark.parametrize(
    ("events", "opportunity"),
    [
        ('[[events]]\non = 2026-03-03T09:00:00\nkind = "started"\n', ""),
        (MET, 'via = "internal"'),
    ],
)
def test_who_meets_at_work_needs_no_post(events: str, opportunity: str) -> None:
    assert seen_in(events, opportunity)[1]
