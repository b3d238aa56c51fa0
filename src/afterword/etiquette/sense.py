"""What a situation can get wrong though every field is well formed."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from afterword.etiquette.events import Event
from afterword.etiquette.moment import zone_of
from afterword.etiquette.problem import Problem, shown
from afterword.etiquette.situation import Situation


def nonsense(situation: Situation) -> list[Problem]:
    """Return the problems that only show between fields: people, zones, and the order of time."""
    try:
        zone = zone_of(situation.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        name = situation.timezone
        message = f"{shown(name)} is not an IANA time zone such as Europe/Berlin"
        return [Problem("timezone", message, name), *_strangers(situation)]
    return [*_strangers(situation), *_from_the_future(situation, zone)]


def _strangers(situation: Situation) -> Iterator[Problem]:
    known: set[str] = set()
    for index, person in enumerate(situation.people):
        if person.id in known:
            yield Problem(f"people[{index}].id", f"{shown(person.id)} is used twice", person.id)
        known.add(person.id)
    for path, person_id in _mentions(situation):
        if person_id not in known:
            message = f"{shown(person_id)} is not the id of anybody in people"
            yield Problem(path, message, person_id, tuple(sorted(known)))


def _mentions(situation: Situation) -> Iterator[tuple[str, str]]:
    for index, event in enumerate(situation.events):
        for field, person_id in _named(event):
            yield f"events[{index}].{field}", person_id
    for index, event in enumerate(situation.elsewhere):
        for field, person_id in _named(event):
            yield f"elsewhere[{index}].{field}", person_id
    if situation.proposal:
        for index, person_id in enumerate(situation.proposal.to):
            yield f"proposal.to[{index}]", person_id


def _named(event: Event) -> Iterator[tuple[str, str]]:
    for attribute in ("with_", "to"):
        for index, person_id in enumerate(getattr(event, attribute, ())):
            yield f"{attribute.rstrip('_')}[{index}]", person_id
    for attribute in ("from_", "to_whom", "who"):
        person_id = getattr(event, attribute, None)
        if person_id is not None:
            yield attribute.rstrip("_"), person_id


def _from_the_future(situation: Situation, zone: ZoneInfo) -> Iterator[Problem]:
    now = situation.now.at(zone)
    for index, event in enumerate(situation.events):
        moment = event.on
        if moment.exact:  # by the clock of the world: within a zone, Python compares wall clocks
            late = moment.at(zone).timestamp() > now.timestamp()
        else:
            late = moment.day(zone) > now.date()
        if late:
            yield Problem(
                f"events[{index}].on",
                f"{shown(str(moment))} is after now ({_to_the_minute(now)})",
                str(moment),
            )


def _to_the_minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
