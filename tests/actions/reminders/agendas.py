"""Alice's calendar, connected to one in memory or on a real server."""

from datetime import datetime

from afterword.accounts.models import User
from afterword.actions.reminders.agenda_door import Door
from afterword.actions.reminders.connect_agenda import Asked, connect_agenda
from afterword.mailbox.agenda import Agenda
from afterword.mailbox.server import Password
from tests.mailbox.desks import Desk

URL = "https://calendars.example.org/"
SECRET = "open sesame"  # noqa: S105  a test's own


def door_of(desk: Desk) -> Door:
    """Return what leads to a test's calendar, whoever asks."""

    def opened(url: str, credentials: Password) -> Agenda:
        assert (url, credentials.secret) == (URL, SECRET)
        return desk.agenda()

    return opened


def connected(owner: User, desk: Desk, *, now: datetime) -> Door:
    """Connect a candidate's calendar; return the door to it."""
    door = door_of(desk)
    connect_agenda(owner, Asked(URL, "alice", SECRET), now=now, door=door)
    return door
