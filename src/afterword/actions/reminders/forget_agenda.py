"""The calendar that Afterword writes into is left: its password is forgotten, its entries maybe."""

from datetime import datetime

from msgspec.structs import replace

from afterword.accounts.models import User
from afterword.accounts.vault import Locked
from afterword.actions.reminders.agenda_door import (
    Door,
    Notes,
    by_caldav,
    opened,
    row_of,
    to_look_at,
)
from afterword.actions.reminders.sync_agenda import LOCKED, told
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal import database
from afterword.journal.agendas import Agenda as Row
from afterword.mailbox.entries import carry_out, decide, present
from afterword.mailbox.trouble import Trouble
from afterword.tongue import gettext as _


def take_entries_away(row: Row, *, now: datetime, door: Door = by_caldav) -> int:
    """Take all entries of ours out of the calendar, past ones too; return how many there were.

    What the person changed stays. Raises Malformed where it cannot be done.
    """
    notes = Notes(row)
    # Without a beginning, none is a memory that stays.
    before = {uid: replace(one, begins=None) for uid, one in notes.before().items()}
    try:
        agenda = opened(row, door)
        try:
            there = present(agenda, row.calendar, to_look_at(before.values()), before)
            deeds = decide((), before, there, now=now)
            return told(tuple(carry_out(agenda, row.calendar, deeds, notes))).removed
        finally:
            agenda.close()
    except Locked:
        raise Malformed([Problem("", _(LOCKED))]) from None
    except Trouble as trouble:
        raise Malformed([Problem("", str(trouble))]) from None


def forget_agenda(
    owner: User, *, now: datetime, take_away: bool = False, door: Door = by_caldav
) -> int:
    """Forget a candidate's calendar for good; return how many entries were taken out of it.

    Raises Missing, and where the entries cannot be taken away Malformed, and then forgets nothing.
    """
    row = row_of(owner)
    number = take_entries_away(row, now=now, door=door) if take_away and row.calendar else 0
    database.forget_thoroughly()
    row.delete()
    return number


def rest_after_a_restore() -> None:
    """Let every calendar rest until its owner says to go on.

    A backup does not know what was written since.
    """
    Row.objects.update(next=None, writing=None)
