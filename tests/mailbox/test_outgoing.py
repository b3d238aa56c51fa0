"""The one door out: what comes back is certain, or says that it is not."""

import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.mailbox.letter import Letter
from afterword.mailbox.outgoing import Door, NotAccepted, Unknown, stuffed
from afterword.mailbox.posted import Posted, posted
from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.message import Address
from afterword.mailbox.server import Bearer, Credentials, Password
from afterword.mailbox.trouble import LONGEST
from tests.mailbox.servers import certificates, opensmtpd, taking
from tests.mailbox.servers.certificates import Papers
from tests.mailbox.servers.needs import need
from tests.mailbox.servers.taking import HANG_UP, Taking

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
ALICE = Address("alice@home.example", "Alice Åkesson")
BOB = Address("bob@initech.example", "Bob")
TEXT = "Dear Bob,\n\n.thank you – really.\n.\nAlice\n"
LETTER = posted(Letter("e" * 32, ALICE, BOB, "Thank you", TEXT), now=NOW)
SECRET = "xyzzy-ß"  # noqa: S105  a test's own


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Return the papers of a server."""
    need("openssl", "openssl")
    return certificates.issue(Path(tmp_path_factory.mktemp("papers")))


@pytest.fixture(scope="module")
def real() -> Iterator[opensmtpd.OpenSmtpd]:
    """Return an OpenSMTPD on loopback."""
    opensmtpd.need_it()
    with opensmtpd.running() as server:
        yield server


def door(server: Taking, papers: Papers, credentials: Credentials | None = None) -> Door:
    """Return our way to a server."""
    known = credentials or Password("alice", SECRET)
    return Door(server.where, known, lambda: ssl.create_default_context(cafile=papers.authority))


def said_to(papers: Papers, answers: Mapping[str, bytes | None]) -> str:
    """Return what the door says of a server with these answers, which did not take the letter."""
    with taking.running(papers, answers) as server, pytest.raises(NotAccepted) as caught:
        door(server, papers).send(LETTER)
    return str(caught.value)


def test_a_real_server_delivers_every_byte_once(real: opensmtpd.OpenSmtpd) -> None:
    receipt = Door(real.where, real.credentials, real.trust).send(LETTER)
    assert "accepted" in receipt.words
    (raw,) = real.settled(lambda found: len(found) > 0)
    message = mime.read(raw)
    assert (message.sender, message.to) == (ALICE, (BOB,))
    assert message.text.strip() == TEXT.strip()
    assert message.message_id == f"{'e' * 32}@home.example"


def test_a_real_server_refuses_a_wrong_password(real: opensmtpd.OpenSmtpd) -> None:
    wrong = msgspec.structs.replace(real.credentials, secret="guessed")  # noqa: S106  it is not
    with pytest.raises(NotAccepted, match="did not let us in"):
        Door(real.where, wrong, real.trust).knock()
    Door(real.where, real.credentials, real.trust).knock()


@pytest.mark.parametrize("implicit", [True, False])
def test_it_is_encrypted_before_anything_of_worth_is_said(
    papers: Papers, *, implicit: bool
) -> None:
    with taking.running(papers, implicit=implicit) as server:
        assert door(server, papers).send(LETTER).words == "taken as 17."
    said = [line.split(" ")[0].upper() for line in server.heard]
    assert said[: said.index("AUTH")] == (["EHLO"] if implicit else ["EHLO", "STARTTLS", "EHLO"])
    assert len(server.letters) == 1


def test_a_server_without_encryption_hears_no_password(papers: Papers) -> None:
    plain = {"EHLO": b"250-localhost\r\n250 AUTH PLAIN\r\n"}
    with (
        taking.running(papers, plain, implicit=False) as server,
        pytest.raises(NotAccepted, match="encryption"),
    ):
        door(server, papers).send(LETTER)
    assert [line.split(" ")[0].upper() for line in server.heard] == ["EHLO"]


def test_a_server_that_cannot_prove_its_name_hears_nothing(papers: Papers) -> None:
    with (
        taking.running(papers) as server,
        pytest.raises(NotAccepted, match="could not prove its name"),
    ):
        Door(server.where, Password("alice", SECRET)).send(LETTER)
    assert server.heard == []


def test_nobody_there(papers: Papers) -> None:
    with taking.running(papers) as server:
        pass
    with pytest.raises(NotAccepted, match="no mail server answers"):
        door(server, papers).send(LETTER)


@pytest.mark.parametrize("step", ["EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
def test_before_the_text_has_left_a_broken_line_is_certain(papers: Papers, step: str) -> None:
    assert "It was not sent" in said_to(papers, {step: HANG_UP})


def test_a_letter_that_nobody_waits_for_any_more_stays(papers: Papers) -> None:
    with taking.running(papers) as server, pytest.raises(NotAccepted, match="any more"):
        door(server, papers).send(LETTER, lambda: False)
    assert server.heard[-1] == "DATA"
    assert server.letters == []


def test_after_the_text_has_left_a_broken_line_is_not(papers: Papers) -> None:
    with taking.running(papers, {".": HANG_UP}) as server, pytest.raises(Unknown, match="broke"):
        door(server, papers).send(LETTER)
    assert len(server.letters) == 1


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA", "."])
@pytest.mark.parametrize(("code", "for_good"), [(450, False), (550, True)])
def test_a_refusal_is_certain_at_every_step_and_says_for_how_long(
    papers: Papers, step: str, code: int, *, for_good: bool
) -> None:
    refusal = {step: f"{code} not this one\r\n".encode()}
    with taking.running(papers, refusal) as server, pytest.raises(NotAccepted) as caught:
        door(server, papers).send(LETTER)
    assert caught.value.for_good is for_good
    assert f"not this one ({code})" in str(caught.value)


def test_a_server_that_breaks_off_after_its_yes_has_taken_it(papers: Papers) -> None:
    with taking.running(papers, {"QUIT": HANG_UP}) as server:
        assert door(server, papers).send(LETTER).words == "taken as 17."


def test_no_word_of_a_server_repeats_the_secret(papers: Papers) -> None:
    echo = f"535 what is {SECRET}?\r\n".encode()
    assert SECRET not in said_to(papers, {"AUTH": echo})


def test_no_word_of_a_server_ends_in_the_beginning_of_the_secret(papers: Papers) -> None:
    echo = f"535 {'x' * (LONGEST - len(SECRET) + 1)} {SECRET}\r\n".encode()
    assert SECRET[:-3] not in said_to(papers, {"AUTH": echo})


def test_a_token_is_shown_as_such_and_its_refusal_is_read_to_the_end(papers: Papers) -> None:
    token = Bearer("alice", "token")
    with taking.running(papers) as server:
        door(server, papers, token).send(LETTER)
    assert any(line.startswith("AUTH XOAUTH2 ") for line in server.heard)
    refused = {"AUTH": b"334 eyJ9\r\n", "": b"535 gone\r\n"}
    with taking.running(papers, refused) as server, pytest.raises(NotAccepted, match="gone"):
        door(server, papers, token).send(LETTER)


def test_a_server_that_only_knows_the_old_way_in(papers: Papers) -> None:
    secret = b64encode(SECRET.encode()).decode().upper()
    old = {
        "EHLO": b"250-localhost\r\n250 AUTH LOGIN\r\n",
        "AUTH": b"334 password\r\n",
        secret: b"235 come in\r\n",
    }
    with taking.running(papers, old) as server:
        door(server, papers).send(LETTER)
    assert server.heard[1].startswith("AUTH LOGIN ")


def test_our_marks_stay_here() -> None:
    assert b"afterword" not in LETTER.raw.lower()
    assert LETTER.raw.count(b"Message-ID:") == 1


@pytest.mark.parametrize("address", ["bob", "bob@", "b ob@x.example", "böb@x.example", "a@b\r\nc"])
def test_an_address_that_no_server_takes_is_said_beforehand(address: str) -> None:
    with pytest.raises(ValueError, match="to:"):
        posted(Letter("e" * 32, ALICE, Address(address), "Hi", "Hi"), now=NOW)


@given(st.lists(st.sampled_from([b".", b"..", b".x", b"x", b"", b"x."]), max_size=6))
def test_a_point_at_the_beginning_of_a_line_ends_nothing(lines: list[bytes]) -> None:
    sent = stuffed(b"\r\n".join(lines))
    assert sent.endswith(b".\r\n")
    body = sent.removesuffix(b".\r\n").split(b"\r\n")[:-1]
    assert b"." not in body
    assert [one.removeprefix(b".") for one in body] == b"\r\n".join(lines).splitlines()


def test_a_letter_is_a_value() -> None:
    assert Posted("a", "b", b"c") == Posted("a", "b", b"c")
