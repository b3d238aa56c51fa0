"""Days in prose, as seen from Tuesday, 10 March 2026."""

from datetime import date

import pytest

from afterword.mailbox.recognising.days import Day, days, table

SENT = date(2026, 3, 10)


def named(text: str) -> list[tuple[str, bool]]:
    """Return the days of a text and whether each is a span."""
    return [(one.on.isoformat(), one.loose) for one in days(text, SENT)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16 March", "2026-03-16"),
        ("16th of March", "2026-03-16"),
        ("March 16", "2026-03-16"),
        ("March 16th, 2026", "2026-03-16"),
        ("Monday, 16 March 2026", "2026-03-16"),
        ("Mon 16 Mar", "2026-03-16"),
        ("the 16th", "2026-03-16"),
        ("2026-03-16", "2026-03-16"),
        ("16/03/2026", "2026-03-16"),
        ("16.03.2026", "2026-03-16"),
        ("16.3.", "2026-03-16"),
        ("3/16/2026", "2026-03-16"),
        ("16 January", "2026-01-16"),
        ("16 December", "2026-12-16"),
        ("today", "2026-03-10"),
        ("tomorrow", "2026-03-11"),
        ("Friday", "2026-03-13"),
        ("on Tuesday", "2026-03-17"),
        ("16. März", "2026-03-16"),
        ("Montag, den 16. März", "2026-03-16"),
        ("morgen", "2026-03-11"),
        ("le 16 mars", "2026-03-16"),
        ("1er avril", "2026-04-01"),
        ("16 de marzo de 2026", "2026-03-16"),
        ("16 marzo", "2026-03-16"),
        ("16 maart", "2026-03-16"),
        ("16 de março", "2026-03-16"),
        ("16 mars", "2026-03-16"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    assert named(f"See you {text}, yes?") == [(day, False)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("by the end of next week", "2026-03-20"),
        ("by the end of the week", "2026-03-13"),
        ("by the end of the month", "2026-03-31"),
        ("by the end of April", "2026-04-30"),
    ],
)
def test_the_end_of_a_span_is_a_day(text: str, last: str) -> None:
    assert named(f"We decide {text}.") == [(last, False)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("next week", "2026-03-20"),
        ("this week", "2026-03-13"),
        ("within two weeks", "2026-03-24"),
        ("in a couple of weeks", "2026-03-24"),
        ("within 10 days", "2026-03-20"),
        ("nächste Woche", "2026-03-20"),
        ("in zwei Wochen", "2026-03-24"),
        ("la semaine prochaine", "2026-03-20"),
    ],
)
def test_a_span_ends_with_its_last_day(text: str, last: str) -> None:
    assert named(f"We decide {text}.") == [(last, True)]


def test_working_days_leave_out_weekends() -> None:
    assert named("within three working days") == [("2026-03-13", True)]
    assert named("within five business days") == [("2026-03-17", True)]


def test_several_days_stay_in_their_order() -> None:
    assert [day for day, _ in named("16 March, 13 March or 12 March")] == [
        *("2026-03-16", "2026-03-13", "2026-03-12")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We sat down together.",
        "So do I.",
        "You may march on.",
        "It is 10 % more, 27 days of holiday.",
        "See section 3.2 of version 1.2.3.",
        "Call 020 7946 0000.",
        "31/02/2026",
        "99.99.2026",
        "0000-00-00",
        "in 99999 weeks",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert named(text) == []


def test_where_a_day_stands_is_known() -> None:
    text = "Until 16 March, please."
    (day,) = days(text, SENT)
    assert text[day.start : day.end] == "16 March"
    assert day == Day(date(2026, 3, 16), 6, 14)


@pytest.mark.parametrize(("word", "number"), [("7", 7), ("two", 2), ("zwei", 2), ("many", 0)])
def test_numerals_and_their_words_are_numbers(word: str, number: int) -> None:
    assert table().number(word) == number


def test_every_language_names_twelve_months_or_none() -> None:
    assert set(table().months.values()) == set(range(1, 13))
    assert set(table().weekdays.values()) == set(range(7))
