"""Alice's letters on their way: a mailbox in memory, and a server that takes them, or does not."""

from collections.abc import Callable
from datetime import datetime

from afterword.accounts.models import User
from afterword.actions.mail.connect_mailbox import connect_mailbox
from afterword.actions.mail.release import Releasing, release
from afterword.actions.mail.send import Ways, send_due
from afterword.actions.mail.sending import set_sending
from afterword.actions.values import StepKey
from afterword.etiquette.vocabulary import Act
from afterword.journal.held import Held
from afterword.journal.mailboxes import Mailbox
from afterword.journal.outgoing import Release, WayOut
from afterword.mailbox.box import Box
from afterword.mailbox.memory import Memory, MemoryBox
from afterword.mailbox.outgoing import NotAccepted, Receipt
from afterword.mailbox.posted import Posted
from afterword.mailbox.server import Server
from tests.actions.hunt import EVENING, at, interviewed
from tests.actions.mail.mailboxes import ASKED, LENA, LENA_AT, leads_to
from tests.mailbox.keepers import MemoryKeeper

THANKS = StepKey(Act.THANK_YOU, "lena")
TEXT = "Dear Lena,\n\nthank you for the talk about the night shift.\n\nAlice"
RELEASED = at("2026-03-04 09:00")
DOOR = Server("smtp.home.example", 465)


def unread(held: Held, key: StepKey, subject: str, text: str, *, now: datetime) -> tuple[str, ...]:
    """Return that nothing is wrong with a letter, whatever it says."""
    del held, key, subject, text, now
    return ()


class World:
    """What is outside: the mailbox, the server, and what the look before the door finds."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.delivered: list[Posted] = []
        self.answer: Callable[[Posted], object] = str
        self.comes: Callable[[], object] = dict

    @property
    def ways(self) -> Ways:
        """Return the ways into this world."""
        return Ways(look=self._look, box=self._box, out=self._out)

    @property
    def sent_mail(self) -> list[bytes]:
        """Return the copies among the sent mail."""
        return [one.raw for one in self.memory["Sent"].messages.values()]

    def _look(self, owner: User, *, now: datetime) -> None:
        del owner, now
        self.comes()

    def _box(self, row: Mailbox) -> Box:
        del row
        return MemoryBox(self.memory)

    def _out(self, way: WayOut, letter: Posted, may: Callable[[], bool]) -> Receipt:
        assert way.host == DOOR.host
        self.answer(letter)
        if not may():
            raise NotAccepted("")
        self.delivered.append(letter)
        return Receipt("taken")

    def turn(self, when: str) -> int:
        """Let what is due leave."""
        return send_due(now=at(when), ways=self.ways)


def hunting(owner: User, world: World, people: str = LENA) -> str:
    """Return the uid of the opportunity at Corbel, with a mailbox that may send."""
    keeper = MemoryKeeper()
    keeper.memory = world.memory
    connect_mailbox(owner, ASKED, now=EVENING, door=leads_to(keeper))
    set_sending(owner, on=True, server=DOOR, minutes=10)
    return interviewed(owner, people=people)


def thanks(text: str = TEXT, **more: object) -> Releasing:
    """Return what Alice says yes to."""
    fields = {"step": THANKS, "to": LENA_AT, "subject": "Thank you", "text": text, **more}
    return Releasing(**fields)  # type: ignore[arg-type]


def released(owner: User, uid: str, *, now: datetime = RELEASED) -> Release:
    """Release the thanks to Lena."""
    return release(owner, uid, thanks(), now=now, read=unread)


def fresh(row: Release) -> Release:
    """Return a release as it stands now."""
    return Release.objects.get(pk=row.pk)
