"""The hour beside a day, in the zone that is named or else that of the mail."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from afterword.mailbox.recognising.hours import moments

SENT = datetime(2026, 3, 10, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Thursday at 14:00", "2026-03-12T14:00"),
        ("Thursday at 2pm", "2026-03-12T14:00"),
        ("Thursday at 2.30 p.m.", "2026-03-12T14:30"),
        ("Thursday at 11 am", "2026-03-12T11:00"),
        ("Thursday at 12 am", "2026-03-12T00:00"),
        ("Thursday at noon or 12 pm", "2026-03-12T12:00"),
        ("Thursday at 3", "2026-03-12T15:00"),
        ("Thursday at 9", "2026-03-12T09:00"),
        ("Thursday at 9pm", "2026-03-12T21:00"),
        ("Thursday at 8 p.m.", "2026-03-12T20:00"),
        ("14:00 on Thursday", "2026-03-12T14:00"),
        ("Donnerstag um 14 Uhr", "2026-03-12T14:00"),
        ("Donnerstag, 12. März, 14.30 Uhr", "2026-03-12T14:30"),
        ("jeudi 12 mars à 14 h 30", "2026-03-12T14:30"),
        ("el jueves a las 16:00", "2026-03-12T16:00"),
        ("donderdag 12 maart om 13.00 uur", "2026-03-12T13:00"),
        ("Thursday 12 March 2026, 15:30", "2026-03-12T15:30"),
    ],
)
def test_an_hour_belongs_to_its_day(text: str, at: str) -> None:
    (when,) = moments(text, SENT)
    assert when.timed
    assert when.at.isoformat() == f"{at}:00+00:00"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Thursday at 10:00 CET", 9),
        ("Thursday at 10:00 (Berlin time, CEST)", 9),
        ("Thursday at 10:00 GMT", 10),
        ("Thursday at 10:00 UTC", 10),
        ("Thursday at 10:00 ET", 14),
        ("Thursday at 10:00 Pacific Time", 17),
        ("Thursday at 10:00 am PST", 17),
        ("Thursday at 10:00 IST", 4),
    ],
)
def test_a_zone_that_is_named_counts(text: str, hours: int) -> None:
    (when,) = moments(text, SENT)
    assert when.at.astimezone(UTC).hour == hours


@pytest.mark.parametrize("text", ["jeudi à 10 h, il est là", "Thursday at 10:00 with et al."])
def test_a_word_that_only_looks_like_a_zone_is_none(text: str) -> None:
    (when,) = moments(text, SENT)
    assert when.at.utcoffset() == timedelta()


def test_without_a_zone_it_is_the_one_that_the_mail_came_from() -> None:
    tokyo = SENT.astimezone(timezone(timedelta(hours=9)))
    (when,) = moments("Thursday at 10:00", tokyo)
    assert when.at.utcoffset() == timedelta(hours=9)


def test_a_day_without_an_hour_begins_at_midnight_and_is_not_timed() -> None:
    (when,) = moments("Thursday", SENT)
    assert (when.at.hour, when.timed) == (0, False)


def test_each_day_has_the_hour_beside_it() -> None:
    first, second = moments("Thursday at 14:00 or Friday at 10:00", SENT)
    assert (first.at.hour, second.at.hour) == (14, 10)


@pytest.mark.parametrize(
    "text", ["version 2.30", "at 99", "it costs 14.00 EUR", "25:00", "at 3 days"]
)
def test_a_number_alone_is_no_moment(text: str) -> None:
    assert moments(text, SENT) == []


@pytest.mark.parametrize("hour", ["25:00", "24:00", "13:75", "at 77"])
def test_an_hour_that_does_not_exist_is_left_out(hour: str) -> None:
    (when,) = moments(f"Thursday {hour}", SENT)
    assert not when.timed
