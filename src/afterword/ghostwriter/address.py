"""The address of a model: what a person may write, and where plain http may lead."""

import re
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

# Loopback, and the private networks of RFC 1918 and RFC 4193. What Python calls private holds more:
# link-local addresses, where clouds keep their keys, and ranges for examples.
NEAR: tuple[IPv4Network | IPv6Network, ...] = tuple(
    ip_network(net)
    for net in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7",
    )
)
LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
HOST = re.compile(rf"(?=.{{1,253}}$){LABEL}(?:\.{LABEL})*\.?|\[[0-9a-f:.]+\]")
PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")
TAIL = "/chat/completions"


class Flaw(StrEnum):
    """What is the matter with an address, and what would be right; none repeats the address."""

    NONE = "is no address such as http://localhost:11434/v1"
    SCHEME = "begins with http:// or https://, as in http://localhost:11434/v1"
    INSIDE = "must hold no name and no password; a key belongs into AFTERWORD_MODEL_KEY"
    QUERY = "must end before any ? or #"
    SIGNS = "holds signs that no such address has"


class Unfit(ValueError):
    """An address cannot be used; the message is a Flaw."""


def base(text: str) -> str:
    """Return the base address of an endpoint, in one spelling.

    Raises Unfit.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise Unfit(Flaw.NONE) from error
    if parts.scheme not in {"http", "https"}:
        raise Unfit(Flaw.SCHEME)
    if "@" in parts.netloc:
        raise Unfit(Flaw.INSIDE)
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise Unfit(Flaw.QUERY)
    host = parts.netloc.lower().removesuffix(f":{port}")
    path = parts.path.rstrip("/").removesuffix(TAIL)
    if port == 0 or not HOST.fullmatch(host) or not PATH.fullmatch(path):
        raise Unfit(Flaw.SIGNS)
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}"


def is_plain(url: str) -> bool:
    """Return whether what goes to a base address can be read on the way."""
    return url.startswith("http://")


def is_far(url: str) -> bool:
    """Return whether a base address names a machine by a number that is not near.

    Of a name nobody knows before it is looked up; the connection looks again.
    """
    host = urlsplit(url).hostname or ""
    try:
        return not is_near(host)
    except ValueError:
        return False


def is_near(number: str) -> bool:
    """Return whether an IP address is this machine or in a private network.

    Raises ValueError for what is no IP address.
    """
    address = ip_address(number.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return any((mapped or address) in net for net in NEAR)
