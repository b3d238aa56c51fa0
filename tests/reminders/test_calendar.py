"""What a calendar is handed: RFC 5545, read back by another's parser."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from afterword.reminders.calendar import calendar
from afterword.reminders.entry import Cover, Entry, uid

LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
CHANGED = datetime(2026, 3, 27, 10, 0, 30, tzinfo=UTC)
FEED = Cover("Afterword")
THANKS = Entry(
    uid="thanks",
    title="Thank Ms Okafor, “RN”; today 💐 " * 4,
    starts=datetime(2026, 3, 28, 18, 0, tzinfo=LONDON),
    ends=datetime(2026, 3, 30, 9, 0, tzinfo=LONDON),
    changed=CHANGED,
    details="One line;\nand, another \\",
    link="http://localhost/opportunities/a",
)


def written(*entries: Entry, cover: Cover = FEED) -> bytes:
    return calendar(entries, cover)


def lines(*entries: Entry, cover: Cover = FEED) -> list[str]:
    """Return the lines as a calendar unfolds them."""
    return written(*entries, cover=cover).replace(b"\r\n ", b"").decode().split("\r\n")


def read(*entries: Entry) -> icalendar.Event:
    return icalendar.Calendar.from_ical(written(*entries)).events[0]


def altered(**fields: object) -> Entry:
    return Entry(**{**{name: getattr(THANKS, name) for name in Entry.__struct_fields__}, **fields})


def test_lines_end_in_crlf_and_are_folded_at_75_octets() -> None:
    raw = written(THANKS)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert 70 < max(map(len, raw.split(b"\r\n"))) <= 75  # never within a letter


def test_what_was_written_is_read_back() -> None:
    event = read(THANKS)
    assert str(event["SUMMARY"]) == THANKS.title
    assert str(event["DESCRIPTION"]) == THANKS.details
    assert str(event["URL"]) == THANKS.link
    assert (event.start, event.end) == (THANKS.starts, THANKS.ends)


def test_signs_of_the_format_are_escaped() -> None:
    assert r"DESCRIPTION:One line\;\nand\, another \\" in lines(THANKS)


def test_every_zone_is_spelled_out_and_utc_needs_none() -> None:
    begins = datetime(2026, 3, 28, 14, 0, tzinfo=NEW_YORK)
    meeting = altered(uid="b", starts=begins)
    at_noon = altered(uid="c", starts=CHANGED, ends=CHANGED + timedelta(hours=1))
    told = lines(THANKS, meeting, at_noon)
    assert [line for line in told if line.startswith("TZID:")] == [
        "TZID:America/New_York",
        "TZID:Europe/London",
    ]
    assert "DTSTART;TZID=Europe/London:20260328T180000" in told
    assert "DTSTART;TZID=America/New_York:20260328T140000" in told
    assert "DTSTART:20260327T100030Z" in told
    assert told.index("TZID:Europe/London") < told.index("BEGIN:VEVENT")


def test_a_zone_tells_when_its_clocks_change() -> None:
    told = lines(THANKS)
    summer = told[told.index("BEGIN:DAYLIGHT") : told.index("END:DAYLIGHT")]
    assert any("20260329T" in line for line in summer)
    assert "TZOFFSETTO:+0100" in summer


def test_windows_leave_the_person_free_and_interviews_do_not() -> None:
    assert "TRANSP:TRANSPARENT" in lines(THANKS)
    assert "TRANSP:OPAQUE" in lines(altered(busy=True))


def test_whole_days_have_no_time() -> None:
    told = lines(altered(starts=date(2026, 5, 1), ends=date(2026, 5, 8), rings=CHANGED))
    assert "DTSTART;VALUE=DATE:20260501" in told
    assert "DTEND;VALUE=DATE:20260508" in told
    assert "BEGIN:VALARM" not in told
    assert "BEGIN:VTIMEZONE" not in told


def test_an_alarm_is_counted_from_the_beginning() -> None:
    told = lines(altered(rings=datetime(2026, 3, 28, 19, 30, tzinfo=LONDON)))
    assert "TRIGGER:PT1H30M" in told
    assert "ACTION:DISPLAY" in told


def test_across_a_change_of_clocks_an_alarm_names_its_moment() -> None:
    told = lines(altered(rings=datetime(2026, 3, 29, 8, 0, tzinfo=LONDON)))
    assert "TRIGGER;VALUE=DATE-TIME:20260329T070000Z" in told


def test_a_later_change_has_a_higher_sequence() -> None:
    later = read(altered(changed=CHANGED + timedelta(minutes=1)))
    assert later.sequence == read(THANKS).sequence + 1
    assert CHANGED + timedelta(minutes=1) == later.LAST_MODIFIED


def test_a_feed_says_how_often_to_look_and_a_file_that_it_was_published() -> None:
    feed = lines(THANKS)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in feed
    assert "X-PUBLISHED-TTL:PT1H" in feed
    assert "METHOD:PUBLISH" not in feed
    now = datetime(2026, 3, 28, 9, tzinfo=UTC)
    file = lines(THANKS, cover=Cover("Afterword", published=now))
    assert "METHOD:PUBLISH" in file
    assert "DTSTAMP:20260328T090000Z" in file
    assert "X-PUBLISHED-TTL:PT1H" not in file


def test_nothing_is_a_calendar_too() -> None:
    assert lines()[0] == "BEGIN:VCALENDAR"
    assert icalendar.Calendar.from_ical(written()).events == []


@pytest.mark.parametrize("other", [(2, "a", "b"), (1, "a", "c"), (1, "ab", "")])
def test_names_tell_things_apart_and_nothing_else(other: tuple[object, ...]) -> None:
    assert uid(1, "a", "b") == uid(1, "a", "b") != uid(*other)
    assert "okafor" not in uid(1, "okafor")
