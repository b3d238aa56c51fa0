"""A point on the employer's calendar: a day, or a day and a time."""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

MIDDAY = time(12)
YEARS = range(1900, 3000)  # far enough from where Python's calendar ends to count from any day


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name.

    Kept for good: zoneinfo itself keeps eight, and a batch from ten countries would read the
    others from disk again and again. Raises as ZoneInfo does for a name that is none.
    """
    return ZoneInfo(name)


class Moment:
    """A date ("some time that day") or a date-time, as it stands in a situation.

    A plain class, because msgspec would read a struct or a dataclass from an object.
    """

    __slots__ = ("value",)

    def __init__(self, value: date) -> None:
        """Hold a date, or a date-time, which Python counts among the dates."""
        self.value = value

    @classmethod
    def parse(cls, text: object) -> "Moment":
        """Read an ISO 8601 date or date-time, or a native TOML one.

        Raises ValueError for anything else, impossible dates and other millennia included.
        """
        value = text if isinstance(text, date) else _read(text)
        if value.year not in YEARS:
            raise ValueError
        return cls(value)

    @property
    def exact(self) -> bool:
        """Whether the time of day is known."""
        return isinstance(self.value, datetime)

    def at(self, zone: ZoneInfo) -> datetime:
        """Return the aware date-time in `zone`; a bare date counts as midday of that day."""
        value = self.value
        if not isinstance(value, datetime):
            return datetime.combine(value, MIDDAY, zone)
        if value.tzinfo is None:
            return value.replace(tzinfo=zone)
        return value.astimezone(zone)

    def day(self, zone: ZoneInfo) -> date:
        """Return the calendar day in `zone`."""
        value = self.value
        return self.at(zone).date() if isinstance(value, datetime) else value

    def there(self, zone: ZoneInfo) -> "Moment":
        """Return the same moment by the clock of `zone`; what names no zone is in it already."""
        value = self.value
        if not isinstance(value, datetime) or value.tzinfo is None:
            return self
        return Moment(value.astimezone(zone))

    def __eq__(self, other: object) -> bool:
        """Moments are equal when they say the same."""
        return isinstance(other, Moment) and self.value == other.value

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash(self.value)

    def __repr__(self) -> str:
        """Return the text that a reader of a test failure wants to see."""
        return f"Moment({str(self)!r})"

    def __str__(self) -> str:
        """Return the ISO 8601 text that `parse` reads back."""
        return self.value.isoformat()


def _read(text: object) -> date:
    if not isinstance(text, str) or len(text) < len("2026-03-03"):
        raise ValueError
    if len(text) == len("2026-03-03"):
        return date.fromisoformat(text)
    return datetime.fromisoformat(text)
