"""The calendar that Afterword writes into, as its page shows it."""

from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.journal.agendas import Agenda as Row
from afterword.mailbox.agenda import host_of


class Seen(msgspec.Struct, frozen=True):
    """A candidate's calendar, without its secret.

    `calendars` are those to choose from, each with whether it is chosen; `entries` how many of ours
    are there, and `theirs` how many the person made their own. `rests` where nothing is written
    before the person says so.
    """

    url: str
    host: str
    user: str
    connected: datetime
    calendars: tuple[tuple[str, str, bool], ...] = ()
    name: str = ""
    entries: int = 0
    theirs: int = 0
    rests: bool = False
    written: datetime | None = None
    trouble: str = ""


def agenda(owner: User) -> Seen | None:
    """Return a candidate's calendar, or nothing where none is connected."""
    row = Row.objects.filter(owner=owner).first()
    if row is None:
        return None
    calendars = tuple((url, name, url == row.calendar) for url, name in row.seen)
    theirs = list(row.entries.values_list("theirs", flat=True))
    return Seen(
        url=row.url,
        host=host_of(row.url),
        user=row.user,
        connected=row.connected,
        calendars=calendars,
        name=next((name for _url, name, is_chosen in calendars if is_chosen), ""),
        entries=theirs.count(False),
        theirs=theirs.count(True),
        rests=row.next is None,
        written=row.written,
        trouble=row.trouble,
    )
