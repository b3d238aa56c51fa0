"""The one place that reads rulebooks from disk: the built-in layers, and a house layer.

The built-in layers are TOML, which takes a tenth of a second to parse. `compiled.json` beside them
holds the same rows ready to load; it names the digest of what it was made from, and is passed over
when the tables have changed since.
"""

import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from afterword import etiquette
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.rulebook.book import Page, Rulebook, read_page

FOLDERS = ("base", "regions", "sectors")
TABLES = Path(etiquette.__file__).parent / "rulebook"
COMPILED = TABLES / "compiled.json"


class Compiled(msgspec.Struct, frozen=True):
    """The built-in pages, and the digest of the tables that they were made from."""

    digest: int
    pages: tuple[Page, ...]


def rulebook(house: Iterable[Path] = ()) -> Rulebook:
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
    compiled = _compiled()
    texts = tables()
    if compiled and compiled.digest == digest(texts):
        return compiled.pages
    return tuple(read_page(name, text) for name, text in texts.items())


def is_compiled() -> bool:
    """Return whether the compiled copy is there and current."""
    compiled = _compiled()
    return compiled is not None and compiled.digest == digest(tables())


def tables() -> dict[str, str]:
    """Return the text of every built-in table by its name, base first, in the order of names."""
    return {
        f"{folder}/{file.name}": file.read_text(encoding="utf-8")
        for folder in FOLDERS
        for file in sorted((TABLES / folder).glob("*.toml"))
    }


def digest(texts: dict[str, str]) -> int:
    """Return a check sum of all tables, which changes when any of them does."""
    return zlib.crc32("\0".join(part for pair in texts.items() for part in pair).encode())


def compile_tables() -> bytes:
    """Return what `compiled.json` should hold, checked for contradictions first."""
    texts = tables()
    pages = tuple(read_page(name, text) for name, text in texts.items())
    audited(Rulebook(pages))
    return msgspec.json.format(msgspec.json.encode(Compiled(digest(texts), pages)), indent=1)


def _compiled() -> Compiled | None:
    try:
        return msgspec.json.decode(COMPILED.read_bytes(), type=Compiled)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def _house_page(path: Path) -> Page:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Malformed([Problem(str(path), f"cannot be read: {reason}")]) from error
    return read_page(str(path), text)
