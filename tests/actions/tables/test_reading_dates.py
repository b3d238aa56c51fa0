"""Days as they are written in several countries."""

from datetime import date

import pytest

from afterword.actions.tables.reading_dates import day, day_comes_first, unclear

SPRING = date(2026, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03",
        "2026-04-03 19:21:26",
        "2026-04-03T19:21:26Z",
        "2026/4/3",
        "2026.04.03",
        "2026. 4. 3.",
        "2026年4月3日",
        "2026년 4월 3일",
        "3.4.2026",
        "03.04.26",
        "3. 4. 2026",
        "3 April 2026",
        "3rd Apr 2026",
        "April 3, 2026",
        "Apr. 3rd, 2026",
        "3. April 2026",
        "3 avril 2026",
        "3 de abril de 2026",
        "3 aprile 2026",
        "3 kwietnia 2026",
    ],
)
def test_a_day_that_can_be_read_in_one_way_is_read(text: str) -> None:
    assert day(text, day_first=False) == day(text, day_first=True) == SPRING


@pytest.mark.parametrize("text", ["03/04/2026", "3/4/26", "3-4-2026", "3/4/26, 9:04 AM"])
def test_a_day_that_can_be_read_in_two_ways_is_read_as_told(text: str) -> None:
    assert day(text, day_first=True) == SPRING
    assert day(text, day_first=False) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "month"),
    [("1 juin 2026", 6), ("1 juillet 2026", 7), ("1 März 2026", 3), ("1 mayo 2026", 5)],
)
def test_months_of_other_languages_are_told_apart(text: str, month: int) -> None:
    assert day(text, day_first=True) == date(2026, month, 1)


@pytest.mark.parametrize(
    "text", ["", "soon", "31.02.2026", "13/13/2026", "46085", "1/2", "9" * 500, "3 foo 2026"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text, day_first=True) is None


def test_one_date_that_leaves_no_choice_settles_the_others() -> None:
    assert unclear(["03/04/2026", "13/04/2026"]) == ()
    assert day_comes_first(["03/04/2026", "13/04/2026"])
    assert not day_comes_first(["03/04/2026", "04/13/2026"])


def test_what_nothing_settles_is_asked_about() -> None:
    assert unclear(["03/04/2026", "05/05/2026", "3.4.2026", "2026-03-04", "1/2/26"]) == (
        "03/04/2026",
        "1/2/26",
    )
