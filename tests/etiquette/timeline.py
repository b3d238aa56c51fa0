"""A little timeline, as a person writes it down, turned into a situation or a standing.

A line is a day, perhaps a time, the kind of event, and its fields:

    2026-03-03 14:00  interview  with=manager,hr impression=uncertain
    2026-03-04        sent       act=gift to=manager gift.kind=flowers gift.value=20

`with`, `to` and `traits` hold lists, with commas; `yes` and `no` are booleans; text with spaces
stands in quotes. Everything is decoded as the public format is, so a misspelt field is refused.
"""

import re
import shlex
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from afterword.etiquette.decode import from_raw
from afterword.etiquette.fold import standing
from afterword.etiquette.situation import Situation
from afterword.etiquette.standing import Standing

LINE = re.compile(r"(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}\S*)?)\s+([a-z-]+)(.*)")
PERSON = re.compile(r"([^:@,]+)(?::([a-z-]+))?(?:@([a-z-]+))?(?:,(.*))?")
LISTS = {"with", "to", "traits"}
BOOLEANS = {"yes": True, "no": False}

MANAGER = "manager:hiring-manager"


def situation(
    timeline: str,
    *,
    now: str,
    people: str = MANAGER,
    timezone: str = "UTC",
    proposal: str = "",
    **opportunity: str,
) -> Situation:
    """Return the situation that a timeline tells.

    `people` are written `id:role@works_for,field=value`, where all but the id may be left out;
    their e-mail address is known unless `email=no` or `email=guessed`. A `proposal` is an act and
    its fields, as in `gift channel=post to=manager gift.kind=flowers traits=long,effusive`.
    """
    raw: dict[str, Any] = {
        "now": now,
        "timezone": timezone,
        "opportunity": opportunity,
        "people": [_person(text) for text in people.split()],
        "events": [_event(line.strip()) for line in timeline.splitlines() if line.strip()],
    }
    if proposal:
        act, *fields = shlex.split(proposal)
        raw["proposal"] = {"act": act, **_fields(fields)}
    return from_raw(raw)


def after(
    timeline: str, *, now: str, people: str = MANAGER, timezone: str = "UTC", **opportunity: str
) -> Standing:
    """Return where things stand after a timeline."""
    told = situation(timeline, now=now, people=people, timezone=timezone, **opportunity)
    return standing(told)


def at(text: str, timezone: str = "UTC") -> datetime:
    """Return the aware moment that a text such as `2026-03-04 09:00` means in a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(timezone))


def _event(line: str) -> dict[str, Any]:
    found = LINE.fullmatch(line)
    if not found:
        message = f"not of the form `2026-03-03 14:00  interview  with=manager`: {line}"
        raise ValueError(message)
    return {"on": found[1], "kind": found[2], **_fields(shlex.split(found[3]))}


def _person(text: str) -> dict[str, Any]:
    found = PERSON.fullmatch(text)
    if not found:
        message = f"not of the form `manager:hiring-manager@employer,email=no`: {text}"
        raise ValueError(message)
    id_, role, house, rest = found.groups()
    person = {"id": id_, "role": role, "works_for": house, "email": True}
    fields = _fields(rest.split(",") if rest else [])
    return {key: value for key, value in person.items() if value} | fields


def _fields(pairs: Iterable[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for pair in pairs:
        path, _, text = pair.partition("=")
        *outer, name = path.split(".")
        inner = fields
        for key in outer:
            inner = inner.setdefault(key, {})
        inner[name] = _value(name, text)
    return fields


def _value(name: str, text: str) -> object:
    if name in LISTS:
        return text.split(",")
    if text in BOOLEANS:
        return BOOLEANS[text]
    return int(text) if text.isdecimal() else text
