"""Entries of a calendar and its cover, before they are put into the calendar's own words."""

from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """Something with a beginning and an end: aware moments, or two days, the last not included.

    `uid` stays the same for as long as it is the same thing; `changed` is when it last became
    different. `rings` is when an alarm goes off. Only what is `busy` takes up the candidate's time.
    """

    uid: str
    title: str
    starts: date
    ends: date
    changed: datetime
    details: str = ""
    link: str = ""
    rings: datetime | None = None
    busy: bool = False


class Cover(msgspec.Struct, frozen=True):
    """What stands around the entries: the calendar's name, and for a file when it was published.

    Without `published` it is a feed, which a calendar reads again and again.
    """

    name: str
    published: datetime | None = None


def uid(*parts: object) -> str:
    """Return the name of an entry that follows from what it is about, and tells nothing of it.

    A UUID, as RFC 7986 recommends, so that two calendars never mean different things by one name.
    """
    return str(uuid5(NAMESPACE_URL, "afterword:" + "\0".join(map(str, parts))))
