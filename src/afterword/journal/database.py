"""The database as a file: brought up to date, copied while in use, looked over, and put back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from afterword.settings.folder import PRIVATE_FILE

IN_ORDER = "ok"
TABLE = "journal_opportunity"


def migrate() -> None:
    """Bring the database up to date, from whatever release; make it where there is none."""
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def is_current() -> bool:
    """Return whether no step is left between the database and this release."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def path() -> Path:
    """Return the file that the database is."""
    return Path(str(connection.settings_dict["NAME"]))


def copy(target: Path) -> None:
    """Write the database into a new file, as of one moment, while others go on writing."""
    connection.ensure_connection()
    target.touch(mode=PRIVATE_FILE, exist_ok=False)
    with closing(sqlite3.connect(target)) as into:
        connection.connection.backup(into)
        into.execute("PRAGMA journal_mode=DELETE")  # one file, which can be carried about


def replace(source: Path) -> None:
    """Put the content of another file into the database, in one transaction.

    Through the same door as a backup and never by moving files, because whoever has the database
    open would go on writing into the one that is gone.
    """
    connection.ensure_connection()
    with _opened(source) as out:
        out.backup(connection.connection)
    connections.close_all()


def faults(file: Path) -> str:
    """Return what is wrong with a database file, or nothing where it is whole and one of ours."""
    try:
        with _opened(file) as opened:
            said = opened.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {name for (name,) in opened.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        return str(error)
    if said != IN_ORDER:
        return str(said)
    return "" if TABLE in tables else "it holds no journal of Afterword's"


def from_the_future(file: Path) -> str:
    """Return a step that a database has taken and this release does not know, or nothing."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    with _opened(file) as opened:
        rows = opened.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id")
        return next((step for (step,) in rows if step not in known), "")


def counts(file: Path) -> tuple[int, int]:
    """Return how many opportunities and events a database holds, with those taken out."""
    with _opened(file) as opened:
        (opportunities,) = opened.execute("SELECT count(*) FROM journal_opportunity").fetchone()
        (events,) = opened.execute("SELECT count(*) FROM journal_event").fetchone()
    return opportunities, events


def _opened(file: Path) -> "closing[sqlite3.Connection]":
    """Open a database file for reading only, so that looking at it changes nothing."""
    return closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True))
