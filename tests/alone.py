"""No test speaks to anybody beyond this computer: whoever tries is told that nobody is there."""

import ipaddress
import socket
from collections.abc import Callable

import pytest

REACHING = ("connect", "connect_ex", "sendto")
NOBODY = "no test speaks to anybody beyond this computer"


def keep_to_this_computer(patch: pytest.MonkeyPatch) -> None:
    """Refuse connections to other computers, and questions to name servers."""
    for name in REACHING:
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    asked: Callable[..., object] = socket.getaddrinfo

    def getaddrinfo(host: object, *rest: object, **more: object) -> object:
        if not _is_here(host):
            raise socket.gaierror(socket.EAI_NONAME, NOBODY)
        return asked(host, *rest, **more)

    patch.setattr(socket, "getaddrinfo", getaddrinfo)


def _guarded(reach: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: socket.socket, *arguments: object) -> object:
        address = arguments[-1]
        if isinstance(address, tuple) and not _is_here(address[0]):
            raise ConnectionRefusedError(NOBODY)
        return reach(self, *arguments)

    return guarded


def _is_here(host: object) -> bool:
    """Return whether a host is this computer; no host at all is, too."""
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name in {"localhost", socket.gethostname()}:
        return True
    try:
        address = ipaddress.ip_address(str(name))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
