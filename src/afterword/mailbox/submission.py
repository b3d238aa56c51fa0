"""Where a mailbox sends through: a table of large providers, then what most servers are called."""

import tomllib
from functools import cache
from importlib import resources

import msgspec

from afterword.mailbox.server import Security, Server

TLS_PORT = 465


class Out(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of ways_out.toml."""

    host: str
    port: int = TLS_PORT


def way_out(address: str, reads_from: str) -> Server:
    """Return where mail of an address goes out, most likely, if it is read from a server.

    For the person to look at, and to correct: nothing is asked of any server here.
    """
    known = _table().get(reads_from.lower())
    if known:
        return _server(known)
    first, _, rest = reads_from.partition(".")
    host = f"smtp.{rest}" if first.lower().startswith("imap") and rest else reads_from
    return _server(Out(host or f"smtp.{address.rpartition('@')[2]}"))


def _server(out: Out) -> Server:
    security = Security.TLS if out.port == TLS_PORT else Security.STARTTLS
    return Server(out.host, out.port, security)


@cache
def _table() -> dict[str, Out]:
    text = resources.files("afterword.mailbox").joinpath("ways_out.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Out])
