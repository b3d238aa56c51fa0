"""The fold from events to a standing, in the order of time."""

from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from afterword.etiquette.entries import ENTRIES
from afterword.etiquette.entries.elsewhere import elsewhere
from afterword.etiquette.events import Happening
from afterword.etiquette.ledger import Ledger
from afterword.etiquette.moment import zone_of
from afterword.etiquette.situation import Situation
from afterword.etiquette.standing import Standing

Kind = TypeVar("Kind", bound=Happening)


def standing(situation: Situation) -> Standing:
    """Fold the events of `situation` into where things stand, in linear time.

    Expects a decoded situation: known people, a known zone, no event after `now`.
    """
    zone = zone_of(situation.timezone)
    ledger = Ledger(situation, zone)
    for event, at in in_order(situation.events, zone):
        ledger.at = min(at, ledger.now, key=datetime.timestamp)
        ENTRIES[type(event)](ledger, event)
    elsewhere(ledger, in_order(situation.elsewhere, zone))
    return ledger.close()


def in_order(events: tuple[Kind, ...], zone: ZoneInfo) -> list[tuple[Kind, datetime]]:
    """Return events and their moments by time; a day with a bare date keeps the file's order."""
    dated = [(event, event.on.at(zone)) for event in events]
    if all(event.on.exact for event in events):
        return sorted(dated, key=lambda pair: pair[1].timestamp())
    vague = {event.on.day(zone) for event in events if not event.on.exact}
    return sorted(
        dated,
        key=lambda pair: (
            pair[1].date(),
            0.0 if pair[1].date() in vague else pair[1].timestamp(),
        ),
    )
