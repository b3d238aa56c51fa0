"""Working days, weekends and public holidays of the employer's country.

The tables are those of the `holidays` package. It takes a tenth of a second to load, so the years
around now of the countries with customs of their own are copied from it into `days_off`, and it is
only loaded for others.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from afterword.etiquette.days_off import DAYS_OFF

if TYPE_CHECKING:
    from holidays import HolidayBase

OPENING = time(9)
CLOSING = time(17)
DAY = timedelta(days=1)
SATURDAY_AND_SUNDAY = frozenset({5, 6})

# Countries whose weekend is known without loading the tables: those with a layer of their own.
USUAL_WEEKEND = frozenset(
    [
        *("US", "CA", "GB", "IE", "DE", "AT", "CH", "FR", "NL", "BE", "NO", "SE", "DK", "FI"),
        *("ES", "IT", "PL", "JP", "KR", "IN", "ID", "SG", "AU", "NZ"),
    ]
)


class Workdays:
    """The calendar of one country, or of one subdivision such as `CA-QC`."""

    def __init__(self, country: str) -> None:
        """Take an ISO 3166-1 code, optionally with a subdivision; unknown ones have no holidays."""
        self.country = country
        self._off: dict[int, frozenset[date]] = {}
        nation = country.partition("-")[0]
        self.weekend = SATURDAY_AND_SUNDAY if nation in USUAL_WEEKEND else self._weekend()

    def weekday(self, day: date) -> bool:
        """Return whether `day` is not in the weekend."""
        return day.weekday() not in self.weekend

    def working(self, day: date) -> bool:
        """Return whether `day` is neither in the weekend nor a public holiday."""
        return day.weekday() not in self.weekend and not self.holiday(day)

    def holiday(self, day: date) -> bool:
        """Return whether `day` is a public holiday, on whatever day of the week."""
        off = self._off.get(day.year)
        if off is None:
            off = self._off[day.year] = self._holidays(day.year)
        return day in off

    def after(self, day: date, count: int) -> date:
        """Return the `count`-th working day after `day`, or before it for a negative count."""
        step = DAY if count > 0 else -DAY
        for _ in range(abs(count)):
            day += step
            while not self.working(day):
                day += step
        return day

    def _holidays(self, year: int) -> frozenset[date]:
        copied = DAYS_OFF.get(self.country, {}).get(year)
        if copied is not None:
            return frozenset(date(year, int(day[:2]), int(day[2:])) for day in copied.split())
        tables = _tables(self.country)
        return frozenset() if tables is None else frozenset(tables(year))

    def _weekend(self) -> frozenset[int]:
        tables = _tables(self.country)
        return SATURDAY_AND_SUNDAY if tables is None else frozenset(tables(2026).weekend)


@cache
def workdays(country: str) -> Workdays:
    """Return the calendar of a country; there is one for each, because filling it costs time."""
    return Workdays(country)


def opening(day: date, like: datetime) -> datetime:
    """Return nine o'clock of `day` in the zone of `like`."""
    return datetime.combine(day, OPENING, like.tzinfo)


def closing(day: date, like: datetime) -> datetime:
    """Return five o'clock of `day` in the zone of `like`."""
    return datetime.combine(day, CLOSING, like.tzinfo)


def _tables(country: str) -> Callable[[int], HolidayBase] | None:
    from holidays import country_holidays  # noqa: PLC0415  a tenth of a second, see above

    nation, _, subdivision = country.partition("-")
    for part in (subdivision or None, None):
        try:
            country_holidays(nation, subdiv=part)
        except NotImplementedError:
            continue
        return lambda year: country_holidays(nation, subdiv=part, years=year)
    return None
