"""A candidate's mailbox is connected: found by its address, tried, and only then remembered."""

import re
from datetime import datetime
from ipaddress import ip_address

import msgspec
from django.conf import settings
from django.db import transaction

from afterword.accounts.models import User
from afterword.accounts.vault import Locked, vault
from afterword.actions.mail import mailbox_door
from afterword.actions.mail.mailbox_door import Door, by_imap
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.mailboxes import NAME, Mailbox
from afterword.mailbox import connecting
from afterword.mailbox.connecting import Names, Suggestion, Way
from afterword.mailbox.server import Credentials, Password, Security, Server
from afterword.mailbox.trouble import Trouble
from afterword.tongue import gettext as _
from afterword.tongue import later

ADDRESS = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
HOST = re.compile(r"[A-Za-z0-9._:-]+")
MOST_PORT, LONGEST = 65535, 1000
SHUT = later("cannot be opened with the key of this computer; enter it once more")


class Asked(msgspec.Struct, frozen=True):
    """A mailbox as the person describes it; an empty secret is the one that is known already."""

    address: str
    secret: str
    host: str
    user: str = ""
    port: int = 993
    security: str = "tls"

    def __repr__(self) -> str:
        return f"Asked(address={self.address!r}, host={self.host!r}, secret=…)"


def suggestion(address: str, names: Names | None = None) -> Suggestion | None:
    """Return where the mailbox of an address seems to be, and what to type there.

    Nothing where nobody knows: then the person has to say it. Raises Malformed for no address.
    """
    if not ADDRESS.fullmatch(address) or len(address) > NAME:
        why = _("is no address such as name@example.org")
        raise Malformed([Problem("address", why)])
    return connecting.suggest(address, names or _name_servers())


def connect_mailbox(owner: User, asked: Asked, *, now: datetime, door: Door = by_imap) -> None:
    """Try a mailbox, and remember it if it lets us in; the first look is due at once.

    Raises Malformed, in which no secret is repeated, with what to do.
    """
    server, known = _server(asked), Mailbox.objects.filter(owner=owner).first()
    user = asked.user or asked.address
    secret = _told(asked) or _kept(known, server, user)
    folders = tried(server, Password(user, secret), door)
    found = Found(asked.address, user, server, Way.PASSWORD, _sealed(secret), folders)
    remember(owner, found, now=now)


class Found(msgspec.Struct, frozen=True):
    """A mailbox that lets us in: who asks, where, by which way and secret; and its folders."""

    address: str
    user: str
    server: Server
    way: Way
    sealed: str
    folders: tuple[str, ...]


@transaction.atomic
def remember(owner: User, found: Found, *, now: datetime) -> None:
    """Remember a mailbox in the place of the one before; its first look is due at once."""
    for known in Mailbox.objects.filter(owner=owner):
        if (known.host, known.user) != (found.server.host, found.user):
            known.delete()  # what was known of another mailbox means nothing in this one
    fields = {
        "address": found.address,
        "user": found.user,
        "host": found.server.host,
        "port": found.server.port,
        "security": str(found.server.security),
        "way": str(found.way),
        "secret": found.sealed,
        "connected": now,
        "seen": list(found.folders),
        "trouble": "",
        "looking": None,
        "next": now,
    }
    Mailbox.objects.update_or_create(owner=owner, defaults=fields)


def try_mailbox(row: Mailbox, *, door: Door = by_imap) -> int:
    """Return how many folders a connected mailbox has, if it lets us in; raises Malformed."""
    try:
        return len(tried(mailbox_door.server(row), mailbox_door.credentials(row), door))
    except Locked:
        raise Malformed([Problem("password", _(SHUT))]) from None
    except Trouble as trouble:
        raise Malformed([Problem("", str(trouble))]) from None


def tried(server: Server, credentials: Credentials, door: Door) -> tuple[str, ...]:
    """Return the folders of a mailbox, if it lets us in; raises Malformed with what to do."""
    try:
        box = door(server, credentials)
        try:
            return tuple(one.name for one in box.folders())
        finally:
            box.close()
    except Trouble as trouble:
        raise Malformed([Problem("", str(trouble))]) from None


def _server(asked: Asked) -> Server:
    problems = []
    if not ADDRESS.fullmatch(asked.address) or len(asked.address) > NAME:
        problems.append(Problem("address", _("is no address such as name@example.org")))
    if not HOST.fullmatch(asked.host) or len(asked.host) > NAME or is_inside(asked.host):
        problems.append(Problem("host", _("is no mail server such as imap.example.org")))
    if not 0 < asked.port <= MOST_PORT:
        problems.append(Problem("port", _("is a number such as 993")))
    if asked.security not in set(Security):
        problems.append(Problem("security", _("is tls or starttls")))
    if len(asked.user) > NAME or len(asked.secret) > LONGEST:
        problems.append(Problem("password", _("is longer than any that there is")))
    if problems:
        raise Malformed(problems)
    return Server(asked.host.lower(), asked.port, Security(asked.security))


def is_inside(host: str) -> bool:
    """Return whether a host is one that people elsewhere must not reach through this server."""
    if not settings.HTTPS:
        return False
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host.lower() == "localhost" or "." not in host


def _told(asked: Asked) -> str:
    """Return the password as the server wants it: providers show app passwords with spaces."""
    provider = next((one for one in connecting.providers() if one.host == asked.host.lower()), None)
    if provider and provider.way is Way.APP_PASSWORD:
        return re.sub(r"\s", "", asked.secret)
    return asked.secret.strip("\r\n")


def _kept(known: Mailbox | None, server: Server, user: str) -> str:
    """Return the password that is known; it goes to no other server than the one it is for."""
    same = known and (known.host, known.user, known.way) == (server.host, user, Way.PASSWORD)
    if known is None or not same:
        raise Malformed([Problem("password", _("There has to be something here."))])
    try:
        return vault().open(known.secret)
    except Locked:
        raise Malformed([Problem("password", _(SHUT))]) from None


def _sealed(secret: str) -> str:
    try:
        return vault().seal(secret)
    except Locked:
        why = _("cannot be sealed: the key of this computer is of no use; `afterword doctor`")
        raise Malformed([Problem("password", why)]) from None


def _name_servers() -> Names:
    from afterword.mailbox.looking_up import NameServers  # noqa: PLC0415  the whole of DNS, for once

    return NameServers()
