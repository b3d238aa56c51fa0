"""Invitations in calendar parts: the right instant, whatever the zone is called."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from afterword.mailbox.recognising.calendar import Invitation, invitation
from afterword.mailbox.recognising.message import CalendarPart
from tests.mailbox.recognising.post import event

BERLIN = ZoneInfo("Europe/Berlin")
TEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)


def zone(name: str, offset: str) -> str:
    """Return a zone of the sender's own making."""
    return (
        f"BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        f"TZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE\n"
    )


def read(*lines: str, method: str = "REQUEST", before: str = "") -> Invitation:
    """Return the invitation of a calendar with one event."""
    found = invitation((CalendarPart(event(*lines, method=method, before=before)),), BERLIN)
    assert found
    return found


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("DTSTART:20260312T100000Z", TEN),
        ("DTSTART;TZID=Europe/Berlin:20260312T110000", TEN),
        ("DTSTART;TZID=America/New_York:20260312T060000", TEN),
        ("DTSTART;TZID=Asia/Kolkata:20260312T153000", TEN),
        ('DTSTART;TZID="Europe/Berlin":20260312T110000', TEN),
        ("DTSTART;TZID=W. Europe Standard Time:20260312T110000", TEN),
        ("DTSTART;TZID=Eastern Standard Time:20260312T060000", TEN),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260312T110000", TEN),
        ("DTSTART:20260312T110000", TEN),
        ("DTSTART;VALUE=DATE:20260312", datetime(2026, 3, 12, tzinfo=BERLIN)),
    ],
)
def test_the_instant_is_right_however_its_zone_is_named(line: str, instant: datetime) -> None:
    assert read(line).start == instant


@pytest.mark.parametrize(
    ("day", "utc"),
    [("0328", 10), ("0329", 9), ("1024", 9), ("1025", 10)],
    ids=["winter", "the clocks go forward", "summer", "the clocks go back"],
)
def test_summer_time_is_that_of_the_day_of_the_event(day: str, utc: int) -> None:
    start = read(f"DTSTART;TZID=Europe/Berlin:2026{day}T110000").start
    assert start
    assert start.astimezone(UTC).hour == utc


def test_a_zone_of_the_sender_s_own_making_is_believed() -> None:
    mine = zone("Customized Time Zone", "+0530")
    found = read("DTSTART;TZID=Customized Time Zone:20260312T153000", before=mine)
    assert found.start == TEN


@pytest.mark.parametrize("order", [1, -1])
def test_two_zones_of_one_name_do_not_move_each_other(order: int) -> None:
    line = "DTSTART;TZID=Customized Time Zone:20260312T120000"
    instants = {
        offset: read(line, before=zone("Customized Time Zone", offset)).start
        for offset in ("+0100", "-0500", "+0530")[::order]
    }
    assert [start.utcoffset() for _, start in sorted(instants.items()) if start] == [
        *(timedelta(hours=1), timedelta(hours=5, minutes=30), timedelta(hours=-5))
    ]


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("DTEND:20260312T104500Z", timedelta(minutes=45)),
        ("DURATION:PT1H", timedelta(hours=1)),
        ("DTEND;TZID=Europe/Berlin:20260312T120000", timedelta(hours=1)),
        ("SUMMARY:Interview", None),
        ("DTEND:NONSENSE", None),
    ],
)
def test_the_end_is_given_as_an_instant_or_a_length(line: str, length: timedelta | None) -> None:
    found = read("DTSTART:20260312T100000Z", line)
    assert found.end == (TEN + length if length else None)


def test_what_it_is_about_is_kept() -> None:
    found = read(
        "DTSTART:20260312T100000Z",
        "SUMMARY:Interview with\n  Mara",
        "ORGANIZER;CN=Jo:MAILTO:Jo@pellworth.example",
        "SEQUENCE:2",
    )
    assert found.summary == "Interview with Mara"
    assert found.organizer == "jo@pellworth.example"
    assert (found.uid, found.sequence) == ("1@p", 2)


@pytest.mark.parametrize(
    ("method", "lines", "cancelled"),
    [
        ("CANCEL", ("DTSTART:20260312T100000Z",), True),
        ("CANCEL", ("SUMMARY:Interview",), True),
        ("REQUEST", ("DTSTART:20260312T100000Z", "STATUS:CANCELLED"), True),
        ("REQUEST", ("DTSTART:20260312T100000Z", "STATUS:CONFIRMED"), False),
        ("PUBLISH", ("DTSTART:20260312T100000Z",), False),
    ],
)
def test_what_is_called_off_is_known(
    method: str, lines: tuple[str, ...], *, cancelled: bool
) -> None:
    found = read(*lines, method=method)
    assert (found.method, found.cancelled) == (method, cancelled)


@pytest.mark.parametrize(("said", "declined"), [("ACCEPTED", False), ("DECLINED", True)])
def test_an_answer_says_whether_somebody_comes(said: str, *, declined: bool) -> None:
    found = read(f"ATTENDEE;PARTSTAT={said}:mailto:jo@pellworth.example", method="REPLY")
    assert found.declined is declined


def test_the_method_of_the_part_goes_before_that_of_the_calendar() -> None:
    part = CalendarPart(event("DTSTART:20260312T100000Z", method=""), "CANCEL")
    found = invitation((part,))
    assert found
    assert found.cancelled


@pytest.mark.parametrize(
    "broken",
    [
        event("DTSTART:20260312T100000Z").replace(b"END:VEVENT\n", b""),
        event("DTSTART:20260312T100000Z").replace(b"END:VCALENDAR\n", b""),
        event("DTSTART:20260312T100000Z", "DTEND:BROKEN", "RRULE:FREQ=NEVER"),
        event("DTSTART:20260312T100000Z", "STATUS:CONFIRMED", "STATUS:CONFIRMED", "METHOD:X"),
        event("DTSTART:20260312T100000Z", "GARBAGE WITHOUT COLON"),
        event("DTSTART:20260312T100000Z", "SEQUENCE:two"),
        b"\xef\xbb\xbf" + event("DTSTART:20260312T100000Z"),
        b"Some words before.\n" + event("DTSTART:20260312T100000Z"),
        event("DTSTART:20260312T100000Z").replace(b"\n", b"\r\n"),
        event("DTSTART:20260312T100000Z", "SUMMARY:caf\xe9").decode().encode("latin-1"),
        event("DTSTART:20260312T100000Z", "DTSTART:20260312T100000Z"),
    ],
)
def test_a_broken_calendar_still_tells_its_hour(broken: bytes) -> None:
    found = invitation((CalendarPart(broken),))
    assert found
    assert found.start == TEN


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"BEGIN:VCALENDAR", b"nonsense", b"\xff\xfe\x00", event("SUMMARY:no start")),
        *(event("DTSTART:INVALID"), event("DTSTART:20261399T990000Z")),
        b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:buy milk\nEND:VTODO\nEND:VCALENDAR\n",
    ],
)
def test_where_there_is_no_hour_there_is_no_invitation(content: bytes) -> None:
    assert invitation((CalendarPart(content),)) is None


def test_the_first_part_with_an_event_counts() -> None:
    parts = (CalendarPart(b"broken"), CalendarPart(event("DTSTART:20260312T100000Z")))
    found = invitation(parts)
    assert found
    assert found.start == TEN
