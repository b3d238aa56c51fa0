"""The candidate's calendar: all dates for whoever reads along, or a few as a file."""

from collections.abc import Sequence
from datetime import datetime

from afterword.accounts.models import User
from afterword.actions.preferences import Preferences, preferences
from afterword.actions.reminders.dates import View, dates, step_uid
from afterword.actions.settle import one
from afterword.actions.values import StepKey
from afterword.etiquette.moment import zone_of
from afterword.journal.held import Held, held
from afterword.reminders import wording
from afterword.reminders.entry import Cover, Entry
from afterword.tongue import gettext as _


def calendar(owner: User, *, now: datetime, link: str = "") -> bytes:
    """Return every date of a candidate's, for a calendar that reads it again and again.

    `link` is the address of an opportunity's page, with `{}` for its uid.
    """
    return _written(entries(owner, now=now, link=link), Cover(_name(preferences(owner))))


def entries(owner: User, *, now: datetime, link: str = "") -> tuple[Entry, ...]:
    """Return every date of a candidate's, as they want to read them."""
    preferred = preferences(owner)
    return tuple(
        entry for book in held(owner) for entry in dates(book, _view(preferred, book, link), now)
    )


def dates_of(
    owner: User, uid: str, step: StepKey | None = None, *, now: datetime, link: str = ""
) -> bytes:
    """Return the dates of one opportunity as a file, or of one step; raises Missing."""
    preferred, book = preferences(owner), one(owner, uid)
    wanted = step_uid(book, step) if step else None
    found = dates(book, _view(preferred, book, link), now)
    chosen = [entry for entry in found if wanted in {None, entry.uid}]
    return _written(chosen, Cover(_name(preferred), published=now))


def _written(chosen: Sequence[Entry], cover: Cover) -> bytes:
    from afterword.reminders.calendar import calendar as written  # noqa: PLC0415  80 ms at a start

    return written(chosen, cover)


def _view(preferred: Preferences, book: Held, link: str) -> View:
    """Return how a candidate sees the dates: in their own zone, or where none is told in theirs."""
    zone = zone_of(preferred.time_zone or book.facts.timezone)
    return View(preferred.calendar, zone, link)


def _name(preferred: Preferences) -> str:
    return _(wording.DISCREET_CALENDAR) if preferred.calendar.discreet else wording.CALENDAR
