"""Mailboxes for the tests of this room: one in memory, and one behind a real server."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.mailbox.desks import Desk, MemoryDesk, RadicaleDesk
from tests.mailbox.keepers import DovecotKeeper, Keeper, MemoryKeeper
from tests.mailbox.servers import dovecot, radicale
from tests.mailbox.servers.needs import need


@pytest.fixture(scope="session")
def real_server() -> Iterator[dovecot.Dovecot]:
    """Return a Dovecot on loopback."""
    need("dovecot-imapd", "dovecot", "imap", "openssl")
    with dovecot.running() as server:
        yield server


@pytest.fixture(params=["memory", "dovecot"])
def keeper(request: pytest.FixtureRequest) -> Iterator[Keeper]:
    """Return an empty mailbox of this test's own, and the hands of its owner and of the world."""
    if request.param == "memory":
        yield MemoryKeeper()
        return
    with DovecotKeeper(request.getfixturevalue("real_server"), f"alice-{uuid4().hex}") as keeper:
        yield keeper


@pytest.fixture(scope="session")
def calendar_server() -> Iterator[radicale.Radicale]:
    """Return a Radicale on loopback."""
    need("radicale", "radicale", "openssl")
    with radicale.running() as server:
        yield server


@pytest.fixture(params=["memory", "radicale"])
def desk(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """Return an empty calendar of this test's own, and the hands of its owner."""
    if request.param == "memory":
        yield MemoryDesk()
        return
    there = RadicaleDesk(request.getfixturevalue("calendar_server"))
    yield there
    there.close()
