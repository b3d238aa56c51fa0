"""What Afterword left in places beyond this computer, and how it is taken away before the end.

Once everything here is deleted nobody knows of it any more: neither where it lies, nor how to get
there.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

import msgspec
from django.db.models import Q

from afterword.accounts.models import User
from afterword.actions.mail import look_in, mailbox_door
from afterword.actions.mail.leave_drafts import THERE
from afterword.actions.mail.take_drafts_away import take_drafts_away
from afterword.actions.reminders import agenda_door, sync_agenda
from afterword.actions.reminders.agenda import agenda
from afterword.actions.reminders.forget_agenda import take_entries_away
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.agendas import Agenda
from afterword.journal.mailboxes import Mailbox, Placed
from afterword.tongue import gettext as _


class Place(StrEnum):
    """Where something of ours may lie."""

    CALENDAR = "calendar"
    DRAFTS = "drafts"


class Left(msgspec.Struct, frozen=True):
    """How much lies in a place; `called` is the name of the calendar, or the mailbox's address."""

    place: Place
    called: str
    number: int


class Ways(msgspec.Struct, frozen=True):
    """How these places are reached; others than these are for tests."""

    calendar: agenda_door.Door = agenda_door.by_caldav
    mailbox: mailbox_door.Door = mailbox_door.by_imap


def left_elsewhere(owner: User) -> tuple[Left, ...]:
    """Return what lies elsewhere as far as is noted; what the person changed there is theirs."""
    return tuple(one for one in _left(owner) if one.number)


def _left(owner: User) -> Iterator[Left]:
    if known := agenda(owner):
        yield Left(Place.CALENDAR, known.name, known.entries)
    if address := mailbox_door.address(owner):
        there = Placed.objects.filter(mailbox__owner=owner, state=THERE).count()
        yield Left(Place.DRAFTS, address, there)


def take_away(
    owner: User,
    places: Collection[Place],
    *,
    now: datetime,
    ways: Ways = Ways(),  # noqa: B008  frozen
) -> int:
    """Take what is ours out of some places; return how much it was.

    They are held from then on, so that nothing is written there anew while the rest is deleted.
    Raises Malformed where any does not let go of it: then they go on as before, and the next turn
    writes again what was taken.
    """
    held, problems, taken = [], [], 0
    for place in places:
        try:
            _hold(owner, place, now)
            held.append(place)
            taken += _taken(owner, place, now, ways)
        except Malformed as malformed:
            problems += [Problem(place, one.message) for one in malformed.problems]
    if problems:
        for place in held:
            _let_go(owner, place)
        raise Malformed(problems)
    return taken


def _taken(owner: User, place: Place, now: datetime, ways: Ways) -> int:
    """Take what is ours out of one place; raises Malformed."""
    match place:
        case Place.CALENDAR:
            return take_entries_away(agenda_door.row_of(owner), now=now, door=ways.calendar)
        case Place.DRAFTS:
            return take_drafts_away(mailbox_door.row_of(owner), now=now, door=ways.mailbox)
        case _:
            assert_never(place)


# Who is at a place, by which note, and after how long that is of somebody who died.
Turn = tuple[type[Agenda] | type[Mailbox], str, timedelta]
TURNS: dict[Place, Turn] = {
    Place.CALENDAR: (Agenda, "writing", sync_agenda.ENDED),
    Place.DRAFTS: (Mailbox, "looking", look_in.ENDED),
}


def _hold(owner: User, place: Place, now: datetime) -> None:
    """Take the turn at a place; raises Malformed while somebody else has it."""
    model, turn, ended = TURNS[place]
    free = Q(**{turn: None}) | Q(**{f"{turn}__lte": now - ended})
    if not model._default_manager.filter(free, owner=owner).update(**{turn: now}):  # noqa: SLF001  Django's public name for it
        raise Malformed([Problem(place, _("Afterword is at work there. Try again in a minute."))])


def _let_go(owner: User, place: Place) -> None:
    model, turn, _ended = TURNS[place]
    model._default_manager.filter(owner=owner).update(**{turn: None})  # noqa: SLF001  the same
