"""A long hunt to measure with: 300 opportunities in a year, each with its story, 5,000 events."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle, islice
from typing import Any

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.etiquette import decode
from afterword.etiquette.moment import Moment, zone_of

OPPORTUNITIES, EVENTS = 300, 5_000
YEAR = timedelta(days=365)
ZONE = zone_of("Europe/London")
MET = "lena"
ENDINGS: tuple[dict[str, object], ...] = (
    {"kind": "rejected", "interviewed": True},
    {"kind": "received", "what": "acknowledgement", "from": MET},  # and then silence
    {"kind": "filled"},
    {"kind": "withdrew"},
)
STILL_OPEN = 40
"""Days: what began longer ago than this has come to an end, of whatever kind."""


def write(owner: User, *, now: datetime, opportunities: int = OPPORTUNITIES) -> list[str]:
    """Write the hunt down, each story as its last event came; return the uids, the newest first."""
    with transaction.atomic():
        return [
            add_opportunity(
                owner, decode.from_raw(told), now=Moment.parse(told["now"]).at(ZONE)
            ).opportunity
            for number in range(opportunities)
            for told in [story(number, opportunities, now)]
        ]


def story(number: int, opportunities: int, now: datetime) -> dict[str, Any]:
    """Return the situation of one opportunity; the first began yesterday, the last a year ago."""
    met = now - timedelta(days=1) - YEAR * number / opportunities
    count = EVENTS * (number + 1) // OPPORTUNITIES - EVENTS * number // OPPORTUNITIES
    people = [
        {"id": MET, "name": "Lena Ruiz", "role": "hiring-manager", "email": True},
        {"id": "ives", "name": "Tom Ives", "role": "hr", "email": True, "postal_address": True},
    ]
    events = list(islice(_events(number, met, now), count))
    return {
        "now": max(str(event["on"]) for event in events),
        "timezone": str(ZONE),
        "opportunity": {"employer": f"Employer {number}", "role": "planner", "country": "GB"},
        "people": people,
        "events": events,
    }


def _events(number: int, met: datetime, now: datetime) -> Iterator[dict[str, object]]:
    """Yield what happened: an interview, thanks, an ending where it is time, and talk before it."""
    yield {"on": _at(met), "kind": "interview", "with": [MET], "format": "video"}
    yield {"on": _at(met - timedelta(days=20)), "kind": "applied"}
    if now - met > timedelta(days=2):
        thanks = {"kind": "sent", "act": "thank-you", "channel": "email", "to": [MET]}
        yield {"on": _at(met + timedelta(hours=20)), **thanks}
    if number % 3:
        promise = {"kind": "promised", "what": "answer", "from": MET}
        yield {"on": _at(met), **promise, "by": (met + timedelta(days=9)).date().isoformat()}
    if now - met > timedelta(days=STILL_OPEN):
        yield {"on": _at(met + timedelta(days=25)), **ENDINGS[number % len(ENDINGS)]}
    for day, who in zip(range(19, 0, -1), cycle((MET, "ives"))):
        reply = {"kind": "received", "what": "reply", "from": who}
        yield {"on": _at(met - timedelta(days=day, hours=1)), **reply}


def _at(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
