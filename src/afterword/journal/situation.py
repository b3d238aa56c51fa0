"""From the rows of an opportunity to the etiquette's input, and back, without loss."""

from datetime import datetime
from typing import Any

import msgspec

from afterword.etiquette import decode
from afterword.etiquette.events import Event
from afterword.etiquette.moment import Moment
from afterword.etiquette.situation import Opportunity, Person, Situation
from afterword.journal import models
from afterword.journal.elsewhere import elsewhere_of
from afterword.journal.held import Held

Fields = dict[str, Any]
OWN = ("id", "now", "timezone", "opportunity", "people", "events")
KNOWN = ("role", "employer", "sector", "country", "via", "gift_policy")


def situation_of(held: Held, now: datetime | Moment) -> Situation:
    """Return an opportunity as the etiquette sees it at `now`."""
    return msgspec.convert(raw_of(held, now), Situation, dec_hook=decode.hook)


def raw_of(held: Held, now: datetime | Moment) -> Fields:
    """Return an opportunity as a situation file has it, sound or not."""
    facts = held.facts
    elsewhere = [*facts.rest.get("elsewhere", ()), *elsewhere_of(held)]
    return {
        **facts.rest,
        **({"elsewhere": elsewhere} if elsewhere else {}),
        "now": str(now if isinstance(now, Moment) else Moment(now)),
        "id": facts.name,
        "timezone": facts.timezone,
        "opportunity": {field: getattr(facts, field) for field in KNOWN},
        "people": [_raw_person(person) for person in held.people],
        "events": [raw_event(event) for event in held.events],
    }


def event_of(row: models.Event) -> Event:
    """Return what a row says happened."""
    event: Event = msgspec.convert(raw_event(row), Event, dec_hook=decode.hook)
    return event


def raw_event(row: models.Event) -> Fields:
    """Return an event as it stands in a file."""
    return {**row.payload, "on": row.on, "kind": row.kind}


def event_fields(event: Event) -> Fields:
    """Return the columns that hold an event."""
    raw = plain(event)
    return {"kind": raw.pop("kind"), "on": raw.pop("on"), "payload": raw}


def person_fields(person: Person) -> Fields:
    """Return the columns that hold a person."""
    return {
        "key": person.id,
        "name": person.name,
        "role": str(person.role),
        "email": person.email,
        "postal_address": person.postal_address,
        "works_for": str(person.works_for),
    }


def facts_fields(
    facts: Opportunity, timezone: str, name: str | None = None, rest: Fields | None = None
) -> Fields:
    """Return the columns that hold what is known of an opportunity."""
    known = {field: str(getattr(facts, field)) for field in KNOWN}
    return {**known, "timezone": timezone, "name": name, "rest": rest or {}}


def rest_of(situation: Situation) -> Fields:
    """Return what a situation file holds beside what happened."""
    return {field: value for field, value in plain(situation).items() if field not in OWN}


def plain(value: object) -> Fields:
    """Return a value of the etiquette as dictionaries and lists, as JSON would have it."""
    raw: Fields = msgspec.json.decode(decode.to_json(value))
    return raw


def _raw_person(person: models.Person) -> Fields:
    return {
        "id": person.key,
        "name": person.name,
        "role": person.role,
        "email": person.email,
        "postal_address": person.postal_address,
        "works_for": person.works_for,
    }
