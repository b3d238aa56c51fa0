"""An event in words: as its happening is called, with who and what."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from afterword.etiquette import decode
from afterword.etiquette.events import Event, Sent
from afterword.web import dates, phrases
from afterword.web.asking import Field, Shape
from afterword.web.happenings import happening_of

Names = Mapping[str, str]


def said(event: Event, names: Names) -> str:
    """Return an event in a line: "They named a day: an answer, 26 Nov (Lena Ruiz)"."""
    if isinstance(event, Sent):
        return _sent(event, names)
    raw = plain(event)
    happening = happening_of(raw)
    details = [text for field in happening.asks for text in _told(field, raw, names)]
    return f"{happening.label}: {', '.join(details)}" if details else str(happening.label)


def _sent(event: Sent, names: Names) -> str:
    done = phrases.done_by(event.act, [names.get(one, one) for one in event.to], event.channel)
    return _("Done: %(act)s") % {"act": f"{done[:1].lower()}{done[1:]}"}


def _told(field: Field, raw: Mapping[str, Any], names: Names) -> Iterator[str]:
    value = raw.get(field.name)
    if value in (None, "", [], False):
        return
    match field.shape:
        case Shape.PERSON:
            yield names.get(str(value), str(value))
        case Shape.PEOPLE:
            yield phrases.listed([names.get(one, one) for one in value])
        case Shape.CHOICE:
            yield str(dict(field.choices).get(value, value))
        case Shape.YES:
            yield str(field.label)[:1].lower() + str(field.label)[1:]
        case Shape.NUMBER:
            yield _("round %(number)s") % {"number": value}
        case Shape.DAY:
            yield _day(str(value), str(raw["on"]))
        case _:
            yield str(value)


def _day(text: str, on: str) -> str:
    """Return a day as one speaks of it; one of another year than the event's says so."""
    day, time = _apart(text)
    try:
        told = dates.short(date.fromisoformat(day), date.fromisoformat(on))
    except ValueError:
        return text
    return f"{told}, {time}" if time else told


def plain(event: Event) -> dict[str, Any]:
    """Return an event as a form shows it: the words of the format, day and time apart."""
    raw: dict[str, Any] = msgspec.json.decode(decode.to_json(event))
    raw["on"], raw["time"] = _apart(str(raw["on"]))
    if "at" in raw:
        raw["at"], raw["at_time"] = _apart(str(raw["at"]))
    return raw


def _apart(text: str) -> tuple[str, str]:
    day, _, time = text.partition("T")
    return day, time[:5]
