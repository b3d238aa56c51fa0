"""Moments as rules write them: "interview + 2 hours", "promise + 2 working days"."""

import re
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from afterword.etiquette.standing import Anchor, Anchors
from afterword.etiquette.workdays import Workdays, closing, opening


class Unit(StrEnum):
    """What a distance in time is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"


class Rest(StrEnum):
    """A time in which the employer is left in peace, and its end."""

    WEEKEND = "next weekday"
    DAYS_OFF = "next working day"


class Mark(msgspec.Struct, frozen=True):
    """A moment relative to an anchor; `rest` marks the end of a time of rest instead."""

    anchor: Anchor | None = None
    amount: int = 0
    unit: Unit = Unit.HOURS
    rest: Rest | None = None


WRITTEN = re.compile(r"([a-z-]+)(?: ([+-]) (\d+) (minute|hour|day|working day)s?)?")


def parse(text: str) -> Mark:
    """Read a mark; raises ValueError, saying what a mark looks like."""
    if text in set(Rest):
        return Mark(rest=Rest(text))
    found = WRITTEN.fullmatch(text)
    if not found or found[1] not in set(Anchor):
        anchors = ", ".join(Anchor)
        message = f'"{text}" is not of the form "interview + 2 hours"; the anchors are {anchors}'
        raise ValueError(message)
    unit = Unit(f"{found[4]}s") if found[4] else Unit.HOURS
    return Mark(Anchor(found[1]), int(f"{found[2] or '+'}{found[3] or 0}"), unit)


def when(mark: Mark, anchors: Anchors, calendar: Workdays, *, ends: bool) -> datetime | None:
    """Return the moment that `mark` means, or None where its anchor has not happened.

    Hours and minutes count from the anchor to the minute. Days begin at nine in the morning; where
    the mark `ends` something they end at five in the afternoon, on a working day if counted so.
    """
    start = anchors.get(mark.anchor) if mark.anchor else None
    if start is None or not mark.amount:
        return start
    if mark.unit is Unit.WORKING_DAYS:
        day = calendar.after(start.date(), mark.amount)
    elif mark.unit is Unit.DAYS:
        day = start.date() + timedelta(days=mark.amount)
    else:
        hours = mark.unit is Unit.HOURS
        return start + (timedelta(hours=mark.amount) if hours else timedelta(minutes=mark.amount))
    return closing(day, start) if ends else opening(day, start)
