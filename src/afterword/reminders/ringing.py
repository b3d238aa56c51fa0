"""When an alarm may go off: never at night, and never when it is no use any more."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(8), time(20)


def opening(opens: datetime, closes: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return when to ring for a window: as it opens, or in the morning after.

    `zone` is the candidate's, who would be woken. None where the window closes before the morning.
    """
    local = opens.astimezone(zone)
    if local.time() < MORNING:
        local = datetime.combine(local.date(), MORNING, zone)
    elif local.time() > EVENING:
        local = datetime.combine(local.date() + timedelta(days=1), MORNING, zone)
    too_late = closes is not None and local.timestamp() >= closes.timestamp()
    return None if too_late else local


def beforehand(begins: datetime, ahead: timedelta, zone: ZoneInfo) -> datetime:
    """Return when to ring before an appointment: by so much, or on the evening before."""
    local = (begins - ahead).astimezone(zone)
    if local.time() < MORNING:
        return datetime.combine(local.date() - timedelta(days=1), EVENING, zone)
    if local.time() > EVENING:
        return datetime.combine(local.date(), EVENING, zone)
    return local
