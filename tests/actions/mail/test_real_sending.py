"""A letter from a real mailbox through a real server, and the answer that stops one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from afterword.actions.mail.send import send_due
from afterword.journal.outgoing import Release, State
from afterword.mailbox import sent_mail
from afterword.mailbox.server import Password, Server
from tests.mailbox.keepers import DovecotKeeper
from tests.mailbox.servers import opensmtpd
from tests.mailbox.servers.dovecot import PASSWORD
from tests.mailbox.servers.needs import need
from tools.killing import BEGUN, DUE, Street, servers, thanks_of, together

REPLY = b"""From: Ms Okafor <o@river.example>\r
To: alice@home.example\r
Subject: Your interview\r
Date: Wed, 4 Mar 2026 10:09:00 +0000\r
Message-ID: <answer@river.example>\r
\r
Dear Alice, we would like to see you once more. Could you come on Friday?\r
"""


@pytest.fixture
def street(journal: Path) -> Iterator[Street]:
    """Return both servers."""
    assert journal.exists()
    need("dovecot-imapd", "dovecot", "imap", "openssl")
    opensmtpd.need_it()
    with servers() as found:
        yield found


def test_it_is_delivered_once_and_lies_among_the_sent_mail(street: Street) -> None:
    row = thanks_of(street.person("alice"))
    for minutes in (0, 1, 30):
        send_due(now=DUE + timedelta(minutes=minutes), ways=street.ways)
    assert Release.objects.get().state == State.SENT
    street.write.settled(lambda found: len(found) > 0)
    assert street.copies() == {row.message_id: 1}
    box = street.box(
        Server(street.read.host, street.read.tls), Password("alice@home.example", PASSWORD)
    )
    assert sent_mail.holds(box, row.message_id)
    box.close()


def test_of_four_workers_at_once_one_sends_each_letter(street: Street) -> None:
    letters = [thanks_of(street.person(f"person-{number}")) for number in range(8)]
    together(street, 4)
    for minutes in (20, 40):  # whoever found the database taken comes again
        send_due(now=DUE + timedelta(minutes=minutes), ways=street.ways)
    street.write.settled(lambda found: len(found) >= len(letters))
    assert street.copies() == {one.message_id: 1 for one in letters}
    assert set(Release.objects.values_list("state", flat=True)) == {State.SENT}


def test_an_answer_a_minute_before_the_door_opens_stops_it(street: Street) -> None:
    thanks_of(street.person("alice"))
    with DovecotKeeper(street.read, "alice@home.example") as keeper:
        keeper.put("INBOX", REPLY, BEGUN + timedelta(minutes=9))
    send_due(now=DUE, ways=street.ways)
    row = Release.objects.get()
    assert (row.state, row.attempted_at) == (State.STOPPED, None)
    assert row.why == "Something has happened there since you released it."
    assert street.copies() == {}
