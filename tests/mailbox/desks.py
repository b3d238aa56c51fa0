"""The calendars that tests write into: one in memory, and one on a real server."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from afterword.mailbox.agenda import Agenda, Listed
from afterword.mailbox.agenda_memory import MemoryAgenda, MemoryServer
from afterword.mailbox.caldav import CalDav
from afterword.mailbox.entries import Before, Wish
from afterword.reminders.calendar import alone
from afterword.reminders.entry import Entry
from tests.mailbox.servers.radicale import Radicale

TUESDAY = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)
MEMORY = "https://calendars.example.org/alice/hunt/"


class Desk(Protocol):
    """A calendar of a test's own, and the hands of its owner."""

    calendar: str

    def agenda(self) -> Agenda:
        """Return a new connection."""

    def drop(self) -> None:
        """Take the calendar away."""


class MemoryDesk:
    """A calendar in memory."""

    def __init__(self) -> None:
        """Begin with one that is empty."""
        self.calendar = MEMORY
        self.server = MemoryServer(Listed(MEMORY, "Hunt"))

    def agenda(self) -> Agenda:
        """Return a new connection."""
        return MemoryAgenda(self.server)

    def drop(self) -> None:
        """Take the calendar away."""
        del self.server.kept[self.calendar]
        del self.server.names[self.calendar]


class RadicaleDesk:
    """A calendar behind a real server, the only one there."""

    def __init__(self, server: Radicale) -> None:
        """Begin with one that is empty."""
        server.empty()
        self.server, self.calendar = server, server.calendar("Hunt")
        self.connections: list[CalDav] = []

    def agenda(self) -> Agenda:
        """Return a new connection."""
        self.connections.append(CalDav(self.server.url, self.server.credentials, self.server.trust))
        return self.connections[-1]

    def drop(self) -> None:
        """Take the calendar away."""
        self.server.drop(self.calendar)

    def close(self) -> None:
        """Hang up wherever a test did not."""
        for one in self.connections:
            one.close()


def entry(uid: str = "a", title: str = "Interview (Corbel)", days: int = 0) -> Entry:
    """Return an appointment of an hour, so many days after a Tuesday."""
    starts = TUESDAY + timedelta(days=days)
    return Entry(uid, title, starts, starts + timedelta(hours=1), TUESDAY, busy=True)


def raw(uid: str = "a", title: str = "Interview (Corbel)", days: int = 0) -> bytes:
    """Return the same as a server keeps it."""
    return alone(entry(uid, title, days))


class Notes:
    """A ledger in memory."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self.before: dict[str, Before] = {}

    def intend(self, wish: Wish) -> None:
        """Note that an entry is about to be written."""
        known = self.before.get(wish.uid, Before(wish.uid, ()))
        tells = tuple(dict.fromkeys((*known.tells, wish.tells)))
        self.before[wish.uid] = Before(wish.uid, tells, known.etag, begins=known.begins)

    def done(self, wish: Wish, etag: str) -> None:
        """Note that an entry is there."""
        self.before[wish.uid] = Before(wish.uid, (wish.tells,), etag, begins=wish.begins)

    def give_up(self, uid: str) -> None:
        """Note that an entry is the person's."""
        known = self.before.get(uid, Before(uid, ()))
        self.before[uid] = Before(uid, known.tells, known.etag, theirs=True)

    def forget(self, uid: str) -> None:
        """Note nothing of it any more."""
        self.before.pop(uid, None)
