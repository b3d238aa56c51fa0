"""Heads asked for one slice ahead, on a server that says what each story needs."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from afterword.mailbox.head import Head
from afterword.mailbox.imap import ImapBox, connect
from afterword.mailbox.server import Password
from afterword.mailbox.trouble import Dropped, Odd
from tests.mailbox.servers import certificates, scripted
from tests.mailbox.servers.certificates import Papers
from tests.mailbox.servers.needs import need

ALICE = Password("alice", "pst-4711-geheim")
EXAMINE = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 4]\r\nTAG OK [READ-ONLY]\r\n"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    need("openssl", "openssl")
    return certificates.issue(tmp_path_factory.mktemp("papers"))


def head(uid: int) -> bytes:
    """Return what a server says of one message."""
    return (
        f'* {uid} FETCH (UID {uid} RFC822.SIZE 9 INTERNALDATE "02-Mar-2026 09:00:00 +0000" FLAGS ()'
        " BODY[HEADER.FIELDS (FROM)]<0> {9}\r\nFrom: b\r\n)\r\nTAG OK done\r\n"
    ).encode()


@contextmanager
def talking(papers: Papers, **fetched: bytes | None) -> Iterator[tuple[ImapBox, scripted.Scripted]]:
    """Return a mailbox of three messages, and its server; `_2` is what it says of the second."""
    told: Mapping[str, bytes | None] = {f"_{uid}": head(uid) for uid in (1, 2, 3)} | fetched
    answers = {f"UID FETCH {name[1:]} (BODY.PEEK[HEADER": said for name, said in told.items()}
    whole = {"UID FETCH 3 (BODY.PEEK[]": b"* 3 FETCH (UID 3 BODY[]<0> {1}\r\nx)\r\nTAG OK done\r\n"}
    answer = scripted.polite({"EXAMINE": EXAMINE, **answers, **whole})
    trust = ssl.create_default_context(cafile=papers.authority)
    with scripted.running(answer, papers) as server:
        box = connect(server.where, ALICE, trust=trust, patience=1)
        yield box, server
        box.close()


def uids(heads: tuple[Head, ...]) -> list[int]:
    return [one.uid for one in heads]


def fetches(server: scripted.Scripted) -> list[str]:
    return [line.split()[3] for line in server.heard if "UID FETCH" in line]


def test_what_comes_next_is_asked_for_once_and_comes_as_it_would(papers: Papers) -> None:
    with talking(papers) as (box, server):
        assert uids(box.heads("INBOX", (1,), (2,))) == [1]
        assert uids(box.heads("INBOX", (2,), (3,))) == [2]
        assert uids(box.heads("INBOX", (3,))) == [3]
        assert fetches(server) == ["1", "2", "3"]


def test_what_comes_next_is_not_waited_for(papers: Papers) -> None:
    with talking(papers, _2=b"") as (box, _):
        assert uids(box.heads("INBOX", (1,), (2,))) == [1]
        with pytest.raises(Dropped):
            box.heads("INBOX", (2,))


def test_what_is_asked_in_between_is_not_mixed_up_with_it(papers: Papers) -> None:
    with talking(papers) as (box, _):
        box.heads("INBOX", (1,), (2,))
        assert box.message("INBOX", 3) == b"x"
        assert uids(box.heads("INBOX", (2,))) == [2]


def test_what_was_announced_need_not_be_asked_for(papers: Papers) -> None:
    with talking(papers) as (box, _):
        box.heads("INBOX", (1,), (2,))
        assert uids(box.heads("INBOX", (3,))) == [3]


def test_a_folder_opened_anew_is_asked_anew(papers: Papers) -> None:
    with talking(papers) as (box, server):
        box.heads("INBOX", (1,), (2,))
        assert box.state("INBOX").count == 3
        assert uids(box.heads("INBOX", (2,))) == [2]
        assert fetches(server) == ["1", "2", "2"]


@pytest.mark.parametrize("said", [b"TAG NO [SERVERBUG] broken\r\n", b"TAG BAD what?\r\n"])
def test_a_refusal_is_told_to_whoever_asks_for_what_was_refused(
    papers: Papers, said: bytes
) -> None:
    with talking(papers, _2=said) as (box, _):
        box.heads("INBOX", (1,), (2,))
        assert box.message("INBOX", 3) == b"x"
        with pytest.raises(Odd, match="cannot use"):
            box.heads("INBOX", (2,))
        assert uids(box.heads("INBOX", (1,))) == [1]


@pytest.mark.parametrize("said", [None, b"* BYE gone\r\n", b"* 2 FETCH (UID 2 BODY[] {99}\r\nx"])
def test_a_server_that_hangs_up_meanwhile_breaks_off_what_is_asked_next(
    papers: Papers, said: bytes | None
) -> None:
    with talking(papers, _2=said) as (box, _):
        assert uids(box.heads("INBOX", (1,), (2,))) == [1]
        with pytest.raises(Dropped):
            box.message("INBOX", 3)


def test_a_folder_that_will_be_read_is_opened_at_once(papers: Papers) -> None:
    with talking(papers) as (box, server):
        assert box.state("INBOX", reading=True).count == 3
        box.heads("INBOX", (1,))
        named = [line.partition(" ")[2] for line in server.heard if "INBOX" in line]
        assert named == ['EXAMINE "INBOX"']
