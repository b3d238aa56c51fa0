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
AGENDAS = "SELECT url, trouble FROM journal_agenda"
MAILBOXES = """
    SELECT address, host, port, security, user, secret, way FROM journal_mailbox ORDER BY id
"""


class Connected(msgspec.Struct, frozen=True):
    """A mailbox that is connected; its `secret` is sealed, and what it is says its `way`."""

    address: str
    host: str
    port: int
    security: str
    user: str
    secret: str
    way: str


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


def mailboxes(file: Path) -> list[Connected]:
    """Return the mailboxes that candidates have connected."""
    with opened(file) as read:
        try:
            return [Connected(*row) for row in read.execute(MAILBOXES)]
        except sqlite3.Error:  # an older release knew none; what is broken, `faults` tells
            return []


def agendas(file: Path) -> list[tuple[str, str]]:
    """Return for each calendar that is written into its address, and what is the matter with it."""
    with opened(file) as read:
        try:
            return read.execute(AGENDAS).fetchall()
        except sqlite3.Error:  # an older release knew none; what is broken, `faults` tells
            return []


def opened(file: Path) -> "closing[sqlite3.Connection]":
    """Open a database file for reading only, so that looking at it changes nothing."""
    return closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True))
