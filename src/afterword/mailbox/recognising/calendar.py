"""Invitations in calendar parts: what is asked for, and at which instant."""

import re
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from afterword.mailbox.recognising import headers
from afterword.mailbox.recognising.message import CalendarPart

if TYPE_CHECKING:
    import icalendar

ONE_AT_A_TIME = Lock()  # the parser's zones, and Python's warnings, belong to the whole process
MOST_EVENTS = 100
MAY_LACK_START = {"CANCEL", "REPLY"}  # RFC 5546, sections 3.2.3 and 3.2.5
CANCELLED = "CANCELLED"
FOLD = re.compile(r"\r?\n[ \t]")
STAMP = re.compile(
    r"^(?P<name>DTSTART|DTEND|UID|STATUS|SUMMARY)(?P<params>[^:\n]*):(?P<value>.*)$", re.MULTILINE
)
INSTANT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")


class Invitation(msgspec.Struct, frozen=True):
    """What a calendar part asks for.

    `start` and `end` are aware; those of an invitation without a zone are in the zone that the
    caller falls back to. A day without a time begins at its midnight.
    """

    method: str
    start: datetime | None
    end: datetime | None
    uid: str
    summary: str = ""
    organizer: str = ""
    cancelled: bool = False
    declined: bool = False
    sequence: int = 0


def invitation(parts: tuple[CalendarPart, ...], zone: tzinfo = UTC) -> Invitation | None:
    """Return the first invitation in the calendar parts of a message, never raising."""
    with ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the parser tells of each zone that it had to guess
        return next(filter(None, (_read(part, zone) for part in parts)), None)


def _read(part: CalendarPart, zone: tzinfo) -> Invitation | None:
    for read in (_parsed, _scanned):
        try:
            found = next(read(part, zone), None)
        except Exception:  # noqa: BLE001, S112  broken calendars raise from everywhere in the parser
            continue
        if found:
            return found
    return None


def _parsed(part: CalendarPart, zone: tzinfo) -> Iterator[Invitation]:
    import icalendar  # noqa: PLC0415  80 ms at a start
    from icalendar.timezone import tzp  # noqa: PLC0415  the same

    tzp.use_default()  # else an earlier calendar's zone of the same name is taken
    for calendar in icalendar.Calendar.from_ical(_mended(part.content), multiple=True):
        method = part.method or _text(calendar.get("METHOD")).upper()
        local = _zone(_text(calendar.get("X-WR-TIMEZONE"))) or zone
        for event in calendar.walk("VEVENT")[:MOST_EVENTS]:
            start = _instant(_moment(event.get("DTSTART")), local)
            if start is None and method not in MAY_LACK_START:
                continue
            status = _text(event.get("STATUS")).upper()
            yield Invitation(
                method=method,
                start=start,
                end=_end(event, start, local) if start else None,
                uid=_text(event.get("UID")),
                summary=_text(event.get("SUMMARY")),
                organizer=_text(event.get("ORGANIZER")).lower().removeprefix("mailto:"),
                cancelled=status == CANCELLED or method == "CANCEL",
                declined=method == "REPLY" and _declines(event),
                sequence=_number(event.get("SEQUENCE")),
            )


def _mended(content: bytes) -> bytes:
    """Return a calendar as the parser wants it: UTF-8, and nothing before its beginning."""
    text = headers.decoded(content).lstrip("\ufeff")
    start = text.upper().find("BEGIN:VCALENDAR")
    return text[max(start, 0) :].encode("utf-8", "replace")


def _text(value: object) -> str:
    """Return a property as text; one that is given twice comes as a list."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return "" if value is None else str(value)


def _number(value: object) -> int:
    text = _text(value)
    return int(text) if text.isdecimal() else 0


def _moment(value: object) -> date | None:
    if isinstance(value, list):
        value = value[0] if value else None
    found = getattr(value, "dt", None)
    return found if isinstance(found, date) else None


def _instant(found: date | None, zone: tzinfo) -> datetime | None:
    """Return an aware moment; a day begins at its midnight."""
    if found is None:
        return None
    if not isinstance(found, datetime):
        return datetime(found.year, found.month, found.day, tzinfo=zone)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _end(event: "icalendar.cal.Component", start: datetime, zone: tzinfo) -> datetime | None:
    end = _instant(_moment(event.get("DTEND")), zone)
    length = getattr(event.get("DURATION"), "dt", None)
    if end is None and isinstance(length, timedelta):
        return start + length
    return end


def _declines(event: "icalendar.cal.Component") -> bool:
    """Return whether an answer to an invitation says that somebody is not coming."""
    said = event.get("ATTENDEE")
    people = said if isinstance(said, list) else [said]
    return any("DECLINED" in str(getattr(one, "params", {}).get("PARTSTAT", "")) for one in people)


def _zone(name: str) -> tzinfo | None:
    from icalendar.timezone import tzp  # noqa: PLC0415  80 ms at a start

    return tzp.timezone(name) if name else None


def _scanned(part: CalendarPart, zone: tzinfo) -> Iterator[Invitation]:
    """Yield what a calendar says that the parser refuses: its first event, line by line."""
    text = FOLD.sub("", headers.decoded(part.content))
    _, found, event = text.partition("BEGIN:VEVENT")
    if not found:
        return
    fields = {one["name"]: one for one in reversed(list(STAMP.finditer(event)))}
    start, end = (_stamp(fields.get(name), zone) for name in ("DTSTART", "DTEND"))
    method = part.method or next(iter(re.findall(r"^METHOD:(\w+)", text, re.MULTILINE)), "")
    status = fields["STATUS"]["value"].strip() if "STATUS" in fields else ""
    uid = fields["UID"]["value"].strip() if "UID" in fields else ""
    if start or method.upper() in MAY_LACK_START:
        cancelled = status.upper() == CANCELLED or method.upper() == "CANCEL"
        yield Invitation(method.upper(), start, end, uid, cancelled=cancelled)


def _stamp(found: re.Match[str] | None, zone: tzinfo) -> datetime | None:
    instant = INSTANT.match(found["value"].strip()) if found else None
    if not found or not instant:
        return None
    *parts, utc = instant.groups()
    named = re.search(r"TZID=\"?([^;:\"]+)", found["params"])
    local = UTC if utc else (_zone(named[1]) if named else None) or zone
    year, month, day, hour, minute, second = map(int, parts)
    return datetime(year, month, day, hour, minute, second, tzinfo=local)
