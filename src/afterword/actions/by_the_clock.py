"""What happened, told by the employer's clock: an invitation may name an hour by another one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from afterword.etiquette.events import Event
from afterword.etiquette.moment import Moment, zone_of
from afterword.journal.held import Held
from afterword.journal.situation import event_of


def by_the_clock(event: Event, zone: ZoneInfo) -> Event:
    """Return the same event with its hours as they are in `zone`, where it is shown and put right.

    A form takes an hour without its zone: it has to be given one in that of the opportunity.
    """
    return _each(event, lambda one: one.there(zone))


def listed(book: Held) -> Iterator[Event]:
    """Yield what happened in an opportunity as lists tell it: hours by its clock, without a zone.

    In one list all hours are alike, and none is of wherever the one who wrote happened to be.
    """
    zone = zone_of(book.facts.timezone)
    return (_each(event_of(row), lambda one: _bare(one.there(zone))) for row in book.events)


def _each(event: Event, told: Callable[[Moment], Moment]) -> Event:
    """Return the same event with each of its moments told so."""
    known = {name: getattr(event, name) for name in event.__struct_fields__}
    anew = {name: told(one) for name, one in known.items() if isinstance(one, Moment)}
    return msgspec.structs.replace(event, **anew)


def _bare(moment: Moment) -> Moment:
    value = moment.value
    return Moment(value.replace(tzinfo=None)) if isinstance(value, datetime) else moment
