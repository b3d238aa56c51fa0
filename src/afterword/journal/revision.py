"""How far a journal has been written, told cheaply: rows are only ever added, so the last one says.

Nothing here is an aggregate, because each of them would read a whole journal on every page.
"""

import msgspec
from django.db import connection
from django.db.models import Model

from afterword.accounts.models import User
from afterword.journal import models

WRITTEN: tuple[type[Model], ...] = (models.Change, *models.ROWS)
TABLES = tuple(model._meta.db_table for model in WRITTEN)  # noqa: SLF001  Django's public name for it
LAST = "(SELECT id FROM {} WHERE owner_id = %s ORDER BY id DESC LIMIT 1)"
NAME = f"(SELECT uid FROM {TABLES[0]} WHERE owner_id = %s ORDER BY id DESC LIMIT 1)"  # noqa: S608  our own names
REVISION = f"SELECT {', '.join(LAST.format(table) for table in TABLES)}, {NAME}"
SINCE = " UNION ".join(
    f"SELECT opportunity_id FROM {table} WHERE owner_id = %s AND id > %s"  # noqa: S608  the same
    for table in TABLES
)


class Revision(msgspec.Struct, frozen=True):
    """The last row of each table that is an owner's, and the name of their last change.

    The name tells journals apart that have been put back from a backup and written on.
    """

    last: tuple[int, ...]
    change: str


def revision(owner: User) -> Revision:
    """Return how far an owner's journal has been written, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(REVISION, [owner.pk] * (len(TABLES) + 1))
        *last, change = cursor.fetchone()
    return Revision(tuple(number or 0 for number in last), change or "")


def stirred(owner: User, since: Revision) -> frozenset[int] | None:
    """Return which opportunities were written in since a revision, in two queries.

    None where the journal is not the same one any more, because it was put back or deleted.
    """
    if not owner.changes.filter(pk=since.last[0], uid=since.change).exists():
        return None
    asked = [value for last in since.last for value in (owner.pk, last)]
    with connection.cursor() as cursor:
        cursor.execute(SINCE, asked)
        # What was decided about the rulebook stirs no one opportunity; its revision is of its own.
        return frozenset(number for (number,) in cursor.fetchall() if number is not None)
