"""The one place that reads rulebooks from disk: the built-in layers, and a house layer.

The built-in layers are TOML, which takes a tenth of a second to parse. `compiled.json` beside them
holds the same rows ready to load; it names the digest of what it was made from, and is passed over
when the tables have changed since.
"""

from collections.abc import Iterable
from hashlib import sha256
from importlib import resources
from pathlib import Path

import msgspec

from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.rulebook.audit import audit
from afterword.etiquette.rulebook.book import Page, Rulebook, read_page

FOLDERS = ("base", "regions", "sectors")
COMPILED = "compiled.json"


class Compiled(msgspec.Struct, frozen=True):
    """The built-in pages, and the digest of the tables that they were made from."""

    digest: str
    pages: tuple[Page, ...]


def rulebook(house: Iterable[Path] = ()) -> Rulebook:
    """Return the built-in rulebook, with house layers on top, checked when there are any.

    Raises Malformed, with file and row, for a layer that cannot be read, contradicts another, or
    overrides what no house may override.
    """
    pages = built_in()
    own = [_house_page(path) for path in house]
    book = Rulebook([*pages, *own])
    if own:
        audit(book)
    return book


def built_in() -> tuple[Page, ...]:
    """Return the built-in pages, from the compiled copy if it is current."""
    compiled = _compiled()
    texts = tables()
    if compiled and compiled.digest == digest(texts):
        return compiled.pages
    return tuple(read_page(name, text) for name, text in texts.items())


def tables() -> dict[str, str]:
    """Return the text of every built-in table by its name, base first, in the order of names."""
    root = resources.files("afterword.etiquette.rulebook")
    return {
        f"{folder}/{file.name}": file.read_text(encoding="utf-8")
        for folder in FOLDERS
        for file in sorted((root / folder).iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    }


def digest(texts: dict[str, str]) -> str:
    """Return a digest of all tables, which changes when any of them does."""
    return sha256("\0".join(part for pair in texts.items() for part in pair).encode()).hexdigest()


def compile_tables() -> bytes:
    """Return what `compiled.json` should hold, checked for contradictions first."""
    texts = tables()
    pages = tuple(read_page(name, text) for name, text in texts.items())
    audit(Rulebook(pages))
    return msgspec.json.format(msgspec.json.encode(Compiled(digest(texts), pages)), indent=1)


def _compiled() -> Compiled | None:
    try:
        raw = (resources.files("afterword.etiquette.rulebook") / COMPILED).read_bytes()
        return msgspec.json.decode(raw, type=Compiled)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def _house_page(path: Path) -> Page:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Malformed([Problem(str(path), f"cannot be read: {reason}")]) from error
    return read_page(str(path), text)
