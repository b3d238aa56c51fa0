"""A look into a candidate's mailbox: what concerns their hunt is taken in, and the rest left alone.

Each batch is stored together with how far the look has come, in one transaction: wherever it breaks
off, the next one goes on there, and no message counts twice.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import msgspec
from django.db import transaction
from django.db.models import Q

from afterword.accounts.models import User
from afterword.accounts.vault import Locked
from afterword.actions.errors import Refused
from afterword.actions.mail.known_mail import known as known_mail
from afterword.actions.mail.leave_drafts import leave_drafts
from afterword.actions.mail.mail_interest import Hunt
from afterword.actions.mail.mailbox_door import Door, by_imap, opened, row_of
from afterword.actions.mail.sent_by_hand import sent_by_hand
from afterword.actions.mail.take_message import Became, Keep, known_already, take
from afterword.journal.mailboxes import Mailbox, Place
from afterword.mailbox import folders
from afterword.mailbox.box import Box, Folder, Use
from afterword.mailbox.reading import Batch, Found, Reader
from afterword.mailbox.recognising import mime
from afterword.mailbox.sync import Known
from afterword.mailbox.trouble import (
    Busy,
    Doubtful,
    NoFolder,
    NotLetIn,
    Revoked,
    Trouble,
    Untrusted,
)
from afterword.tongue import gettext as _
from afterword.tongue import later

PAUSE = timedelta(minutes=5)
LONG_PAUSE = timedelta(minutes=30)
# Whoever knocks with a wrong password again and again is locked out, and so is the person.
VERY_LONG_PAUSE = timedelta(hours=6)
ENDED = timedelta(minutes=30)
"""A look that began so long ago was broken off: nothing in it may take longer."""
SLICE, MOST = 200, 20
"""Heads at once; and messages in one transaction, which takes the plans of some hunts a second."""
LOCKED = later("The password cannot be opened with the key of this computer. Enter it once more.")


class Forgotten(Trouble):
    """The mailbox was forgotten while it was looked into; nothing more is taken in."""

    def __init__(self) -> None:
        super().__init__(_("The mailbox was forgotten meanwhile. Connect it again to look."))


class Looked(msgspec.Struct, frozen=True):
    """What came of a look: how many messages were taken in, and what there is to say of it.

    `ended` unless something kept it from its end; `doubted` names a folder suddenly empty.
    """

    ended: bool
    taken: int = 0
    trouble: str = ""
    pause: timedelta = PAUSE
    doubted: str = ""
    seen: tuple[str, ...] = ()


def look(*, now: datetime, door: Door = by_imap) -> int:
    """Look into every mailbox that is due; return how many there were."""
    due = Mailbox.objects.filter(next__lte=now, owner__is_active=True).select_related("owner")
    return sum(_in_turn(row, now, door) for row in due.order_by("next"))


def _in_turn(row: Mailbox, now: datetime, door: Door) -> bool:
    if not _claim(row, now):
        return False
    _looked(row, now, door)
    return True


def look_in(owner: User, *, now: datetime, door: Door = by_imap, trusted: bool = False) -> Looked:
    """Look into a candidate's mailbox at once; `trusted`: what was suddenly empty is right so.

    Raises Missing where none is connected, and Refused while another look is under way.
    """
    row = row_of(owner)
    if not _claim(row, now):
        raise Refused(_("A look is under way already."), _("Wait a moment, and load the page."))
    return _looked(row, now, door, trusted=trusted)


def must_look(owner: User, *, now: datetime, door: Door = by_imap) -> None:
    """Look into a candidate's mailbox, for whoever must not go on without; raises Trouble.

    Raises Missing and Refused as `look_in` does.
    """
    looked = look_in(owner, now=now, door=door)
    if looked.trouble:
        raise Trouble(looked.trouble)


def _claim(row: Mailbox, now: datetime) -> bool:
    """Take a turn: of two who would look at the same time, one UPDATE lets one through."""
    free = Q(looking=None) | Q(looking__lte=now - ENDED)
    return bool(Mailbox.objects.filter(free, pk=row.pk).update(looking=now, next=now + PAUSE))


def _looked(row: Mailbox, now: datetime, door: Door, *, trusted: bool = False) -> Looked:
    """Look, and note how it went."""
    one, known = Look(row, now, trusted=trusted), Mailbox.objects.filter(pk=row.pk)
    try:
        box = opened(row, door)
        try:
            one.through(box)
        finally:
            box.close()
        found = one.found(pause=PAUSE)
    except Locked:
        found = one.found(_(LOCKED), pause=VERY_LONG_PAUSE)
    except Trouble as trouble:
        found = one.found(str(trouble), pause=pause_after(trouble))
    except BaseException:
        known.update(looking=None)
        raise
    told: dict[str, object] = {"looked": now} if found.ended else {}
    told |= {"seen": list(found.seen)} if found.seen else {}
    told |= {"trouble": found.trouble, "doubted": found.doubted}
    known.update(looking=None, next=now + found.pause, **told)
    return found


def pause_after(trouble: Trouble) -> timedelta:
    """Return how long a mailbox is left alone after what went wrong."""
    if isinstance(trouble, NotLetIn | Revoked | Untrusted):
        return VERY_LONG_PAUSE
    return LONG_PAUSE if isinstance(trouble, Busy) else PAUSE


class Look:
    """One look into one mailbox, while it goes on."""

    def __init__(self, row: Mailbox, now: datetime, *, trusted: bool) -> None:
        """Begin; nothing has been asked yet."""
        self.row, self.now, self.trusted = row, now, trusted
        self.taken = 0
        self.seen: tuple[str, ...] = ()
        self.doubt: Doubtful | None = None
        self.doubted = ""

    def found(self, trouble: str = "", *, pause: timedelta) -> Looked:
        """Return what came of it."""
        said = [trouble] if trouble else []
        if self.doubt:
            said.append(str(self.doubt))
        return Looked(not trouble, self.taken, " ".join(said), pause, self.doubted, self.seen)

    def through(self, box: Box) -> None:
        """Look through every folder, then see to the drafts; raises Trouble."""
        there = box.folders()
        self.seen = tuple(one.name for one in there)
        self._widen()
        for folder in chosen(there, self.row.folders):
            try:
                self._read(box, folder)
            except Doubtful as doubt:
                self.doubt, self.doubted = doubt, folder.name
        for name in self.row.folders:
            if name not in self.seen:
                raise NoFolder(name)
        if self.row.drafts and not self.doubt:  # an answer may be among what is not there
            leave_drafts(self.row, box, there, now=self.now)

    def _read(self, box: Box, folder: Folder) -> None:
        place, _new = Place.objects.get_or_create(
            mailbox=self.row, folder=folder.name, defaults={"owner": self.row.owner}
        )
        back = self.now.date() - timedelta(days=self.row.back)
        hunt = self._hunt()
        reader = Reader(hunt.matters, self._is_known, back, SLICE, MOST)
        known = msgspec.convert(place.known, Known)
        for batch in reader.read(box, folder, known, trusted=self.trusted):
            self._store(place, batch, hunt, sent=is_for_sent(folder))

    @transaction.atomic
    def _store(self, place: Place, batch: Batch, hunt: Hunt, *, sent: bool) -> None:
        for found in batch.found:
            self._take(found, sent=sent, keep=Keep.LIKELY if hunt.ties(found.head) else Keep.TIED)
        known = msgspec.to_builtins(batch.known)
        if not Place.objects.filter(pk=place.pk).update(known=known):
            raise Forgotten

    def _take(self, found: Found, *, sent: bool, keep: Keep) -> None:
        """Take a message in; whoever it is from, in the folder for what was sent it is our own."""
        if found.raw is None:
            return
        mine = {self.row.address.lower(), *([found.head.sender.email] if sent else ())}
        taken = take(self.row.owner, found.raw, now=self.now, mine=frozenset(mine), keep=keep)
        if taken.became is not Became.NEW:
            return
        if found.head.sender.email not in mine:
            self.taken += 1
        elif taken.opportunity:
            message = mime.read(found.raw)
            sent_by_hand(self.row.owner, taken.opportunity, message, now=self.now)

    def _hunt(self) -> Hunt:
        return Hunt(known_mail(self.row.owner), self.row.address)

    def _is_known(self, identity: str) -> bool:
        return known_already(self.row.owner, identity)

    @transaction.atomic
    def _widen(self) -> None:
        """Where something new is looked for, have every folder looked through once more.

        An opportunity is often written down after its first mails have come.
        """
        asked = self._hunt().asked
        if set(asked) - set(self.row.asked):
            for place in self.row.places.all():
                known = msgspec.convert(place.known, Known)
                again = Known(known.validity, 0, known.floor)
                Place.objects.filter(pk=place.pk).update(known=msgspec.to_builtins(again))
        Mailbox.objects.filter(pk=self.row.pk).update(asked=asked)


def is_for_sent(folder: Folder) -> bool:
    """Return whether a folder holds what its owner sent."""
    return (folder.use or folders.use_by_name(folder.name)) is Use.SENT


def chosen(there: Iterable[Folder], names: Iterable[str]) -> Iterator[Folder]:
    """Yield the folders to read: those chosen, else all mail in one, else where answers lie.

    What was sent is among them, for the threads; it comes first, so that an answer finds its own.
    """
    known = tuple(there)
    wanted = set(names)
    if wanted:
        yield from (one for one in known if one.name in wanted)
        return
    if whole := folders.find(known, Use.ALL):
        yield whole
        return
    if sent := folders.find(known, Use.SENT):
        yield sent
    for one in known:
        if one.name.upper() == "INBOX" or one.use in {Use.INBOX, Use.ARCHIVE}:
            yield one
