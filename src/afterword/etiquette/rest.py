"""Times in which an employer is left in peace: weekends, and where a rule says so, holidays.

Such a time begins at six in the evening before a day off and ends at nine in the morning of the
next day at work. Nights between two working days do not count: a message waits till the morning.
"""

from datetime import date, datetime, time

from afterword.etiquette.rulebook.mark import Rest
from afterword.etiquette.workdays import DAY, OPENING, Workdays, opening

EVENING = time(18)


def end_of(rest: Rest, at: datetime, calendar: Workdays) -> datetime | None:
    """Return when the time of rest ends that `at` falls into, or None where it is none."""
    day = at.date()
    if works(rest, day, calendar):
        day = _nearest(at)
        if works(rest, day, calendar):
            return None
    while not works(rest, day, calendar):
        day += DAY
    return opening(day, at)


def next_after(rest: Rest, at: datetime, calendar: Workdays) -> datetime:
    """Return when the next time of rest begins, for an `at` that is not within one."""
    day = at.date()
    while works(rest, day + DAY, calendar):
        day += DAY
    return datetime.combine(day, EVENING, at.tzinfo)


def last_before(rest: Rest, at: datetime, calendar: Workdays) -> datetime:
    """Return when the last time of rest ended, for an `at` that is not within one."""
    day = at.date()
    while works(rest, day - DAY, calendar):
        day -= DAY
    return opening(day, at)


def works(rest: Rest, day: date, calendar: Workdays) -> bool:
    """Return whether people are at work on `day`, as far as this kind of rest is concerned."""
    if rest is Rest.WEEKEND:
        return calendar.weekday(day)
    return calendar.working(day)


def _nearest(at: datetime) -> date:
    """Return the day whose rest reaches `at`: before nine the day before, after six the next."""
    if at.time() < OPENING:
        return at.date() - DAY
    return at.date() + DAY if at.time() > EVENING else at.date()
