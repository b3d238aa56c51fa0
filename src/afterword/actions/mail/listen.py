"""Listening at a candidate's mailbox: what comes in is looked at the moment the server tells of it.

Nothing depends on it: every mailbox is looked into every few minutes anyway, and whatever goes
wrong here only means that this is how the next message is found.
"""

from collections.abc import Callable, Container
from datetime import datetime
from itertools import islice
from typing import assert_never

import msgspec
from django.db.models import Q

from afterword.accounts.vault import Locked
from afterword.actions.errors import Missing, Refused
from afterword.actions.mail.look_in import VERY_LONG_PAUSE, look_in, pause_after
from afterword.actions.mail.mailbox_door import Door, by_imap, opened
from afterword.actions.mail.when_to_listen import Came, Next, hang_up, is_new, when_to_listen
from afterword.journal.mailboxes import Mailbox, Place
from afterword.mailbox.box import Box, Heard, State
from afterword.mailbox.sync import Known
from afterword.mailbox.trouble import Trouble

INBOX = "INBOX"
AT_MOST = 8
"""Mailboxes: each costs a thread, and a connection here and there. Others are only polled."""
WAIT = 120.0
"""Seconds of one wait; far below the half hour after which a server may hang up (RFC 2177)."""


class Line(msgspec.Struct, frozen=True):
    """Where to listen: a folder of a mailbox, as it was connected then."""

    mailbox: int
    connected: datetime
    folder: str


def lines(*, without: Container[Line] = (), most: int = AT_MOST) -> tuple[Line, ...]:
    """Return where to listen: at mailboxes that were looked into and are well, the oldest first."""
    well = Q(trouble="") | ~Q(doubted="")
    rows = Mailbox.objects.filter(well, next__isnull=False, looked__isnull=False)
    told = rows.filter(owner__is_active=True).order_by("pk")
    found = (Line(row.pk, row.connected, _folder(row.folders)) for row in told.iterator())
    return tuple(islice((line for line in found if line not in without), most))


def _folder(chosen: list[str]) -> str:
    return INBOX if not chosen or INBOX in chosen else chosen[0]


class Ear:
    """One who listens on one line: begins, then waits and answers in turn, and closes in the end.

    While it waits it does not touch the journal.
    """

    def __init__(self, line: Line, door: Door = by_imap) -> None:
        """Ask nothing yet."""
        self.line, self._door = line, door
        self._box: Box | None = None
        self._known = State(0)
        self._owed: datetime | None = None
        self._in_vain = 0

    def begin(self, *, now: datetime) -> Next:
        """Open the mailbox, and look at what came since the last look."""
        row = self._row()
        if row is None:
            return when_to_listen(Came.GONE)
        place = Place.objects.filter(mailbox=row, folder=self.line.folder).first()
        self._known = msgspec.convert(place.known, Known).state if place else State(0)
        try:
            self._box = opened(row, self._door)
            news = self._is_new(self._box)
        except Locked:
            return hang_up(VERY_LONG_PAUSE)
        except Trouble as trouble:
            return hang_up(pause_after(trouble))
        return self._look(now) if news else when_to_listen(Came.QUIET)

    def wait(self, until: Callable[[], bool]) -> Heard | Trouble:
        """Wait for news, no longer than `WAIT`, or until that is enough."""
        if self._box is None or self._owed:
            return Heard.NEWS
        try:
            return self._box.wait(self.line.folder, self._known, WAIT, until)
        except Trouble as trouble:
            return trouble

    def answer(self, heard: Heard | Trouble, *, now: datetime) -> Next:
        """Do what is to be done about what was heard, and return when to listen again."""
        match heard:
            case Trouble():
                return hang_up(pause_after(heard))
            case Heard.DEAF:
                return when_to_listen(Came.DEAF)
            case Heard.NOTHING:
                self._in_vain = 0
                return when_to_listen(Came.QUIET)
            case Heard.NEWS:
                return self._news(now)
            case _ as unreachable:
                assert_never(unreachable)

    def close(self) -> None:
        """Let go of the mailbox."""
        if self._box is not None:
            self._box.close()
            self._box = None

    def _row(self) -> Mailbox | None:
        rows = Mailbox.objects.filter(pk=self.line.mailbox, connected=self.line.connected)
        return rows.select_related("owner").first()

    def _news(self, now: datetime) -> Next:
        try:
            if self._owed or (self._box and self._is_new(self._box)):
                return self._look(now)
        except Trouble as trouble:
            return hang_up(pause_after(trouble))
        self._in_vain += 1
        return when_to_listen(Came.IN_VAIN, self._in_vain)

    def _is_new(self, box: Box) -> bool:
        """Ask what there is now: before the look, so that nothing comes in between unnoticed."""
        before, self._known = self._known, box.state(self.line.folder)
        return is_new(before, self._known)

    def _look(self, now: datetime) -> Next:
        """Look, unless somebody has done so since the news came."""
        self._in_vain, self._owed = 0, self._owed or now
        row = self._row()
        if row is None:
            return when_to_listen(Came.GONE)
        if row.looked is None or row.looked < self._owed:
            try:
                found = look_in(row.owner, now=now, door=self._door)
            except Refused:
                return when_to_listen(Came.BUSY)
            except Missing:
                return when_to_listen(Came.GONE)
            if not found.ended:
                return hang_up(found.pause)
        self._owed = None
        return when_to_listen(Came.LOOKED)
