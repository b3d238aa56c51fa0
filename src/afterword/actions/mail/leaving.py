"""When a released letter leaves: after the time to take it back, in its reader's working hours."""

from datetime import datetime, timedelta

from afterword.etiquette.moment import zone_of
from afterword.etiquette.weighing import Window
from afterword.etiquette.workdays import Workdays, closing, opening, workdays
from afterword.journal.held import Held


def leaves(held: Held, window: Window, *, now: datetime, minutes: int) -> datetime | None:
    """Return when a letter leaves that is released at `now`; None where that would be too late.

    Outside working hours it waits for the next ones, unless its time were over by then.
    """
    free = now + timedelta(minutes=minutes)
    if window.not_before:
        free = max(free, window.not_before)
    local = free.astimezone(zone_of(held.facts.timezone))
    at_work = in_hours(local, workdays(held.facts.country))
    return next((one for one in (at_work, local) if _in_time(one, window)), None)


def in_hours(moment: datetime, calendar: Workdays) -> datetime:
    """Return a moment if somebody works at it, else when they next begin to."""
    day = moment.date()
    if calendar.working(day) and moment < closing(day, moment):
        return max(moment, opening(day, moment))
    return opening(calendar.after(day, 1), moment)


def _in_time(moment: datetime, window: Window) -> bool:
    if window.too_late_after is None or moment <= window.too_late_after:
        return True
    return window.resumes is not None and moment >= window.resumes
