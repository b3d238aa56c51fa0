"""The way to a real mail server, and what goes wrong on it, in words without a secret."""

import base64
import logging
import ssl
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from afterword.mailbox.box import Heard, Search, State
from afterword.mailbox.imap import ImapBox, connect
from afterword.mailbox.server import Bearer, Password, Security, Server
from afterword.mailbox.trouble import (
    Busy,
    Dropped,
    Full,
    NoFolder,
    NotLetIn,
    Odd,
    Revoked,
    Trouble,
    Unencrypted,
    Unreachable,
    Untrusted,
)
from tests.mailbox.keepers import DovecotKeeper, letter
from tests.mailbox.servers import certificates, dovecot, scripted
from tests.mailbox.servers.certificates import Papers
from tests.mailbox.servers.needs import need

SECRET = "pst-4711-geheim"  # noqa: S105  of nobody
ALICE = Password("alice", SECRET)
EXAMINE = b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nTAG OK [READ-ONLY]\r\n"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    need("openssl", "openssl")
    return certificates.issue(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def trust(papers: Papers) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=papers.authority)


def text_of(error: BaseException) -> str:
    """Return everything that a log could hold of an error."""
    return "".join(traceback.format_exception(error))


def test_over_tls_and_over_starttls(real_server: dovecot.Dovecot) -> None:
    alice = Password("alice", dovecot.PASSWORD)
    for port, security in (
        (real_server.tls, Security.TLS),
        (real_server.plain, Security.STARTTLS),
    ):
        box = connect(Server("localhost", port, security), alice, trust=real_server.trust)
        assert box.state("INBOX").validity
        box.close()
        box.close()


def test_a_wrong_password_is_told_and_not_repeated(
    real_server: dovecot.Dovecot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(NotLetIn, match="did not let us in") as caught:
        connect(Server("localhost", real_server.tls), ALICE, trust=real_server.trust)
    secret = base64.b64encode(f"\0alice\0{SECRET}".encode()).decode()
    for told in (text_of(caught.value), caplog.text, repr(ALICE), repr(Bearer("alice", SECRET))):
        assert SECRET not in told
        assert secret not in told


def test_neither_mail_nor_password_reach_the_log(
    real_server: dovecot.Dovecot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    alice = Password("alice-of-the-log", dovecot.PASSWORD)
    box = connect(Server("localhost", real_server.tls), alice, trust=real_server.trust)
    uid = box.append("INBOX", b"Subject: salary\r\n\r\nsixty thousand\r\n", draft=False)
    box.heads("INBOX", (uid,))
    box.message("INBOX", uid)
    box.close()
    for told in (dovecot.PASSWORD, "salary", "sixty thousand"):
        assert told not in caplog.text


def test_a_server_that_cannot_prove_its_name_gets_no_password(papers: Papers) -> None:
    with (
        scripted.running(scripted.polite({}), papers) as server,
        pytest.raises(Untrusted, match="could not prove that it is localhost"),
    ):
        connect(server.where, ALICE)
    assert server.heard == []


def test_a_certificate_for_another_name_proves_nothing(
    papers: Papers, trust: ssl.SSLContext
) -> None:
    with scripted.running(scripted.polite({}), papers) as server:
        elsewhere = Server("127.0.0.2", server.port)
        with pytest.raises((Untrusted, Unreachable)):
            connect(elsewhere, ALICE, trust=trust)
    assert server.heard == []


def test_a_server_without_encryption_gets_no_password(trust: ssl.SSLContext) -> None:
    with (
        scripted.running(scripted.polite({})) as server,
        pytest.raises(Unencrypted, match="No password was sent"),
    ):
        connect(server.where, ALICE, trust=trust)
    assert not any("AUTH" in line or "LOGIN" in line for line in server.heard)


def test_plain_words_on_the_port_for_tls(trust: ssl.SSLContext) -> None:
    with (
        scripted.running(scripted.polite({})) as server,
        pytest.raises(Unencrypted, match="Choose TLS and port 993"),
    ):
        connect(Server("localhost", server.port), ALICE, trust=trust)


@pytest.mark.parametrize("host", ["localhost", "nowhere.invalid", "a" * 70 + ".example", "a..b"])
def test_nobody_there(host: str) -> None:
    with pytest.raises(Unreachable, match=r"No mail server answers at .*, port \d+\. Check"):
        connect(Server(host, dovecot.free_port()), ALICE)


@pytest.mark.parametrize("secret", ["x\r\nA1 DELETE INBOX", "with\0nought", "a\x01b"])
@pytest.mark.parametrize("kind", [Password, Bearer])
def test_a_secret_that_cannot_be_sent_is_not(
    papers: Papers, trust: ssl.SSLContext, kind: type[Password | Bearer], secret: str
) -> None:
    with (
        scripted.running(scripted.polite({}), papers) as server,
        pytest.raises(NotLetIn, match="cannot be sent"),
    ):
        connect(server.where, kind("alice", secret), trust=trust)
    assert not any("AUTH" in line or "DELETE" in line for line in server.heard)


@pytest.mark.parametrize(("secret", "let_in"), [('with "signs" \\', True), ("Paßwort", False)])
def test_a_server_that_knows_only_the_oldest_way_in(
    papers: Papers, trust: ssl.SSLContext, secret: str, *, let_in: bool
) -> None:
    answers = {"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"}
    with scripted.running(scripted.polite(answers), papers) as server:
        if let_in:
            connect(server.where, Password("alice", secret), trust=trust).close()
            assert any(line.endswith(r'LOGIN alice "with \"signs\" \\"') for line in server.heard)
            return
        with pytest.raises(NotLetIn, match="cannot be sent"):
            connect(server.where, Password("alice", secret), trust=trust)


def test_a_permission_is_shown_as_the_providers_want_it(
    papers: Papers, trust: ssl.SSLContext
) -> None:
    with scripted.running(scripted.polite({}), papers) as server:
        connect(server.where, Bearer("alice@x.example", "token"), trust=trust).close()
    sent = base64.b64decode(server.heard[2]).decode()
    assert sent == "user=alice@x.example\x01auth=Bearer token\x01\x01"


def test_a_permission_taken_back_is_told_plainly(papers: Papers, trust: ssl.SSLContext) -> None:
    revoked = b"TAG NO [AUTHENTICATIONFAILED] Invalid credentials (token)\r\n"
    answers = scripted.polite({"AUTHENTICATE": revoked})
    with (
        scripted.running(answers, papers) as server,
        pytest.raises(Revoked, match="Connect the mailbox again") as caught,
    ):
        connect(server.where, Bearer("alice", "token"), trust=trust)
    assert "(token)" not in text_of(caught.value)


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        (b"TAG NO [ALERT] Application-specific password required\r\n", NotLetIn),
        (b"TAG NO [UNAVAILABLE] maintenance\r\n", Busy),
        (b"TAG NO [LIMIT] Too many simultaneous connections.\r\n", Busy),
        (b"* BYE overloaded\r\n", Dropped),
        (None, Dropped),
    ],
)
def test_why_one_was_not_let_in(
    papers: Papers, trust: ssl.SSLContext, said: bytes | None, trouble: type[Trouble]
) -> None:
    answers = scripted.polite({"AUTHENTICATE": said})
    with scripted.running(answers, papers) as server, pytest.raises(trouble):
        connect(server.where, ALICE, trust=trust)


