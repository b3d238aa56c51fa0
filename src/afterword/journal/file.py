"""A journal's file looked at from outside: no Django, and nothing in it is changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

IN_ORDER = "ok"
OURS = {"journal_opportunity", "django_migrations"}
LAYERS = """
    SELECT terms FROM journal_ruling AS ruling
    WHERE decision = 'layer' AND NOT gone
    AND NOT EXISTS (SELECT 1 FROM journal_ruling WHERE replaces_id = ruling.id)
"""


def faults(file: Path) -> str:
    """Return what is wrong with a database file, or nothing where it is whole and one of ours."""
    try:
        with opened(file) as read:
            said = read.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {name for (name,) in read.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        return str(error)
    if said != IN_ORDER:
        return str(said)
    return "" if tables >= OURS else "it holds no journal of Afterword's"


def layers(file: Path) -> list[str]:
    """Return the texts of the rules of their own that candidates have in force."""
    with opened(file) as read:
        try:
            rows = read.execute(LAYERS).fetchall()
        except sqlite3.Error:  # an older release knew none; what is broken, `faults` tells
            return []
    return [msgspec.json.decode(terms)["toml"] for (terms,) in rows]


def opened(file: Path) -> "closing[sqlite3.Connection]":
    """Open a database file for reading only, so that looking at it changes nothing."""
    return closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True))
