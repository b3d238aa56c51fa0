"""The one place where the pages ask what time it is."""

from datetime import UTC, datetime

from django.conf import settings


def now() -> datetime:
    """Return this moment; the setting CLOCK, a function, stands in for it in stories of weeks."""
    told = getattr(settings, "CLOCK", None)
    if told is not None:
        moment: datetime = told()
        return moment
    return datetime.now(UTC)  # noqa: TID251  every other room takes `now` from here
