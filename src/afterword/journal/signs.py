"""Whether there is anything of what every page would tell: asked cheaply, for mostly there is not.

Unlike those that `revision` looks at, most of these rows change in place.
"""

from collections.abc import Sequence

from django.db import connection

from afterword.accounts.models import User
from afterword.journal.mailboxes import Mailbox
from afterword.journal.models import Message
from afterword.journal.outgoing import UNSETTLED, Release

MESSAGES, MAILBOXES, RELEASES = (one._meta.db_table for one in (Message, Mailbox, Release))  # noqa: SLF001  Django's public name for it
LAST = f"SELECT uid FROM {MESSAGES} WHERE owner_id = %s ORDER BY id DESC LIMIT 1"  # noqa: S608  our own names
TROUBLE = f"SELECT 1 FROM {MAILBOXES} WHERE owner_id = %s AND trouble <> '' LIMIT 1"  # noqa: S608  the same
STATES = ", ".join(["%s"] * len(UNSETTLED))
LETTER = f"SELECT 1 FROM {RELEASES} WHERE owner_id = %s AND state IN ({STATES}) LIMIT 1"  # noqa: S608  the same


def last_message(owner: User) -> str:
    """Return the name of the row of mail that was written last: no other journal has one such."""
    return _first(LAST, [owner.pk])


def is_trouble(owner: User) -> bool:
    """Return whether something keeps an owner's mailbox from being looked into."""
    return bool(_first(TROUBLE, [owner.pk]))


def is_a_letter_unsettled(owner: User) -> bool:
    """Return whether a released letter is on its way, or nobody knows whether it left."""
    return bool(_first(LETTER, [owner.pk, *map(str, UNSETTLED)]))


def _first(asked: str, given: Sequence[int | str]) -> str:
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        row = cursor.fetchone()
    return str(row[0]) if row else ""
