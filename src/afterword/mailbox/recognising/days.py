"""Days in prose: "16 March", "by the end of next week", "in zwei Wochen", counted from the mail.

What is found is proposed with the words that it was found in, and never acted on alone.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import msgspec

from afterword.mailbox.recognising import wording
from afterword.mailbox.recognising.introductions import either

FRIDAY = 4
WEEK = 7
SOON = 300  # days: a month without a year is the coming one, unless that is further away than this
BESIDE = re.compile(r"(?:[,.]?\s*|,?\s*\(|,?\s+(?:the|den|dem|der|el|le|il)\s+)")
SHORT = 3  # letters: "sat" and "so" are weekdays only where they are written as such
YEARS = range(2000, 2100)


class Day(msgspec.Struct, frozen=True):
    """A day that a text names, and where: the words from `start` to `end`.

    `loose` marks a span ("next week"), of which `on` is the last day.
    """

    on: date
    start: int
    end: int
    loose: bool = False


class Table(msgspec.Struct, frozen=True):
    """The words for days in all languages, in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]

    def number(self, word: str) -> int:
        """Return how many a numeral or a word for it is; 0 for none."""
        return int(word) if word.isdigit() else self.numbers.get(word, 0)


@cache
def table() -> Table:
    """Return the words for days."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for book in wording.books().values():
        for at, names in enumerate(book.dates.months, 1):
            months |= dict.fromkeys(names, at)
        for at, names in enumerate(book.dates.weekdays):
            weekdays |= dict.fromkeys(names, at)
        numbers |= book.dates.numbers
    return Table(months, weekdays, numbers)


def days(text: str, sent: date) -> list[Day]:
    """Return the days that a text names, in its order, as seen from the day it was sent."""
    found: list[Day] = []
    for pattern, meant in _readers():
        for match in pattern.finditer(text):
            day = meant(match, sent)
            taken = any(one.start < match.end() and match.start() < one.end for one in found)
            if day and not taken:
                found.append(Day(day[0], match.start(), match.end(), day[1]))
    return _joined(sorted(found, key=lambda one: one.start), text)


def _joined(found: list[Day], text: str) -> list[Day]:
    """Return days without the weekday that stands beside a date: "Friday, March 20"."""
    kept: list[Day] = []
    for one in found:
        alone = _is_word(text, kept[-1]) if kept else False
        beside = kept and BESIDE.fullmatch(text[kept[-1].end : one.start]) and not one.loose
        if beside and (alone or _is_word(text, one)):
            exact = one if alone else kept[-1]
            kept[-1] = msgspec.structs.replace(exact, start=kept[-1].start, end=one.end)
        else:
            kept.append(one)
    return kept


def _is_word(text: str, day: Day) -> bool:
    """Return whether a day is named by words alone, such as a weekday."""
    return text[day.start : day.end].replace(" ", "").isalpha()


Meant = tuple[date, bool] | None
Reader = Callable[[re.Match[str], date], Meant]


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns, the most telling first, and what each of them means."""
    month, weekday = either(table().months), either(table().weekdays)
    unit = {
        name: either(wording.every("dates", name))
        for name in wording.Dates.__struct_fields__
        if name not in {"months", "weekdays", "numbers"}
    }
    number = rf"\d{{1,2}}|{either(table().numbers)}"
    near = rf"(?:(?P<next>{unit['next']})|(?P<this>{unit['this']}))"
    written: tuple[tuple[str, Reader], ...] = (
        (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", _numeric),
        (
            rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:(?:{unit['of']})\s+)*(?P<month>{month})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y>20\d\d))?",
            _named,
        ),
        (
            rf"(?P<month>{month})\.?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.h]\d|\s*[ap]m)(?:,?\s+(?P<y>20\d\d))?",
            _named,
        ),
        (r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>(?:20)?\d\d)(?!\d)", _numeric),
        (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?!\d)", _numeric),
        (r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])", _numeric),
        (
            rf"(?:(?P<end>{unit['end']})|(?P<start>{unit['start']})|(?P<middle>{unit['middle']}))\s+(?:the\s+|of\s+)*(?:{near}\s+)?(?:(?P<week>{unit['weeks']})|(?P<whole>{unit['months_unit']})|(?P<month>{month}))\b",
            _part,
        ),
        (
            rf"(?:(?:{unit['within']})\s+(?:the\s+|a\s+)?(?:(?:{unit['next']})\s+)?(?P<n>{number})|(?P<m>{number})(?=\s+(?:more|further|weitere)))\s+(?:(?:more|further|weiteren?)\s+)?(?:(?P<work>{unit['working']})\s+)?(?:(?P<day>{unit['days']})|(?P<week>{unit['weeks']}))\b",
            _span,
        ),
        (
            rf"{near}\s+(?P<week>{unit['weeks']})\b|(?P<afterweek>{unit['weeks']})\s+(?P<after>{unit['next']})\b",
            _week,
        ),
        (rf"(?:{near}\s+)?(?P<weekday>{weekday})\b(?:\s+(?P<after>{unit['next']})\b)?", _weekday),
        (rf"(?:{unit['tomorrow']})\b", lambda _, sent: (sent + timedelta(1), False)),
        (rf"(?:{unit['today']})\b", lambda _, sent: (sent, False)),
        (r"(?:the|le|el|am|den)\s+(?P<d>\d{1,2})(?:st|nd|rd|th|\.)(?!\d)", _day_of_month),
    )
    return tuple(
        (re.compile(rf"(?<![\w.])(?:{one})", re.IGNORECASE), what) for one, what in written
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(month: int, day: int, sent: date) -> date | None:
    """Return a day without a year: the nearest that is not long past."""
    here = [_date(sent.year + add, month, day) for add in (0, 1)]
    return next((one for one in here if one and (sent - one).days < WEEK * 9), None)


def _numeric(found: re.Match[str], sent: date) -> Meant:
    """Return 16/03/2026 or 3/16/2026; where both are possible, the day comes first."""
    fields = found.groupdict()
    day, month = int(fields["d"]), int(fields["m"])
    if month > 12:  # noqa: PLR2004  the months of a year
        day, month = month, day
    if not fields.get("y"):
        on = _coming(month, day, sent)
    else:
        year = int(fields["y"])
        on = _date(year if year >= YEARS.start else year + YEARS.start, month, day)
    return (on, False) if on else None


def _named(found: re.Match[str], sent: date) -> Meant:
    month, day = table().months[found["month"].lower()], int(found["d"])
    on = _date(int(found["y"]), month, day) if found["y"] else _coming(month, day, sent)
    return (on, False) if on else None


def _day_of_month(found: re.Match[str], sent: date) -> Meant:
    day = int(found["d"])
    for ahead in range(3):
        year, month = sent.year + (sent.month + ahead - 1) // 12, (sent.month + ahead - 1) % 12 + 1
        on = _date(year, month, day)
        if on and on >= sent:
            return on, False
    return None


def _weekday(found: re.Match[str], sent: date) -> Meant:
    word = found["weekday"]
    if len(word) <= SHORT and not word[0].isupper():
        return None
    if len(word) < SHORT and not found.string[found.end() :].startswith((".", ",")):
        return None
    ahead = (table().weekdays[word.lower()] - sent.weekday()) % WEEK or WEEK
    later = found["next"] and ahead + sent.weekday() < WEEK
    return sent + timedelta(ahead + (WEEK if later else 0)), False


def _week(found: re.Match[str], sent: date) -> Meant:
    """Return the Friday of a week."""
    add = WEEK if found["next"] or found["after"] else 0
    return sent + timedelta(FRIDAY - sent.weekday() + add), True


def _part(found: re.Match[str], sent: date) -> Meant:
    """Return the last day of the end, the middle or the beginning of a week or a month."""
    if found["week"]:
        friday = sent + timedelta(FRIDAY - sent.weekday() + (WEEK if found["next"] else 0))
        return friday - timedelta(0 if found["end"] else 3 if found["start"] else 2), False
    month = table().months[found["month"].lower()] if found["month"] else sent.month
    first = _coming(month, 1, sent.replace(day=1)) or sent
    if found["whole"] and found["next"]:
        first = (sent.replace(day=1) + timedelta(32)).replace(day=1)
    last = calendar.monthrange(first.year, first.month)[1]
    return first.replace(day=last if found["end"] else WEEK if found["start"] else 15), False


def _span(found: re.Match[str], sent: date) -> Meant:
    """Return the last day of "within ten days", "two more weeks"."""
    count = table().number((found["n"] or found["m"]).lower())
    if not count:
        return None
    if found["work"]:
        return _workdays(sent, count), True
    return sent + timedelta(count * (WEEK if found["week"] else 1)), True


def _workdays(sent: date, count: int) -> date:
    on = sent
    while count:
        on += timedelta(1)
        count -= on.weekday() <= FRIDAY
    return on
