"""Stylesheet, scripts and pictures, held in memory under an address that changes with them.

All of them share one digest, so that a script finds another by its relative address, and a browser
may keep each for good.
"""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent / "assets"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}


class Ware(msgspec.Struct, frozen=True):
    """One file as it is handed out."""

    content: bytes
    kind: str


@cache
def wares() -> dict[str, Ware]:
    """Return every file that is handed out, by its name."""
    return {
        path.relative_to(FOLDER).as_posix(): Ware(path.read_bytes(), KINDS[path.suffix])
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in KINDS
    }


@cache
def digest() -> str:
    """Return what names this edition of all files together."""
    whole = hashlib.sha256()
    for name, ware in wares().items():
        whole.update(name.encode() + b"\0" + ware.content + b"\0")
    return whole.hexdigest()[:16]
