"""Days and hours: as one speaks of them, and as they are written where one lives."""

from datetime import UTC, date, datetime

import pytest

from afterword.actions.items import After
from afterword.web import dates, phrases
from afterword.web.dates import HABIT, Habit

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
AMERICAN = Habit(month_first=True, by_twelve=True)


@pytest.mark.parametrize(
    ("place", "habit"),
    [
        ("en-us", AMERICAN),
        ("en-gb", Habit()),
        ("en-ie", Habit()),
        ("en-au", Habit(by_twelve=True)),
        ("de", Habit()),
        ("fr-ca", Habit()),
        ("de-xx", Habit()),
        ("en", Habit()),
        ("", Habit()),
        ("tlh", Habit()),
    ],
)
def test_a_place_has_its_habit(place: str, habit: Habit) -> None:
    assert dates.habit(place) == habit


@pytest.mark.parametrize(
    ("when", "usual", "american"),
    [
        (datetime(2026, 11, 23, 14, 30, tzinfo=UTC), "today, 14:30", "today, 2:30 p.m."),
        (datetime(2026, 11, 23, 18, 0, tzinfo=UTC), "tonight", "tonight"),
        (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), "tomorrow, 09:00", "tomorrow, 9 a.m."),
        (datetime(2026, 11, 23, 11, 52, tzinfo=UTC), "this morning", "this morning"),
        (datetime(2026, 11, 23, 16, 52, tzinfo=UTC), "this afternoon", "this afternoon"),
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), "tonight", "tonight"),
        (datetime(2026, 11, 24, 8, 18, tzinfo=UTC), "tomorrow morning", "tomorrow morning"),
        (datetime(2026, 11, 24, 13, 3, tzinfo=UTC), "tomorrow afternoon", "tomorrow afternoon"),
        (datetime(2026, 11, 24, 23, 59, tzinfo=UTC), "tomorrow evening", "tomorrow evening"),
        (datetime(2026, 11, 27, 8, 18, tzinfo=UTC), "Fri 27 Nov, morning", "Fri, Nov 27, morning"),
        (datetime(2026, 11, 27, 9, 0, tzinfo=UTC), "Fri 27 Nov, 09:00", "Fri, Nov 27, 9 a.m."),
        (
            datetime(2027, 1, 4, 9, 0, tzinfo=UTC),
            "Mon 4 Jan 2027, 09:00",
            "Mon, Jan 4, 2027, 9 a.m.",
        ),
    ],
)
def test_a_moment_is_told_by_habit(when: datetime, usual: str, american: str) -> None:
    assert phrases.moment(when, NOW) == usual
    token = HABIT.set(AMERICAN)
    assert phrases.moment(when, NOW) == american
    HABIT.reset(token)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 23), "You met today."),
        (date(2026, 11, 22), "You met yesterday."),
        (date(2026, 11, 20), "You met on Friday."),
        (date(2026, 11, 3), "You met on Tue 3 Nov."),
        (date(2025, 11, 3), "You met on Mon 3 Nov 2025."),
        (date(2026, 11, 24), ""),
    ],
)
def test_what_a_step_follows_on_is_told(on: date, said: str) -> None:
    assert phrases.since(After("interview", on), NOW.date()) == said


def test_what_nobody_knows_is_not_told() -> None:
    assert phrases.since(None, NOW.date()) == ""
    assert phrases.since(After("auto-reply", NOW.date()), NOW.date()) == ""


@pytest.mark.parametrize(
    ("opens", "called"),
    [
        ([], "Later this week"),
        ([datetime(2026, 11, 29, 9, 0, tzinfo=UTC)], "Later this week"),
        ([datetime(2026, 11, 24, 9, 0, tzinfo=UTC), NOW], "Later this week"),
        ([NOW, datetime(2026, 11, 30, 9, 0, tzinfo=UTC)], "In the coming days"),
    ],
)
def test_a_week_ends_on_its_sunday(opens: list[datetime], called: str) -> None:
    assert phrases.ahead(opens, NOW) == called


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "no detail of your talk yet: two are good"),
        (1, "one detail of your talk: two are better"),
        (7, "details of your talk ✓"),
    ],
)
def test_details_are_told_and_not_counted(number: int, said: str) -> None:
    assert phrases.details(number) == said
