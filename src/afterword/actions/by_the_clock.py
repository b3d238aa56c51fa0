"""What happened, told by the employer's clock: an invitation may name an hour by another one."""

from zoneinfo import ZoneInfo

import msgspec

from afterword.etiquette.events import Event
from afterword.etiquette.moment import Moment

TELLING_HOURS = ("on", "at")


def by_the_clock(event: Event, zone: ZoneInfo) -> Event:
    """Return the same event with its hours as they are in `zone`, where it is shown and put right.

    A form takes an hour without its zone: it has to be given one in that of the opportunity.
    """
    told = {name: getattr(event, name, None) for name in TELLING_HOURS}
    there = {name: one.there(zone) for name, one in told.items() if isinstance(one, Moment)}
    return msgspec.structs.replace(event, **there)
