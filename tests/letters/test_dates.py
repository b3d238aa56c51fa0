"""Days are named as people name them: "Friday" within a week of today, and otherwise the date."""

from datetime import date

import pytest

from afterword.letters.dates import adverbial, noun
from afterword.letters.facts import facts
from afterword.letters.profile import Profile, Spelling
from tests.letters.desk import ENGLISH, MONDAY, SAM, occasion

DATES = ENGLISH.usage.dates
AMERICAN = Profile(spelling=Spelling.US)


@pytest.mark.parametrize(
    ("day", "named", "when"),
    [
        (date(2026, 3, 9), "today", "today"),
        (date(2026, 3, 8), "yesterday", "yesterday"),
        (date(2026, 3, 10), "tomorrow", "tomorrow"),
        (date(2026, 3, 6), "Friday", "on Friday"),
        (date(2026, 3, 3), "Tuesday", "on Tuesday"),
        (date(2026, 3, 2), "2 March", "on 2 March"),
        (date(2026, 3, 15), "Sunday", "on Sunday"),
        (date(2026, 3, 16), "16 March", "on 16 March"),
        (date(2025, 4, 14), "14 April 2025", "on 14 April 2025"),
    ],
)
def test_a_day_is_named_by_how_far_away_it_is(day: date, named: str, when: str) -> None:
    assert (noun(day, MONDAY, DATES), adverbial(day, MONDAY, DATES)) == (named, when)


def test_without_a_today_a_day_has_its_date() -> None:
    assert noun(MONDAY, None, DATES) == "9 March"
    assert adverbial(MONDAY, None, DATES) == "on 9 March"


@pytest.mark.parametrize(
    ("day", "named"), [(date(2026, 2, 14), "February 14"), (date(2025, 2, 14), "February 14, 2025")]
)
def test_an_american_puts_the_month_first(day: date, named: str) -> None:
    assert facts(occasion(met=day), AMERICAN, ENGLISH)["when"] == f"on {named}"


@pytest.mark.parametrize(
    ("day", "named", "when"),
    [
        (date(2026, 3, 8), "Sunday", "on Sunday"),
        (date(2026, 3, 5), "Thursday", "on Thursday"),
        (date(2026, 3, 9), "today", "today"),
        (date(2026, 3, 10), "tomorrow", "tomorrow"),
        (date(2026, 3, 20), "20 March", "on 20 March"),
    ],
)
def test_a_day_that_they_named_is_never_called_yesterday(day: date, named: str, when: str) -> None:
    known = facts(occasion(promised=day), SAM, ENGLISH)
    assert (known["promised"], known["promised_on"]) == (named, when)


def test_a_meeting_that_is_still_to_come_is_not_spoken_of() -> None:
    known = facts(occasion(met=date(2026, 3, 10)), SAM, ENGLISH)
    assert "when" not in known
    assert "day" not in known
