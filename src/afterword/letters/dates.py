"""How a day is named: "today", "Friday" within a week of today, and otherwise by its date."""

from datetime import date

from afterword.letters.language import Dates
from afterword.letters.wording import fill, first_option, read

WEEK = 7
# From here on the same day and month of another year might be meant.
NEARLY_A_YEAR = 300


def noun(day: date, today: date | None, dates: Dates) -> str:
    """Return the name of a day: "today", "Friday", "14 March"."""
    return _relative(day, today, dates) or calendar(day, today, dates)


def adverbial(day: date, today: date | None, dates: Dates) -> str:
    """Return when something was or will be: "today", "on Friday", "on 14 March"."""
    return _relative(day, today, dates) or on(calendar(day, today, dates), dates)


def calendar(day: date, today: date | None, dates: Dates) -> str:
    """Return the name of a day that does not change overnight: "Friday", "14 March"."""
    away = abs((day - today).days) if today else WEEK
    if away < WEEK:
        return dates.weekdays[day.weekday()]
    known = {"day": str(day.day), "month": dates.months[day.month - 1], "year": str(day.year)}
    template = dates.dated if away > NEARLY_A_YEAR else dates.date
    return fill(read(template), known, first_option)


def on(day: str, dates: Dates) -> str:
    """Return a named day as an adverbial: "on Friday"."""
    return fill(read(dates.on), {"day": day}, first_option)


def _relative(day: date, today: date | None, dates: Dates) -> str:
    if today is None:
        return ""
    words = {0: dates.today, 1: dates.tomorrow, -1: dates.yesterday}
    return words.get((day - today).days, "")
