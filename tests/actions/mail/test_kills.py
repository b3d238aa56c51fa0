"""Sending is killed with signal 9, at steps from its first to its last, against real servers.

`python -m tools.kills` does so at every step, five hundred times.
"""

from pathlib import Path

from tests.mailbox.servers import opensmtpd
from tests.mailbox.servers.needs import need
from tools.killing import run

KILLS, STRIDE = 25, 17


def test_no_text_arrives_twice_and_none_is_lost(journal: Path) -> None:
    need("dovecot-imapd", "dovecot", "imap", "openssl")
    opensmtpd.need_it()
    found = run(KILLS, stride=STRIDE)
    assert journal.exists()
    assert (found.kills, found.most_copies, found.wrong) == (KILLS, 1, ())
    assert found.steps > STRIDE * 10, "the kills reach into the sending itself"
