"""The database as a file: brought up to date, copied while in use, looked over, and put back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from afterword.accounts.models import Session, Ticket, User
from afterword.journal import models
from afterword.journal.file import opened
from afterword.settings.folder import PRIVATE_FILE

KEPT = "before-restore-"


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
        for model in (Session, Ticket):  # the key of a session is as good as a password
            into.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608, SLF001  our own name
        into.commit()
        into.execute("VACUUM")


@contextmanager
def durable() -> Iterator[None]:
    """Have what is written within survive a power cut as well, before it goes on.

    As usual, what is committed survives the death of the process alone.
    """
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous=NORMAL")


def replace(source: Path) -> None:
    """Put the content of another file into the database, in one transaction.

    Through the same door as a backup and never by moving files, because whoever has the database
    open would go on writing into the one that is gone.
    """
    connection.ensure_connection()
    with opened(source) as out:
        out.backup(connection.connection)
    connections.close_all()


def sign_everybody_out() -> None:
    """End every session and every one-time address, such as those that an older journal held."""
    Session.objects.all().delete()
    Ticket.objects.all().delete()


def from_the_future(file: Path) -> str:
    """Return a step that a database has taken and this release does not know, or nothing."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    with opened(file) as read:
        rows = read.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id")
        return next((step for (step,) in rows if step not in known), "")


def counts(file: Path) -> tuple[int, int]:
    """Return how many opportunities and events a database holds, with those taken out."""
    with opened(file) as read:
        (opportunities,) = read.execute("SELECT count(*) FROM journal_opportunity").fetchone()
        (events,) = read.execute("SELECT count(*) FROM journal_event").fetchone()
    return opportunities, events


def events_of(owner: User) -> int:
    """Return how many events of somebody's are held, with those taken out."""
    return models.Event.objects.filter(owner=owner).count()


def forget_thoroughly() -> None:
    """Have what is deleted from now on overwritten, so that no tool finds it in the file."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")


def scrub(*, kept_too: bool) -> None:
    """Write the file anew without what was deleted; `kept_too`: delete what a restore kept."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except OperationalError:
        pass  # somebody reads: what was deleted is overwritten all the same, only not closed up
    for kept in path().parent.glob(f"{KEPT}*.sqlite3") if kept_too else ():
        kept.unlink(missing_ok=True)
