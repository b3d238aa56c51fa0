"""The servers of the story, on loopback: Marta's mailbox, her way out and her calendar."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from afterword.accounts.owners import the_owner
from tests.journeys.mail.hunter import Hunter, Street
from tests.journeys.mail.letters import MARTA_AT
from tests.journeys.serving import Clock
from tests.mailbox.keepers import DovecotKeeper
from tests.mailbox.servers import dovecot, opensmtpd, radicale
from tests.mailbox.servers.needs import need
from tests.web.reading import Browser


@pytest.fixture
def street(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Street]:
    """Return the servers, for each of which an authority vouches that this machine trusts."""
    need("dovecot-imapd", "dovecot", "imap", "openssl")
    need("radicale", "radicale")
    opensmtpd.need_it()
    with dovecot.running() as read, opensmtpd.running() as write, radicale.running() as desk:
        trusted = tmp_path / "authorities.pem"
        papers = [one.papers.authority.read_text() for one in (read, write, desk)]
        trusted.write_text("".join(papers))
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        with DovecotKeeper(read, MARTA_AT) as keeper:
            yield Street(keeper, write, desk, desk.calendar("Hunt"))


@pytest.fixture
def marta(journal: Path, clock: Clock, street: Street) -> Hunter:
    """Return the candidate, who has just applied to Corbel."""
    del journal
    owner, client = the_owner(now=clock.now), Client(SERVER_NAME="localhost")
    client.force_login(owner)
    return Hunter(owner, Browser(client), clock, street)
