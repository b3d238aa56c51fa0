"""Moments in prose: the hour beside a day, in the zone that is named or that the mail came from."""

import re
from collections.abc import Iterator
from datetime import datetime, time, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

import msgspec

from afterword.mailbox.recognising import wording
from afterword.mailbox.recognising.days import Day, days
from afterword.mailbox.recognising.introductions import either

NEAR = 60  # characters between a day and its hour
NOON = 12
LAST_HOUR = 24
UNLIKELY_BEFORE = 7  # "at 3" is in the afternoon


class When(msgspec.Struct, frozen=True):
    """A moment that a text names; `timed` tells whether it named the hour as well."""

    at: datetime
    timed: bool
    loose: bool = False


def moments(text: str, sent: datetime) -> list[When]:
    """Return the moments that a text names, as seen from the moment it was sent."""
    hours = list(_hours(text))
    zone = _zone(text) or sent.tzinfo
    found = []
    for day in days(text, sent.date()):
        hour = _beside(day, hours)
        at = datetime.combine(day.on, hour[1] if hour else time(), zone)
        found.append(When(at, hour is not None, day.loose))
    return found


def _beside(day: Day, hours: list[tuple[int, time]]) -> tuple[int, time] | None:
    """Return the hour nearest to a day, rather behind it than before."""
    near = [
        (at - day.end if at >= day.end else (day.start - at) * 2, at, hour)
        for at, hour in hours
        if -NEAR <= at - day.end <= NEAR
    ]
    return min(near)[1:] if near else None


def _hours(text: str) -> Iterator[tuple[int, time]]:
    for found in _pattern().finditer(text):
        hour = int(found["h"] or found["h2"] or found["h3"] or found["h4"])
        minute = int(found["m"] or 0)
        half = (found["half"] or found["half2"] or "").lower().replace(".", "")
        if half == "pm" and hour < NOON:
            hour += NOON
        elif half == "am" and hour == NOON:
            hour = 0
        elif found["h4"] and hour < UNLIKELY_BEFORE:
            hour += NOON
        if hour < LAST_HOUR and minute < 60:  # noqa: PLR2004  minutes of an hour
            yield found.start(), time(hour, minute)


@cache
def _pattern() -> re.Pattern[str]:
    at = either(wording.every("dates", "at"))
    return re.compile(
        r"(?<![\d.,/:])(?:(?P<h>\d{1,2})(?::|\.|h|\s?h\s)(?P<m>[0-5]\d)(?![\d.,/]\d|\.\d)\s*(?P<half>[ap]\.?m\b\.?)?"
        r"|(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.?m\b\.?)"
        r"|(?P<h3>\d{1,2})\s?(?:h\b|uhr\b)"
        rf"|(?:{at})\s+(?P<h4>\d{{1,2}})(?![\d:./]|\s?(?:%|days?|weeks?|st|nd|rd|th|[ap]\.?m\b|h\b|uhr\b)))",
        re.IGNORECASE,
    )


@cache
def _zones() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])({either(wording.zones())})(?!\w)", re.IGNORECASE)


def _zone(text: str) -> tzinfo | None:
    """Return the zone that a text names; two letters count only as capitals ("ET")."""
    for found in _zones().finditer(text):
        if found[1].isupper() or len(found[1]) > 4:  # noqa: PLR2004  "est" is French for "is"
            return ZoneInfo(wording.zones()[found[1].lower()])
    return None
