"""Situations from JSON and TOML, and back; wrong input comes back as a list of problems."""

from typing import Any

import msgspec

from afterword.etiquette.moment import Moment
from afterword.etiquette.problem import Malformed, Problem, shown
from afterword.etiquette.sense import nonsense
from afterword.etiquette.situation import Situation


def from_json(text: bytes | str) -> Situation:
    """Decode one situation from JSON.

    Raises Malformed, with every problem at once.
    """
    try:
        situation = _DECODER.decode(text)
    except (msgspec.MsgspecError, UnicodeError, OverflowError, RecursionError):
        return _explained(_parsed_json(text))
    return checked(situation)


def from_toml(text: str) -> Situation:
    """Decode one situation from TOML.

    Raises Malformed, with every problem at once.
    """
    import tomllib  # noqa: PLC0415  2 ms that JSON need not wait for

    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also numbers of 5,000 digits
        raise Malformed([Problem("", f"this is not TOML: {error}")]) from error
    return from_raw(raw)


def from_raw(raw: object) -> Situation:
    """Decode one situation from dictionaries and lists.

    Raises Malformed, with every problem at once.
    """
    try:
        situation = msgspec.convert(raw, Situation, dec_hook=hook)
    except (msgspec.ValidationError, OverflowError):
        return _explained(raw)
    return checked(situation)


def to_json(value: object) -> bytes:
    """Encode any value of the etiquette as JSON, without the fields that hold their default."""
    return _ENCODER.encode(value)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a situation."""
    schemas = msgspec.json.schema(Situation, schema_hook=_SCHEMAS.__getitem__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An Afterword situation",
        **schemas,
    }


def hook(kind: type, raw: object) -> object:
    """Decode the types that msgspec does not know; raises ValueError for what cannot be read."""
    if kind is Moment:
        return Moment.parse(raw)
    raise NotImplementedError(kind)


def _plain(value: object) -> object:
    if isinstance(value, Moment):
        return str(value)
    raise NotImplementedError(type(value))


def _parsed_json(text: bytes | str) -> object:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Malformed([Problem("", f"this is not JSON: {error}")]) from error


def _explained(raw: object) -> Situation:
    from afterword.etiquette.examine import problems  # noqa: PLC0415  only wrong input pays for it
    from afterword.etiquette.salvage import readable  # noqa: PLC0415  the same

    ill_formed = problems(raw, Situation, hook=hook)
    unexplained = [] if ill_formed else [Problem("", f"cannot be read: {shown(raw)}", raw)]
    raise Malformed([*ill_formed, *unexplained, *nonsense(readable(raw, hook=hook))])


def checked(situation: Situation) -> Situation:
    """Return a situation that makes sense; raises Malformed, with every problem at once."""
    found = nonsense(situation)
    if found:
        raise Malformed(found)
    return situation


_DECODER = msgspec.json.Decoder(Situation, dec_hook=hook)
_SCHEMAS: dict[type, dict[str, Any]] = {
    Moment: {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}
}
_ENCODER = msgspec.json.Encoder(enc_hook=_plain)
