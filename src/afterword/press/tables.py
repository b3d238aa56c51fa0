"""The one place that reads the table of posts: our own, and a person's on top of it."""

import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec

from afterword import press
from afterword.etiquette.problem import Guide, Malformed, Problem, shown
from afterword.letters.card.post import PostTable, Service

BUILT_IN = f"{press.__path__[0]}/post.toml"

FIELDS = {field.encode_name: field for field in msgspec.structs.fields(Service)}
EXPECTED = {
    "name": "text",
    "from": "a country such as US or CA-QC",
    "to": 'a country such as US, or "*" for any other',
    "days": "two whole numbers of days such as [1, 3]",
    "rests": 'a list of at most six weekdays such as ["sunday"]',
    "last_post": "a time such as 17:00:00",
    "postage": 'a price in quotes such as "0.78"',
    "currency": "three capitals such as USD",
    "up_to_grams": "a whole number of grams",
    "checked": "a date such as 2026-11-23",
    "source": 'a table such as { title = "…", link = "https://…" }',
    "unverified": "true or false",
    "note": "text",
}


def post_table(path: str | None = None) -> PostTable:
    """Return the table of posts; where a person's own names a route, their rows stand for it alone.

    Raises Malformed, with every row and field, for a file that cannot be read or understood.
    """
    built_in = _services(BUILT_IN)
    if path is None:
        return PostTable(built_in)
    own = _services(path)
    routes = {(each.from_, each.to) for each in own}
    rest = [each for each in built_in if (each.from_, each.to) not in routes]
    return PostTable((*own, *rest))


def _services(path: str) -> tuple[Service, ...]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  as in rulebooks: pathlib is slow to load
            raw = tomllib.load(file)
    except OSError as error:
        problem = Problem(path, f"cannot be read: {error.strerror}")
        raise Malformed([problem], Guide.POST) from error
    except (ValueError, RecursionError) as error:  # ValueError: also what is not UTF-8
        raise Malformed([Problem(path, f"this is not TOML: {error}")], Guide.POST) from error
    if wrong := list(_problems(raw)):
        named = [msgspec.structs.replace(each, path=f"{path}: {each.path}") for each in wrong]
        raise Malformed(named, Guide.POST)
    return msgspec.convert(raw, PostTable).services


def _problems(raw: dict[str, Any]) -> Iterator[Problem]:
    """Yield everything that is wrong with a table, and not only the first thing."""
    for name in raw.keys() - {"services"}:
        yield Problem(name, "is not a field here", None, ("services",))
    rows = raw.get("services")
    if not isinstance(rows, list) or not rows:
        yield Problem("services", "expected at least one [[services]]")
        return
    for place, row in enumerate(rows):
        if isinstance(row, dict):
            yield from _wrong_in(row, f"services[{place}]")
        else:
            yield Problem(f"services[{place}]", f"expected a table, found {shown(row)}")


def _wrong_in(row: dict[str, Any], path: str) -> Iterator[Problem]:
    for name, value in row.items():
        if name not in FIELDS:
            yield Problem(f"{path}.{name}", "is not a field here", None, tuple(FIELDS))
            continue
        try:
            msgspec.convert(value, FIELDS[name].type)
        except msgspec.ValidationError:
            message = f"expected {EXPECTED[name]}, found {shown(value)}"
            yield Problem(f"{path}.{name}", message, str(value))
    for name, field in FIELDS.items():
        if field.required and name not in row:
            yield Problem(f"{path}.{name}", f"is missing: {EXPECTED[name]}")