@contextmanager
def talking(
    papers: Papers, trust: ssl.SSLContext, answers: Mapping[str, bytes | None]
) -> Iterator[ImapBox]:
    """Return a mailbox on a server that gives these answers."""
    welcome = {"AUTHENTICATE": b"TAG OK [CAPABILITY IMAP4rev1 IDLE] in\r\n"}
    with scripted.running(scripted.polite({**welcome, **answers}), papers) as server:
        box = connect(server.where, ALICE, trust=trust, patience=2)
        yield box
        box.close()


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ({"STATUS": None}, Dropped),
        ({"STATUS": b"* BYE gone\r\n"}, Dropped),
        ({"STATUS": b"TAG NO [NONEXISTENT] no such folder\r\n"}, NoFolder),
        ({"STATUS": b"TAG NO [LIMIT] slow down\r\n"}, Busy),
        ({"STATUS": b"TAG BAD what?\r\n"}, NoFolder),
        ({"STATUS": b"* STATUS (((\r\nTAG OK done\r\n"}, Odd),
        ({"STATUS": b"TAG OK but nothing said\r\n"}, Odd),
        ({"STATUS": b"\xff\xfe\x00\r\nTAG OK done\r\n"}, Dropped),
        ({"STATUS": b"* " + b"x" * 1_100_000 + b"\r\nTAG OK done\r\n"}, NoFolder),
    ],
)
def test_whatever_a_server_says_of_a_folder(
    papers: Papers,
    trust: ssl.SSLContext,
    answers: Mapping[str, bytes | None],
    trouble: type[Trouble],
) -> None:
    with talking(papers, trust, answers) as box, pytest.raises(trouble):
        box.state("INBOX")


@pytest.mark.parametrize(
    ("fetched", "heads"),
    [
        (b"* 1 FETCH (UID 1)\r\nTAG OK done\r\n", 1),
        (b'* 1 FETCH (UID 1 RFC822.SIZE x INTERNALDATE "never" FLAGS 7)\r\nTAG OK done\r\n', 1),
        (b"* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)]<0> NIL)\r\nTAG OK done\r\n", 1),
        (b"* 9 FETCH (UID 9 FLAGS ())\r\nTAG OK done\r\n", 0),
        (b"* 1 EXPUNGE\r\nTAG OK done\r\n", 0),
        (b"* 1 FETCH (UID 1 BODY[HEADER.FIELDS (FROM)] {9}\r\nFrom: a\r\n)\r\nTAG OK done\r\n", 1),
    ],
)
def test_whatever_a_server_says_of_a_message(
    papers: Papers, trust: ssl.SSLContext, fetched: bytes, heads: int
) -> None:
    with talking(papers, trust, {"EXAMINE": EXAMINE, "UID FETCH": fetched}) as box:
        assert len(box.heads("INBOX", (1,))) == heads
        assert box.message("INBOX", 1) is None or heads


