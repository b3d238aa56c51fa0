"""A draft as a message: what it says of itself, and how a change is seen."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.mailbox.head import CONTENT, STEP
from afterword.mailbox.letter import Answered, Letter, content_of, step_of
from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.message import Address

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
ALICE = Address("alice@home.example", "Alice Åkesson")
BOB = Address("bob@initech.example", "Bob")
TEXT = "Dear Bob,\n\nthank you for your time – it was a pleasure.\n\nAlice"
STEP_ID = step_of("person-3", "thank-you", "episode-1", secret=b"secret")
PLAIN = Letter(STEP_ID, ALICE, BOB, "Thank you", TEXT)


def test_the_message_id_follows_from_person_act_and_episode() -> None:
    again = step_of("person-3", "thank-you", "episode-1", secret=b"secret")
    others = {
        step_of("person-4", "thank-you", "episode-1", secret=b"secret"),
        step_of("person-3", "check-in", "episode-1", secret=b"secret"),
        step_of("person-3", "thank-you", "episode-2", secret=b"secret"),
        step_of("person-3thank-you", "", "episode-1", secret=b"secret"),
        step_of("person-3", "thank-you", "episode-1", secret=b"another journal's"),
    }
    assert again == STEP_ID
    assert STEP_ID not in others
    assert len(others) == 5


def test_neither_header_nor_message_id_tell_whom_or_what_it_is_for() -> None:
    message = mime.read(PLAIN.raw(now=NOW))
    told = f"{message.header(STEP.lower())} {message.header(CONTENT.lower())} {message.message_id}"
    assert not any(word in told.lower() for word in ("alice", "bob", "initech", "thank", "person"))


def test_what_is_written_is_what_is_read() -> None:
    message = mime.read(PLAIN.raw(now=NOW))
    assert (message.sender, message.to, message.subject) == (ALICE, (BOB,), "Thank you")
    assert message.text.strip() == TEXT
    assert message.message_id == f"{STEP_ID}@home.example"
    assert message.sent == NOW
    assert message.thread == ()


def test_a_reply_stands_in_its_thread() -> None:
    answered = Answered("c@initech.example", ("b@home.example", "a@initech.example"), "Interview")
    letter = Letter(STEP_ID, ALICE, BOB, "Thank you", TEXT, answered)
    message = mime.read(letter.raw(now=NOW))
    assert message.header("in-reply-to") == "<c@initech.example>"
    assert message.header("references") == (
        "<a@initech.example> <b@home.example> <c@initech.example>"
    )
    assert message.subject == "Re: Interview"


@pytest.mark.parametrize("subject", ["Re: Interview", "AW: Interview", "RE[2]: Interview"])
def test_a_reply_to_a_reply_is_not_called_one_twice(subject: str) -> None:
    letter = Letter(STEP_ID, ALICE, BOB, "x", TEXT, Answered("c@x.example", (), subject))
    assert mime.read(letter.raw(now=NOW)).subject == subject


def test_a_long_thread_is_cut_from_its_middle_on() -> None:
    earlier = tuple(f"{count}@initech.example" for count in range(50))
    letter = Letter(STEP_ID, ALICE, BOB, "x", TEXT, Answered("new@x.example", earlier, "x"))
    assert len(mime.read(letter.raw(now=NOW)).thread) == 20


def test_no_line_break_gets_into_a_header() -> None:
    sly = Letter(
        STEP_ID, ALICE, Address(BOB.email, "B\r\nBcc: eve@evil.example"), "a\nBcc: x", TEXT
    )
    message = mime.read(sly.raw(now=NOW))
    assert not message.has("bcc")
    assert [one.email for one in message.to] == [BOB.email]


@pytest.mark.parametrize(
    "email", ["", "bob", "bob@", "bob@initech.example\r\nBcc: eve@evil.example"]
)
def test_an_address_that_is_none_is_named(email: str) -> None:
    with pytest.raises(ValueError, match=r"^to: .* is no address"):
        Letter(STEP_ID, ALICE, Address(email), "x", TEXT).raw(now=NOW)


@given(
    text=st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=300),
    subject=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120),
)
def test_a_draft_that_nobody_touched_is_known_for_it(text: str, subject: str) -> None:
    letter = Letter(STEP_ID, ALICE, BOB, subject, text)
    raw = letter.raw(now=NOW)
    assert content_of(raw) == letter.content
    assert content_of(raw.replace(b"\r\n", b"\n")) == letter.content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"pleasure", b"delight"),
        (b"Subject: Thank you", b"Subject: Thanks"),
        (b"bob@initech.example", b"carol@initech.example"),
        (b"\r\nSubject", b"\r\nCc: carol@initech.example\r\nSubject"),
        (b"\r\nSubject", b"\r\nBcc: carol@initech.example\r\nSubject"),
    ],
)
def test_whatever_the_person_changes_is_seen(before: bytes, after: bytes) -> None:
    raw = PLAIN.raw(now=NOW)
    assert before in raw
    assert content_of(raw.replace(before, after)) != PLAIN.content


def test_the_date_and_what_a_server_adds_are_no_change() -> None:
    later = PLAIN.raw(now=NOW.replace(hour=20))
    assert content_of(b"Received: from x by y\r\n" + later + b"\r\n\r\n") == PLAIN.content
