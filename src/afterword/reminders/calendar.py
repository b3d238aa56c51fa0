"""Entries as an iCalendar file (RFC 5545), with every time zone that it speaks of spelled out."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar

from afterword.reminders.entry import Cover, Entry

PRODUCT = "-//Afterword//Reminders//EN"
# How often a calendar should look again: a plan changes by the hour at most.
REFRESH = timedelta(hours=1)
YEAR = timedelta(days=366)
# SEQUENCE counts from here, in minutes: an integer of 32 bits that only ever grows.
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def calendar(entries: Iterable[Entry], cover: Cover) -> bytes:
    """Return the file: folded lines that end in CRLF, in UTF-8."""
    kept = sorted(entries, key=lambda one: (_moment(one.starts), one.uid))
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("name", cover.name)
    made.add("x-wr-calname", cover.name)  # what NAME was called before RFC 7986
    if cover.published:
        made.add("method", "PUBLISH")
    else:
        made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", icalendar.vDuration(REFRESH))
    for zone in _zones(kept):
        made.add_component(zone)
    for entry in kept:
        made.add_component(_event(entry, cover))
    return bytes(made.to_ical())


def alone(entry: Entry) -> bytes:
    """Return one entry as calendar servers keep it (RFC 4791, section 4.1)."""
    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for zone in _zones([entry]):
        made.add_component(zone)
    made.add_component(_event(entry, Cover("")))
    return bytes(made.to_ical())


def _event(entry: Entry, cover: Cover) -> icalendar.Event:
    event = icalendar.Event()
    changed = entry.changed.astimezone(UTC).replace(microsecond=0)
    event.add("uid", entry.uid)
    event.add("dtstamp", (cover.published or changed).astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", changed)
    event.add("sequence", max(0, int((changed - BEGINNING).total_seconds()) // 60))
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    event.add("class", "PRIVATE")
    if entry.details:
        event.add("description", entry.details)
    if entry.link:
        event.add("url", icalendar.vUri(entry.link))
    if entry.rings and isinstance(entry.starts, datetime):
        event.add_component(_alarm(entry.title, entry.starts, entry.rings))
    return event


def _alarm(title: str, starts: datetime, rings: datetime) -> icalendar.Alarm:
    """Return an alarm so long after the beginning, which more calendars heed than a moment.

    Where clocks change in between, calendars count that differently, and a moment is safer.
    """
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    if rings.astimezone(starts.tzinfo).utcoffset() == starts.utcoffset():
        alarm.add("trigger", rings.astimezone(UTC) - starts.astimezone(UTC))
    else:
        alarm.add("trigger", rings.astimezone(UTC), parameters={"VALUE": "DATE-TIME"})
    return alarm


def _zones(entries: Iterable[Entry]) -> list[icalendar.Timezone]:
    """Return the definitions of the zones in use, for the years in use; UTC needs none."""
    moments = [
        (moment.tzinfo.key, moment.date())
        for entry in entries
        for moment in (entry.starts, entry.ends)
        if isinstance(moment, datetime) and isinstance(moment.tzinfo, ZoneInfo)
    ]
    days = [day for _, day in moments]
    return [
        _zone(name, min(days).year, max(days).year)
        for name in sorted({name for name, _ in moments})
    ]


@lru_cache(maxsize=256)
def _zone(name: str, first: int, last: int) -> icalendar.Timezone:
    """Return a zone's definition; a year to either side, because calendars look around."""
    begin, end = date(first, 1, 1) - YEAR, date(last, 12, 31) + YEAR
    return icalendar.Timezone.from_tzid(name, first_date=begin, last_date=end)


def _moment(when: date) -> float:
    """Return where something stands in the order of time; a day begins somewhere in it."""
    if isinstance(when, datetime):
        return when.timestamp()
    return datetime(when.year, when.month, when.day, tzinfo=UTC).timestamp()
