"""Days as people and programs write them, in several languages, read without a guess.

Whether 03/04/2026 is in March or in April, nobody can know who sees it alone: the dates beside it
may tell, or the person does.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime

NUMERIC = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\b\.?")
EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
DAY_FIRST = re.compile(
    r"(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})"
)
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
# How the months begin in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish.
MONTHS = (
    ("jan", "jän", "ene", "gen", "sty"),
    ("feb", "fév", "fev", "lut"),
    ("mar", "mär", "maa", "mrt"),
    ("apr", "avr", "abr", "kwi"),
    ("may", "mai", "mag", "mei", "maj"),
    ("jun", "juin", "giu", "cze"),
    ("jul", "juil", "lug", "lip"),
    ("aug", "aoû", "ago", "sie"),
    ("sep", "set", "wrz"),
    ("oct", "okt", "ott", "out", "paź"),
    ("nov", "lis"),
    ("dec", "déc", "dez", "dic", "gru"),
)
LAST_MONTH, CENTURY, LONG_YEAR = 12, 2000, 1000
LONGEST = 40


def day(text: str, *, day_first: bool) -> date | None:
    """Return the day that a cell names, or None; what follows it, such as a time, plays no part."""
    said = " ".join(text.split())[:LONGEST]
    try:
        return datetime.fromisoformat(said).date()
    except ValueError:
        pass
    try:
        return _numeric(said, day_first=day_first) or _in_words(said)
    except ValueError:  # such as the 31st of February
        return None


def unclear(texts: Iterable[str]) -> tuple[str, ...]:
    """Return dates that begin with a day or a month, nobody knows which, in the order found.

    None, where a date among them leaves no choice: then the others are meant like it.
    """
    pairs = [(text, parts) for text in texts if (parts := _two(text))]
    if any(max(parts) > LAST_MONTH for _, parts in pairs):
        return ()
    return tuple(dict.fromkeys(text for text, (first, second) in pairs if first != second))


def day_comes_first(texts: Iterable[str]) -> bool:
    """Return whether dates begin with the day, by those that leave no choice."""
    return any(parts[0] > LAST_MONTH for text in texts if (parts := _two(text)))


def _two(text: str) -> tuple[int, int] | None:
    """Return the first two numbers of a date such as 3/4/2026, whose order differs by country."""
    found = NUMERIC.match(text.strip())
    if not found or found[2] == "." or int(found[1]) >= LONG_YEAR:
        return None
    return int(found[1]), int(found[3])


def _numeric(text: str, *, day_first: bool) -> date | None:
    if found := EAST_ASIAN.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    found = NUMERIC.match(text)
    if not found:
        return None
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if first >= LONG_YEAR:
        return date(first, second, third)
    year = third if third >= LONG_YEAR else CENTURY + third
    # With dots, the day comes first wherever dots are used.
    if found[2] == "." or day_first:
        return date(year, second, first)
    return date(year, first, second)


def _in_words(text: str) -> date | None:
    if found := DAY_FIRST.match(text):
        number, name, year = int(found[1]), found[2], int(found[3])
    elif found := MONTH_FIRST.match(text):
        name, number, year = found[1], int(found[2]), int(found[3])
    else:
        return None
    beginnings = ((place, one) for place, names in enumerate(MONTHS, 1) for one in names)
    # The longest first: "juin" and "juil" before the "jun" and "jul" of other languages.
    for place, one in sorted(beginnings, key=lambda pair: -len(pair[1])):
        if name.casefold().startswith(one):
            return date(year, place, number)
    return None
