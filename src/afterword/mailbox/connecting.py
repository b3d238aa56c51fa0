"""Where the mailbox of an address is: a table of large providers, then the domain's own word.

The names are looked up by whoever calls; nothing here touches the network. What a name server says
proves nothing (RFC 6186, section 6), so a server outside the address's own domain is to be shown to
the person before any password goes there.
"""

import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Protocol

import msgspec

from afterword.mailbox.server import Security, Server


class Way(StrEnum):
    """How one gets into a mailbox."""

    APP_PASSWORD = "app-password"  # noqa: S105  the name of a way in
    MAIL_PASSWORD = "mail-password"  # noqa: S105  the same
    PASSWORD = "password"  # noqa: S105  the same
    OAUTH = "oauth"
    BRIDGE = "bridge"


class User(StrEnum):
    """What a server wants as a user name."""

    ADDRESS = "address"
    LOCAL = "local"


class Provider(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A large provider, as providers.toml describes it.

    Where it is `oauth`, `authorize` is asked for a permission of this `scope`, `token` gives it
    out, and `clients` is where the person makes a client of their own, as `making` tells.
    """

    id: str
    name: str
    domains: tuple[str, ...]
    host: str
    way: Way
    page: str
    note: str
    source: str
    port: int = 993
    security: Security = Security.TLS
    user: User = User.ADDRESS
    oauth: bool = False
    authorize: str = ""
    token: str = ""
    scope: str = ""
    clients: str = ""
    making: str = ""
    mx: tuple[str, ...] = ()


class Record(msgspec.Struct, frozen=True):
    """An SRV record; a target of "" says that the service is not offered (RFC 2782)."""

    target: str
    port: int
    priority: int = 0
    weight: int = 0


class Names(Protocol):
    """What name servers say; nothing where they say nothing, or cannot be asked."""

    def srv(self, name: str) -> tuple[Record, ...]:
        """Return the SRV records of a name."""

    def mx(self, domain: str) -> tuple[str, ...]:
        """Return the mail exchangers of a domain, the preferred one first."""


class Suggestion(msgspec.Struct, frozen=True):
    """Where a mailbox seems to be; `sure` if the person need not look at it first."""

    server: Server
    user: str
    provider: Provider | None = None
    sure: bool = False


@cache
def providers() -> tuple[Provider, ...]:
    """Return the table of large providers."""
    text = resources.files("afterword.mailbox").joinpath("providers.toml").read_text("utf-8")
    return tuple(msgspec.convert(tomllib.loads(text)["provider"], list[Provider]))


def suggest(address: str, names: Names) -> Suggestion | None:
    """Return where the mailbox of an address is, or nothing: then the person has to say it."""
    local, _, domain = address.strip().lower().rpartition("@")
    domain = domain.rstrip(".")
    if not local or "." not in domain:
        return None
    for provider in providers():
        if domain in provider.domains:
            return _at(provider, address.strip(), sure=True)
    return _by_its_own_word(address.strip(), domain, names) or _by_exchanger(
        address.strip(), domain, names
    )


def _at(provider: Provider, address: str, *, sure: bool) -> Suggestion:
    server = Server(provider.host, provider.port, provider.security)
    user = address.rpartition("@")[0] if provider.user is User.LOCAL else address
    return Suggestion(server, user, provider, sure)


def _by_its_own_word(address: str, domain: str, names: Names) -> Suggestion | None:
    """Ask for RFC 6186's names; TLS from the first byte is preferred, as RFC 8314 wants."""
    for service, security in (("_imaps", Security.TLS), ("_imap", Security.STARTTLS)):
        offered = [one for one in names.srv(f"{service}._tcp.{domain}") if one.target and one.port]
        if offered:
            best = min(offered, key=lambda one: (one.priority, -one.weight, one.target))
            host = best.target.rstrip(".").lower()
            known = next((one for one in providers() if one.host == host), None)
            sure = host == domain or host.endswith(f".{domain}")
            return Suggestion(Server(host, best.port, security), address, known, sure)
    return None


def _by_exchanger(address: str, domain: str, names: Names) -> Suggestion | None:
    """Return the large provider that takes in a domain's mail, and so most likely keeps it."""
    for exchanger in (one.rstrip(".").lower() for one in names.mx(domain)):
        for provider in providers():
            if any(exchanger == end or exchanger.endswith(f".{end}") for end in provider.mx):
                at = _at(provider, address, sure=False)
                return msgspec.structs.replace(at, user=address)
    return None
