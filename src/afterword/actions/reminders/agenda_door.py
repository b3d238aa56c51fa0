"""How the calendar that Afterword writes into is reached, and the notes of what was written."""

from collections.abc import Iterable
from typing import Protocol

from afterword.accounts.models import User
from afterword.accounts.vault import vault
from afterword.actions.errors import Missing
from afterword.journal.agendas import Agenda as Row
from afterword.journal.agendas import Entered
from afterword.mailbox.agenda import Agenda
from afterword.mailbox.entries import Before, Wish
from afterword.mailbox.server import Password


class Door(Protocol):
    """What leads to somebody's calendars; another than CalDAV is for tests."""

    def __call__(self, url: str, credentials: Password) -> Agenda:
        """Return the calendars that begin at an address; what goes wrong is told when asked."""


def by_caldav(url: str, credentials: Password) -> Agenda:
    """Return calendars behind CalDAV."""
    from afterword.mailbox.caldav import CalDav  # noqa: PLC0415  an HTTP client; few need it

    return CalDav(url, credentials)


def row_of(owner: User) -> Row:
    """Return what is remembered of a candidate's calendar; raises Missing where there is none."""
    row = Row.objects.filter(owner=owner).select_related("owner").first()
    if row is None:
        raise Missing("calendar", owner.name)
    return row


def opened(row: Row, door: Door = by_caldav) -> Agenda:
    """Return a candidate's calendars; raises Locked."""
    return door(row.url, Password(row.user, vault().open(row.secret)))


class Notes:
    """The ledger of what was written into one calendar, row by row; nothing waits for an end."""

    def __init__(self, row: Row) -> None:
        """Write for a calendar; nothing is read yet."""
        self.row = row

    def before(self) -> dict[str, Before]:
        """Return all that is noted, by uid."""
        return {
            one.uid: Before(one.uid, tuple(one.tells), one.etag, one.theirs, one.begins)
            for one in Entered.objects.filter(agenda=self.row)
        }

    def intend(self, wish: Wish) -> None:
        """Note that an entry is about to be written."""
        known = Entered.objects.filter(agenda=self.row, uid=wish.uid).first()
        tells = dict.fromkeys([*(known.tells if known else ()), wish.tells])
        self._note(wish.uid, tells=list(tells))

    def done(self, wish: Wish, etag: str) -> None:
        """Note that an entry is there, and its state."""
        self._note(wish.uid, tells=[wish.tells], etag=etag, begins=wish.begins)

    def give_up(self, uid: str) -> None:
        """Note that an entry is the person's from now on."""
        self._note(uid, theirs=True)

    def forget(self, uid: str) -> None:
        """Note nothing of an entry any more."""
        Entered.objects.filter(agenda=self.row, uid=uid).delete()

    def _note(self, uid: str, **fields: object) -> None:
        Entered.objects.update_or_create(
            agenda=self.row, uid=uid, defaults={"owner": self.row.owner, **fields}
        )


def to_look_at(before: Iterable[Before]) -> list[str]:
    """Return the entries that may still be touched."""
    return [one.uid for one in before if not one.theirs]
