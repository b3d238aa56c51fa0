"""An agenda: the calendar of the person's choice, on a server, that Afterword writes into.

What is here is the same for every server; `caldav` speaks to a real one, `agenda_memory` is one.
"""

import re
from collections.abc import Collection, Mapping
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

from afterword.mailbox.trouble import Trouble, quoted
from afterword.tongue import gettext as _

HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]"
)
PATH = re.compile(r"(?:/[A-Za-z0-9._~%@:+,=-]*)*")
OWN = "localhost"


class Listed(msgspec.Struct, frozen=True):
    """A calendar that a server offers for writing: its address, and how the person calls it."""

    url: str
    name: str


class Found(msgspec.Struct, frozen=True):
    """An entry as it is there now."""

    etag: str
    raw: bytes


class Changed(Exception):
    """The entry is not as it was when it was looked at; nothing was written."""


class Taken(Exception):
    """The calendar holds this very thing already, under a name that is not ours."""


class Agenda(Protocol):
    """The calendars of one person on one server; each method raises Trouble.

    An entry has a name of ours, and no method reads an entry that it was not given the name of.
    """

    def calendars(self) -> tuple[Listed, ...]:
        """Return the calendars that appointments can be written into."""

    def etags(self, calendar: str, names: Collection[str]) -> Mapping[str, str]:
        """Return the state of each entry of these names that is there."""

    def entry(self, calendar: str, name: str) -> Found | None:
        """Return an entry, or nothing where there is none of that name."""

    def put(self, calendar: str, name: str, raw: bytes, *, instead: str = "") -> str:
        """Write an entry, `instead` of the one in that state or else where none is; return its own.

        Raises Changed and Taken.
        """

    def remove(self, calendar: str, name: str, etag: str) -> bool:
        """Take an entry in that state away; return whether it was there. Raises Changed."""

    def close(self) -> None:
        """Hang up."""


class Silent(Trouble):
    """Nobody answers at that address."""

    def __init__(self, host: str) -> None:
        said = _("No calendar server answers at {host}. Check the address, and the connection.")
        super().__init__(said.format(host=host))


class NoAgenda(Trouble):
    """Somebody answers, who knows of no calendars."""

    def __init__(self, host: str) -> None:
        said = _(
            "{host} answers, but offers no calendars by CalDAV there. "
            "Your provider’s help pages name the address, under CalDAV."
        )
        super().__init__(said.format(host=host))


class Elsewhere(Trouble):
    """The server sends us to another, which was not agreed to."""

    def __init__(self, host: str, other: str) -> None:
        said = _(
            "{host} sends us on to {other}. No password was sent there. "
            "If {other} is your provider’s, enter it as the address."
        )
        super().__init__(said.format(host=host, other=other))


class Gone(Trouble):
    """The calendar that was chosen is not there."""

    def __init__(self) -> None:
        super().__init__(_("The calendar is not there any more. Choose another."))


class ReadOnly(Trouble):
    """The server lets us look, and not write."""

    def __init__(self, host: str) -> None:
        said = _("{host} does not let us write into this calendar. Choose another.")
        super().__init__(said.format(host=host))


class Later(Trouble):
    """The server asks to be left alone for a while, or has no room, or takes too long."""

    def __init__(self, host: str, why: str) -> None:
        said = _("{host} has no time or room for us now ({why}) Afterword tries again later.")
        super().__init__(said.format(host=host, why=quoted(why)))


def base(text: str) -> str:
    """Return the address to begin at, from what a person knows of it.

    That is `https://example.org/dav/`, `example.org` or `name@example.org`. Only this computer is
    spoken to without TLS. Raises ValueError.
    """
    told = text.strip()
    if "://" not in told:
        told = f"https://{told.rpartition('@')[2]}"
    parts = urlsplit(told)
    host, port, path = parts.netloc.lower(), parts.port, parts.path or "/"
    name = host.removesuffix(f":{port}")
    fits = HOST.fullmatch(name) and PATH.fullmatch(path) and port != 0
    secure = parts.scheme == "https" or (parts.scheme == "http" and is_own(host_of(told)))
    if not fits or not secure or parts.query or parts.fragment:
        message = "no address of a calendar server"
        raise ValueError(message)
    return f"{parts.scheme}://{host}{path}"


def host_of(url: str) -> str:
    """Return the host of an address, without its port."""
    return urlsplit(url).hostname or ""


def is_own(host: str) -> bool:
    """Return whether a host is this computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == OWN


def is_kin(one: str, other: str) -> bool:
    """Return whether two addresses are one provider's: one host, or two beside each other.

    What lets in at caldav.example.com often lies at p42-caldav.example.com.
    """
    first, second = urlsplit(one), urlsplit(other)
    if first.scheme != second.scheme:
        return False
    mine, theirs = (first.hostname or "").split("."), (second.hostname or "").split(".")
    if mine == theirs:
        return first.port == second.port or {first.port, second.port} == {None, 443}
    return len(mine) > 2 and mine[1:] == theirs[1:]  # noqa: PLR2004  a name, a domain, a country
