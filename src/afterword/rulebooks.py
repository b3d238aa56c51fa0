"""The one place that reads rulebooks from disk: the built-in layers, and a house layer.

The built-in layers are TOML, which takes a tenth of a second to parse. `compiled.json` beside them
holds the same rows ready to load; it names the digest of what it was made from, and is passed over
when the tables have changed since.
"""

import os
import zlib
from collections.abc import Iterable

import msgspec

from afterword import etiquette
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.rulebook.book import Page, Rulebook, read_page
from afterword.etiquette.rulebook.rule import LayerKind

# Paths are plain text here: importing pathlib takes longer than loading the whole rulebook.
FOLDERS = ("base", "regions", "sectors")
TABLES = f"{etiquette.__path__[0]}/rulebook"
COMPILED = f"{TABLES}/compiled.json"


class Compiled(msgspec.Struct, frozen=True):
    """The built-in pages, and the digest of the tables that they were made from."""

    digest: int
    pages: tuple[Page, ...]


def rulebook(house: Iterable[str] = ()) -> Rulebook:
    """Return the built-in rulebook, with house layers on top, checked when there are any.

    Raises Malformed, with file and row, for a layer that cannot be read, contradicts another, or
    overrides what no house may override.
    """
    pages = built_in()
    own = [_house_page(path) for path in house]
    return audited(Rulebook([*pages, *own])) if own else Rulebook(pages)


def audited(book: Rulebook) -> Rulebook:
    """Return a rulebook whose rows have been held against each other.

    Raises Malformed, with file and row of every contradiction.
    """
    from afterword.etiquette.rulebook.audit import audit  # noqa: PLC0415  3 ms that most runs save

    audit(book)
    return book


def built_in() -> tuple[Page, ...]:
    """Return the built-in pages, from the compiled copy if it is current."""
    compiled, found = _compiled(), tables()
    return compiled.pages if compiled and compiled.digest == digest(found) else read(found)


def is_compiled() -> bool:
    """Return whether the compiled copy is there and current."""
    compiled = _compiled()
    return compiled is not None and compiled.digest == digest(tables())


def tables() -> dict[str, bytes]:
    """Return every built-in table by its name, base first, in the order of names."""
    return {
        f"{folder}/{name}": _read(f"{TABLES}/{folder}/{name}")
        for folder in FOLDERS
        for name in sorted(entry.name for entry in os.scandir(f"{TABLES}/{folder}"))
        if name.endswith(".toml")
    }


def digest(found: dict[str, bytes]) -> int:
    """Return a check sum of all tables, which changes when any of them does."""
    return zlib.crc32(
        b"\0".join(part for name, raw in found.items() for part in (name.encode(), raw))
    )


def compile_tables() -> bytes:
    """Return what `compiled.json` should hold, checked for contradictions first."""
    found = tables()
    pages = read(found)
    audited(Rulebook(pages))
    return msgspec.json.format(msgspec.json.encode(Compiled(digest(found), pages)), indent=1)


def read(found: dict[str, bytes]) -> tuple[Page, ...]:
    """Return the pages that tables hold; raises Malformed for one that cannot be read."""
    return tuple(read_page(name, raw.decode()) for name, raw in found.items())


def _compiled() -> Compiled | None:
    try:
        return msgspec.json.decode(_read(COMPILED), type=Compiled)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def layer(name: str, text: str) -> Page:
    """Return the page of a house layer that has a name for messages.

    Raises Malformed, with name and row, for text that cannot be read or is another kind of layer.
    """
    page = read_page(name, text)
    if page.layer.kind is not LayerKind.HOUSE:
        message = f'is "{page.layer.kind}", and a file of your own can only be a house layer'
        raise Malformed(
            [Problem(f"{name}: layer.kind", message, page.layer.kind, ("house",))], Guide.RULEBOOK
        )
    return page


def with_layer(name: str, text: str) -> Rulebook:
    """Return the built-in rulebook with the text of one house layer on top.

    Raises Malformed for a layer that cannot be used.
    """
    return audited(Rulebook([*built_in(), layer(name, text)]))


def _house_page(path: str) -> Page:
    try:
        text = _read(path).decode()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Malformed([Problem(path, f"cannot be read: {reason}")], Guide.RULEBOOK) from error
    return layer(path, text)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  see above
        return file.read()
