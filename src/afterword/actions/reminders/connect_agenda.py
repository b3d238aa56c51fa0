"""The calendar to write into is connected: found by an address, tried, remembered, and chosen."""

from collections.abc import Callable
from datetime import datetime
from ipaddress import ip_address

import msgspec
from django.conf import settings
from django.db import transaction

from afterword.accounts.models import User
from afterword.accounts.vault import Locked, vault
from afterword.actions.reminders.agenda_door import Door, by_caldav, row_of
from afterword.actions.reminders.forget_agenda import take_entries_away
from afterword.actions.reminders.sync_agenda import LOCKED
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.agendas import NAME
from afterword.journal.agendas import Agenda as Row
from afterword.mailbox.agenda import OWN, Listed, NoAgenda, base, host_of
from afterword.mailbox.server import Password
from afterword.mailbox.trouble import Trouble
from afterword.tongue import gettext as _

LONGEST = 1000


class Asked(msgspec.Struct, frozen=True):
    """A person's calendars as they describe them; an empty secret is the one that is known."""

    url: str
    user: str
    secret: str

    def __repr__(self) -> str:
        return f"Asked(url={self.url!r}, user={self.user!r}, secret=…)"


def found(address: str, finder: Callable[[str], str] | None = None) -> str:
    """Return where the calendars of an address begin; nothing secret is said for that.

    Raises Malformed for no such address, and where nobody answers there.
    """
    url = _address(address)
    try:
        return _address((finder or _by_caldav)(url))
    except Trouble as trouble:
        raise Malformed([Problem("address", str(trouble))]) from None


def connect_agenda(owner: User, asked: Asked, *, now: datetime, door: Door = by_caldav) -> None:
    """Try somebody's calendars, and remember them if they let us in.

    Where there is but one, it is chosen. Raises Malformed, in which no secret is repeated.
    """
    url, known = _address(asked.url), Row.objects.filter(owner=owner).first()
    if not asked.user:
        raise Malformed([Problem("user", _("There has to be something here."))])
    if max(len(asked.user), len(url)) > NAME or len(asked.secret) > LONGEST:
        raise Malformed([Problem("password", _("is longer than any that there is"))])
    secret = asked.secret.strip("\r\n") or _kept(known, url, asked.user)
    listed = _tried(url, Password(asked.user, secret), door)
    try:
        sealed = vault().seal(secret)
    except Locked:
        why = _("cannot be sealed: the key of this computer is of no use; `afterword doctor`")
        raise Malformed([Problem("password", why)]) from None
    fields: dict[str, object] = {"secret": sealed, "seen": _seen(listed), "connected": now}
    fields |= {"trouble": "", "writing": None, "next": now}
    if known is None or (known.url, known.user) != (url, asked.user):
        only = listed[0].url if len(listed) == 1 else ""
        fields |= {"url": url, "user": asked.user, "calendar": only, "written": None}
    with transaction.atomic():
        if known and "url" in fields:
            known.delete()  # what was noted of another calendar means nothing in this one
        Row.objects.update_or_create(owner=owner, defaults=fields)


def try_agenda(owner: User, *, door: Door = by_caldav) -> int:
    """Return how many calendars there are to choose from, and note them; raises Malformed."""
    row = row_of(owner)
    listed = _tried(row.url, Password(row.user, _kept(row, row.url, row.user)), door)
    Row.objects.filter(pk=row.pk).update(seen=_seen(listed))
    return len(listed)


def choose_calendar(owner: User, url: str, *, now: datetime, door: Door = by_caldav) -> None:
    """Write into this calendar from now on, and take what is ours out of the one before.

    Raises Missing, and Malformed for one that is not there to choose or could not be cleared.
    """
    row = row_of(owner)
    if url not in {one for one, _name in row.seen}:
        raise Malformed([Problem("calendar", _("Choose one of those that are there."))])
    if row.calendar != url:
        if row.calendar:
            take_entries_away(row, now=now, door=door)
        row.entries.all().delete()
        row.written = None
    Row.objects.filter(pk=row.pk).update(calendar=url, written=row.written, trouble="", next=now)


def _tried(url: str, credentials: Password, door: Door) -> tuple[Listed, ...]:
    agenda = door(url, credentials)
    try:
        listed = agenda.calendars()
        if not listed:
            raise NoAgenda(host_of(url))
    except Trouble as trouble:
        raise Malformed([Problem("", str(trouble))]) from None
    finally:
        agenda.close()
    return listed


def _seen(listed: tuple[Listed, ...]) -> list[list[str]]:
    return [[one.url, one.name] for one in listed]


def _kept(known: Row | None, url: str, user: str) -> str:
    """Return the password that is known; it goes to no other server than the one it is for."""
    if known is None or (known.url, known.user) != (url, user):
        raise Malformed([Problem("password", _("There has to be something here."))])
    try:
        return vault().open(known.secret)
    except Locked:
        raise Malformed([Problem("password", _(LOCKED))]) from None


def _address(text: str) -> str:
    try:
        url = base(text)
    except ValueError:
        url = ""
    if not url or (settings.HTTPS and _is_inside(url)):
        why = _("is no address such as https://example.org/dav/ or name@example.org")
        raise Malformed([Problem("address", why)])
    return url


def _is_inside(url: str) -> bool:
    """Return whether an address is one that people elsewhere must not reach through this server."""
    host = host_of(url)
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == OWN or "." not in host


def _by_caldav(url: str) -> str:
    from afterword.mailbox.caldav import context  # noqa: PLC0415  an HTTP client; few need it

    return context(url)
