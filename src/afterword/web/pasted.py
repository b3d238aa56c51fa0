"""An invitation or a posting that was pasted: who, where, for what and when, as far as it says so.

It only fills in a form that a person then reads; what cannot be told apart is left empty.
"""

import re
from datetime import date, timedelta

LONGEST = 20_000
ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
FREE = frozenset(
    {"gmail", "googlemail", "outlook", "hotmail", "yahoo", "icloud", "gmx", "proton", "aol", "live"}
)
LEAVE = re.compile(
    r"^(?:kind|best|warm|many thanks|with|yours|sincerely|regards|thanks|thank you)"
    r"[^\n]{0,30},?[ \t]*\n+[ \t]*([^\n]{2,60})$",
    re.IGNORECASE | re.MULTILINE,
)
FROM = re.compile(r"^from:[ \t]*\"?([^<\n\"]{2,60}?)\"?[ \t]*(?:<|$)", re.IGNORECASE | re.MULTILINE)
ROLE = re.compile(
    r"\b(?:position|role|job|post) (?:of |as )?(?:an? |the )?([^\n.,;(]{3,60})"
    r"|\bfor (?:the|our) ([^\n.,;(]{3,60}?) (?:position|role|job|post|vacancy)\b"
    r"|^(?:job title|position|role):[ \t]*([^\n]{3,60})$",
    re.IGNORECASE | re.MULTILINE,
)
EMPLOYER = re.compile(
    r"^(?:company|employer|organi[sz]ation):[ \t]*([^\n]{2,60})$", re.IGNORECASE | re.MULTILINE
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join(MONTHS)})[a-z]*\.?(?:,? (20\d\d))?\b",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b({'|'.join(MONTHS)})[a-z]*\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (20\d\d))?", re.IGNORECASE
)
HALF = timedelta(days=183)


def read(text: str, *, today: date) -> dict[str, str]:
    """Return the fields of a form that a text tells."""
    text = text[:LONGEST].replace("\r\n", "\n")
    address = ADDRESS.search(text)
    signed = LEAVE.search(text) or FROM.search(text)
    role = ROLE.search(text)
    named = EMPLOYER.search(text)
    met = day(text, today)
    return {
        "who": signed[1].strip() if signed else "",
        "email": address[0] if address else "",
        "employer": named[1].strip() if named else _by_domain(address),
        "role": next(filter(None, role.groups())).strip() if role else "",
        "on": met.isoformat() if met and met <= today else "",
    }


def _by_domain(address: re.Match[str] | None) -> str:
    """Return an employer as its domain is called, unless everybody has an address there."""
    name = address[1].split(".")[-2] if address else ""
    return "" if name.lower() in FREE else name.replace("-", " ").title()


def day(text: str, today: date) -> date | None:
    """Return the first day that a text names; without a year, the one nearest to today."""
    found: list[tuple[int, date]] = []
    for pattern, year, month, number in (
        (ISO, 1, 2, 3),
        (DAY_FIRST, 3, 2, 1),
        (MONTH_FIRST, 3, 1, 2),
    ):
        for match in pattern.finditer(text):
            one = _date(match[year], match[month], match[number], today)
            if one:
                found.append((match.start(), one))
    return min(found)[1] if found else None


def _date(year: str | None, month: str, number: str, today: date) -> date | None:
    name = month[:3].lower()
    ordinal = MONTHS.index(name) + 1 if name in MONTHS else int(month)
    years = [int(year)] if year else [today.year - 1, today.year, today.year + 1]
    days = []
    for one in years:
        try:
            days.append(date(one, ordinal, int(number)))
        except ValueError:
            continue
    nearest = min(days, key=lambda each: abs(each - today), default=None)
    return nearest if nearest and (year or abs(nearest - today) <= HALF) else None
