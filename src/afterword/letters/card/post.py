"""Letters on their way: which services there are, and when a card that is posted now is read.

Days and postage come from a table that somebody checked on a day, never from the code. Nothing is
delivered on a public holiday, nor on the weekdays on which a service rests; a card that comes to an
office when nobody works there is read on the next working day.
"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated

import msgspec

from afterword.etiquette.situation import Country
from afterword.etiquette.workdays import DAY, workdays
from afterword.letters.card.envelope import Route
from afterword.letters.card.stationery import nation

ABROAD = "*"
LONGEST = 60


class Weekday(StrEnum):
    """A day on which a service may rest, in the order of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


WEEK = tuple(Weekday)
Destination = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|\*)$")]
Currency = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Price = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,6}([.][0-9]{1,2})?$")]
# A service that rests on all seven days would never deliver.
Rests = Annotated[tuple[Weekday, ...], msgspec.Meta(max_length=6)]
Days = Annotated[int, msgspec.Meta(ge=0, le=LONGEST)]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a figure was read: the title of the page, and its address where that is known."""

    title: str
    link: str = ""


class Service(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A way to send a letter: `from` a country, `to` one or to "*", which is any other.

    `days` are the days of delivery that it takes at best, and as a rule at worst, counted from the
    day of posting. `rests` are the weekdays without delivery, `last_post` is the hour until which a
    letter still leaves on the same day. `postage` is for `up_to_grams`, and missing where
    nobody knows it; `unverified` says that a figure could not be looked up.
    """

    name: str
    from_: Country = msgspec.field(name="from")
    to: Destination
    days: tuple[Days, Days]
    rests: Rests = (Weekday.SUNDAY,)
    last_post: time = time(17)
    postage: Price | None = None
    currency: Currency | None = None
    up_to_grams: int
    checked: date
    source: Source
    unverified: bool = False
    note: str = ""


class PostTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Services, those of one route from the cheapest to the dearest."""

    services: tuple[Service, ...]


class Trip(msgspec.Struct, frozen=True):
    """A card on its way: when it is posted, and when it is read at the earliest and the latest."""

    posted: date
    earliest: date
    latest: date


def serving(services: tuple[Service, ...], route: Route) -> tuple[Service, ...]:
    """Return the services for a route: those to its very country, or else those to any abroad."""
    sender, reader = nation(route.sender), nation(route.reader)
    leaving = [each for each in services if nation(each.from_) == sender]
    exact = tuple(each for each in leaving if nation(each.to) == reader)
    if exact or not route.abroad:
        return exact
    return tuple(each for each in leaving if each.to == ABROAD)


def trip(service: Service, ready: datetime, route: Route) -> Trip:
    """Return the way of a card that is ready to be posted at some moment."""
    late = ready.time() >= service.last_post
    return posted_on(service, ready.date() + DAY if late else ready.date(), route)


def posted_on(service: Service, day: date, route: Route) -> Trip:
    """Return the way of a card put into the box on a day, or on the next with a collection."""
    while not _moves(service, day, route.sender):
        day += DAY
    first, last = (_arrival(service, day, count, route.reader) for count in sorted(service.days))
    return Trip(day, first, last)


def _arrival(service: Service, posted: date, count: int, country: Country) -> date:
    """Return when a card is read that takes `count` days of delivery."""
    day = posted
    for _ in range(count):
        day += DAY
        while not _moves(service, day, country):
            day += DAY
    office = workdays(country)
    return day if office.working(day) else office.after(day, 1)


def _moves(service: Service, day: date, country: Country) -> bool:
    return WEEK[day.weekday()] not in service.rests and not workdays(country).holiday(day)
