"""Days and hours as they are written where the person lives; their words are those of the page.

The browser says where that is, unless Settings do. English in Britain is "Fri 27 Nov, 14:00";
English as in the United States is "Fri, Nov 27, 2 p.m.".
"""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime
from pathlib import Path

import msgspec
from django.conf import locale, settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.formats import date_format, get_format
from django.utils.translation import to_language
from django.utils.translation.trans_real import parse_accept_lang_header

# Django writes hours in Britain and Ireland as "2 p.m.", the tables of Unicode's CLDR as "14:00".
BY_TWENTY_FOUR = frozenset({"en-gb", "en-ie"})


class Habit(msgspec.Struct, frozen=True):
    """How a place writes dates: the month before the day or after it, hours up to 12 or to 24."""

    month_first: bool = False
    by_twelve: bool = False


USUAL = Habit()
FORMATS = Path(locale.__file__).parent
KNOWN = frozenset(
    {to_language(path.parent.name) for path in FORMATS.glob("*/formats.py")} - {"en"} | {"en-us"}
)
HABIT: ContextVar[Habit] = ContextVar("habit", default=USUAL)


def habit(place: str) -> Habit:
    """Return how dates are written where a language tag such as `en-us` is at home.

    English from nowhere in particular is as usual, since Django takes it for American; so is what
    Django does not know: a browser can say anything, and what it says is not to be remembered.
    """
    place = next((one for one in (place, place.partition("-")[0]) if one in KNOWN), "")
    if not place:
        return USUAL
    return Habit(
        month_first=str(get_format("MONTH_DAY_FORMAT", place)).startswith(("F", "N", "M")),
        by_twelve=place not in BY_TWENTY_FOUR
        and any(sign in str(get_format("TIME_FORMAT", place)) for sign in "PgaA"),
    )


class Dates:
    """The middleware that writes dates as a request's place does."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Hold what answers a request."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request, with the habit of its place until then."""
        token = HABIT.set(habit(place(request)))
        try:
            return self.answer(request)
        finally:
            HABIT.reset(token)


def place(request: HttpRequest) -> str:
    """Return the language tag of where a person is: as they chose, or as their browser says."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
    return chosen(request) or (asked[0][0] if asked else "")


def chosen(request: HttpRequest) -> str:
    """Return the language that was chosen in Settings for this browser, or nothing."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return language if language in dict(settings.LANGUAGES) else ""


def time(when: datetime) -> str:
    """Return the hour of a moment: "14:00", or "2 p.m."."""
    return date_format(when, "P" if HABIT.get().by_twelve else "H:i")


def short(when: date, now: date) -> str:
    """Return a day in brief, with its year where that is another: "Fri 27 Nov"."""
    pattern = "D, M j" if HABIT.get().month_first else "D j M"
    year = ", Y" if HABIT.get().month_first else " Y"
    return date_format(when, pattern + (year if when.year != now.year else ""))


def long(when: date) -> str:
    """Return a day in full: "Friday 27 November"."""
    return date_format(when, "l, F j" if HABIT.get().month_first else "l j F")


def weekday(when: date) -> str:
    """Return the name of a day of the week."""
    return date_format(when, "l")