@pytest.mark.parametrize(
    "fetched",
    [
        b"* 1 FETCH (UID\r\nTAG OK done\r\n",
        b"* x FETCH (UID 1)\r\nTAG OK done\r\n",
        b"* 1 FETCH (UID one)\r\nTAG OK done\r\n",
        b"* 1 FETCH (UID 1 FLAGS)\r\nTAG OK done\r\n",
        b"TAG NO [SERVERBUG] broken\r\n",
    ],
)
def test_an_answer_that_makes_no_sense_is_told_without_quoting_mail(
    papers: Papers, trust: ssl.SSLContext, fetched: bytes
) -> None:
    with (
        talking(papers, trust, {"EXAMINE": EXAMINE, "UID FETCH": fetched}) as box,
        pytest.raises((Odd, Dropped), match=r"cannot use|broke off"),
    ):
        box.heads("INBOX", (1,))


def test_a_server_that_falls_silent_is_not_waited_for_without_end(
    papers: Papers, trust: ssl.SSLContext
) -> None:
    with talking(papers, trust, {"STATUS": b""}) as box, pytest.raises(Dropped):
        box.state("INBOX")


def test_a_server_without_search_by_runs(papers: Papers, trust: ssl.SSLContext) -> None:
    found = b"* SEARCH 5 2 3\r\nTAG OK done\r\n"
    with talking(papers, trust, {"EXAMINE": EXAMINE, "UID SEARCH": found}) as box:
        assert box.uids("INBOX", Search(above=2)) == (range(3, 4), range(5, 6))


def test_a_server_that_cannot_take_away_one_message_alone_takes_away_none(
    papers: Papers, trust: ssl.SSLContext
) -> None:
    ours = b"* 1 FETCH (UID 1 BODY[HEADER.FIELDS (X)] {23}\r\nX-Afterword-Step: one\r\n)\r\n"
    select = EXAMINE.replace(b"READ-ONLY", b"READ-WRITE")
    answers = {"SELECT": select, "UID FETCH": ours + b"TAG OK done\r\n"}
    with talking(papers, trust, answers) as box:
        assert not box.remove("Drafts", 1, "one")


def test_a_folder_that_may_only_be_read_is_told(papers: Papers, trust: ssl.SSLContext) -> None:
    with talking(papers, trust, {"SELECT": EXAMINE}) as box, pytest.raises(NoFolder):
        box.remove("Drafts", 1, "one")


def test_a_server_without_idle_is_not_waited_for(papers: Papers, trust: ssl.SSLContext) -> None:
    deaf = b"TAG OK [CAPABILITY IMAP4rev1] in\r\n"
    answers = {
        "AUTHENTICATE": deaf,
        "CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n",
        "EXAMINE": EXAMINE,
    }
    with talking(papers, trust, answers) as box:
        assert box.wait("INBOX", State(7, 2, 1), 600) is Heard.DEAF


def test_a_full_mailbox_is_told(papers: Papers, trust: ssl.SSLContext) -> None:
    full = b"+ go on\r\nTAG NO [OVERQUOTA] full\r\n"
    with (
        talking(papers, trust, {"APPEND": full, "SUBJECT": b""}) as box,
        pytest.raises(Full, match="is full"),
    ):
        box.append("INBOX", b"Subject: x\r\n\r\n", draft=True)


def test_news_that_come_while_one_goes_idle_are_news(papers: Papers, trust: ssl.SSLContext) -> None:
    hurried = {
        "EXAMINE": EXAMINE,
        "IDLE": b"* 2 EXISTS\r\n+ idling\r\n",
        "DONE": b"TAG OK done\r\n",
    }
    with talking(papers, trust, hurried) as box:
        assert box.wait("INBOX", State(7, 2, 1), 600) is Heard.NEWS


def test_a_server_that_hangs_up_during_idle(papers: Papers, trust: ssl.SSLContext) -> None:
    gone = {"EXAMINE": EXAMINE, "IDLE": b"+ idling\r\n", "DONE": None}
    with talking(papers, trust, gone) as box, pytest.raises(Dropped):
        box.wait("INBOX", State(7, 2, 1), 0)


def test_whoever_waits_can_be_told_that_it_is_enough(real_server: dovecot.Dovecot) -> None:
    with DovecotKeeper(real_server, "alice-leaves") as keeper:
        box = keeper.box()
        assert box.wait("INBOX", box.state("INBOX"), 600, until=lambda: True) is Heard.NOTHING
        assert box.state("INBOX").count == 0


def test_idle_tells_of_a_message_that_comes_while_waiting(real_server: dovecot.Dovecot) -> None:
    with DovecotKeeper(real_server, "alice-waits") as keeper:
        box = keeper.box()
        known = box.state("INBOX")
        later = threading.Timer(0.2, keeper.put, ("INBOX", letter("news")))
        later.start()
        assert box.wait("INBOX", known, 20) is Heard.NEWS
        later.join()
        assert box.state("INBOX").count == 1
