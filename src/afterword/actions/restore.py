"""A backup put back in the place of the journal, which is kept beside it."""

from datetime import datetime
from pathlib import Path

import msgspec

from afterword.accounts import calendar_addresses
from afterword.actions.backup import backup
from afterword.actions.errors import Refused
from afterword.actions.mail.forget_mailbox import rest_after_a_restore
from afterword.actions.reminders import forget_agenda
from afterword.journal import database
from afterword.journal.file import faults


class Restored(msgspec.Struct, frozen=True):
    """What was put back, what it holds, and where the journal is kept that was there before."""

    path: str
    kept: str
    opportunities: int
    events: int


def restore(path: Path, *, now: datetime) -> Restored:
    """Put a backup in the place of the journal, and bring it up to date.

    Everybody is signed out, an address for calendars that was taken away since stays so, and no
    mailbox is looked into and no calendar written before its owner says to go on.
    Raises Refused for a file that is no backup, is damaged, or comes from a later release, before
    anything is changed.
    """
    if not path.is_file():
        why = f"There is no file {path}."
        raise Refused(why, "Look for where the backup was written.")
    if wrong := faults(path):
        why = f"{path} is no backup that can be used: {wrong}."
        raise Refused(why, "Take another backup; the journal was left as it is.")
    if unknown := database.from_the_future(path):
        why = f"{path} comes from a later release of Afterword ({unknown})."
        raise Refused(why, "Install that release, and restore it there.")
    kept = database.path().with_name(f"{database.KEPT}{now:%Y%m%d-%H%M%S}.sqlite3")
    backup(kept, now=now)
    gone = calendar_addresses.taken_away()
    database.replace(path)
    database.migrate()
    database.sign_everybody_out()
    calendar_addresses.take_away_again(gone)
    rest_after_a_restore()
    forget_agenda.rest_after_a_restore()
    opportunities, events = database.counts(database.path())
    return Restored(str(path), str(kept), opportunities, events)
