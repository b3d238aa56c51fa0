"""It spoke to Gmail alone, and my mailbox is somewhere else.

Told in DaKheera47/job-ops#243, elie222/inbox-zero#62, #670 and #925, and
JustAJobApp/jobseeker-analytics#361.
"""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from afterword.mailbox.box import Search
from tests.journeys.complaints.candidate import DUE, Candidate, mail, to_do
from tests.journeys.mail.letters import MARTA_AT, WORD
from tests.journeys.serving import moment
from tests.mailbox.keepers import DovecotKeeper
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot

ASK = "Dear Lena,\n\nmay I ask how things stand?\n\nMarta"


@pytest.fixture
def dovecot(real_server: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DovecotKeeper]:
    """Return Marta's mailbox behind a real server, for which an authority vouches."""
    monkeypatch.setenv("SSL_CERT_FILE", str(real_server.papers.authority))
    with DovecotKeeper(real_server, f"marta-{uuid4().hex}") as keeper:
        yield keeper


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_that_nobody_knows_wants_its_name_and_a_password(
    newcomer: Candidate, dovecot: DovecotKeeper, security: str
) -> None:
    uid = newcomer.pursues()
    found = newcomer.browser.post("mailbox", do="find", address=MARTA_AT)
    assert "Nobody could tell where this mailbox is." in found.text
    port = {"tls": dovecot.server.tls, "starttls": dovecot.server.plain}[security]
    where = {"host": dovecot.server.host, "port": str(port), "security": security}
    connected = newcomer.connects(**where, user=dovecot.user, password=PASSWORD)
    assert "Connected." in connected.text

    assert to_do(newcomer.at(DUE)) == ["Ask Lena Ruiz how things stand by e-mail"]
    newcomer.keeps(uid, ASK)
    newcomer.at("2026-03-16 12:05")
    assert drafts(dovecot) == 1
    dovecot.put("INBOX", mail(WORD, "2026-03-16 12:07"), moment("2026-03-16 12:07"))
    assert to_do(newcomer.at("2026-03-16 12:10")) == []
    assert (drafts(dovecot), dovecot.unread("INBOX")) == (0, 1)


def drafts(keeper: DovecotKeeper) -> int:
    """Return how many drafts lie in the mailbox."""
    box = keeper.box()
    box.state("Drafts")
    return sum(1 for run in box.uids("Drafts", Search()) for _ in run)
