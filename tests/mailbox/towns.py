"""Alice in a town where mailboxes answer by themselves: what she writes, and what comes back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from afterword.mailbox.box import Box, Heard
from afterword.mailbox.letter import Letter
from afterword.mailbox.posted import posted
from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.message import Address, Message
from afterword.mailbox.server import Credentials, Server
from tests.mailbox.keepers import DovecotKeeper
from tests.mailbox.servers import opensmtpd, sieve
from tests.mailbox.servers.sieve import Town

ENOUGH = 30.0  # seconds, on a busy day
NOW = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251  the servers have no other clock
CARRIER, OPENSMTPD = "carrier", "opensmtpd"
WAYS = {CARRIER: sieve.by_carrier, OPENSMTPD: sieve.by_opensmtpd}

through_opensmtpd = pytest.mark.parametrize("town", [OPENSMTPD], indirect=True)
either_way = pytest.mark.parametrize("town", [CARRIER, OPENSMTPD], indirect=True)


class Alice:
    """Her mailbox, and those to whom she writes."""

    def __init__(self, town: Town, keeper: DovecotKeeper) -> None:
        """Begin with an empty mailbox, at which she listens."""
        self.town, self.keeper, self.address = town, keeper, keeper.user
        self._box = keeper.box()
        self._empty = self._box.state("INBOX")

    def knows(self, script: str) -> str:
        """Return the address of somebody new, whose Sieve says this."""
        address = f"lena-{uuid4().hex}@corbel.example"
        self.town.moves_in(address, script)
        return address

    def writes(self, to: str) -> str:
        """Send a letter of ours; return its Message-ID."""
        letter = Letter(uuid4().hex, Address(self.address), Address(to), "Planner", "Thank you!")
        self.town.post(posted(letter, now=NOW))
        return letter.message_id

    def hears(self) -> Message:
        """Return her first message, once IDLE has told that it came."""
        assert self._box.wait("INBOX", self._empty, ENOUGH) is Heard.NEWS
        raw = self._box.message("INBOX", self._empty.next)
        assert raw
        return mime.read(raw)

    def door(self, server: Server, credentials: Credentials) -> Box:
        """Return another connection, as the program makes it."""
        assert (server, credentials.user) == (self.keeper.where, self.address)
        return self.keeper.box()


@pytest.fixture(scope="module")
def town(request: pytest.FixtureRequest) -> Iterator[Town]:
    """Return a town; unless a test says otherwise, one that needs no root."""
    sieve.need_it()
    way = getattr(request, "param", CARRIER)
    if way == OPENSMTPD:
        opensmtpd.need_it()
    with WAYS[way]() as running:
        yield running


@pytest.fixture
def alice(town: Town) -> Iterator[Alice]:
    """Return Alice, to whom nobody has written yet."""
    with DovecotKeeper(town.mailboxes, f"alice-{uuid4().hex}@home.example") as keeper:
        yield Alice(town, keeper)
