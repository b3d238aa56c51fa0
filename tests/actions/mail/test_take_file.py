"""Mail from files: what is one, in which order it is taken in, and how much of it."""

import io
import zipfile
from pathlib import Path

import pytest

from afterword.actions.mail import take_file as room
from afterword.actions.mail.messages import messages
from afterword.actions.mail.take_file import is_mail, take_file
from afterword.etiquette.problem import Malformed
from afterword.journal.models import Message
from tests.actions.hunt import at, person
from tests.actions.mail.post import events, hunting, invitation, letter

NOW = at("2026-03-20 12:00")
WORD = letter("Hello Alice, the garden is lovely.", "2026-03-10 09:00")
LATER = letter("And the roses, too.", "2026-03-11 09:00")


def mbox(*raws: bytes) -> bytes:
    return b"".join(b"From x Mon Mar  9 12:00:00 2026\n" + raw + b"\n" for raw in raws)


def archive(**members: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return written.getvalue()


BROKEN = archive(**{"a.eml": WORD}).replace(b"PK\x01\x02", b"PK\x09\x09")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (WORD, True),
        (WORD.replace(b"\n", b"\r\n"), True),
        (b"\xef\xbb\xbf" + WORD, True),
        (mbox(WORD), True),
        (archive(**{"Mail/cur/1": WORD}), True),
        (archive(**{"a.eml": WORD}), True),
        (archive(**{"Job Applications.csv": b"Company,Title\nCorbel,planner\n"}), False),
        (archive(**{"__MACOSX/new/1": WORD}), False),
        (b"Company,Job Title,Status\nCorbel,planner,Applied\n", False),
        (b"Note: Corbel\nTitle: planner\n", False),
        (b'now = "2026-03-10"\n[opportunity]\n', False),
        (b'{"format": "afterword-journal"}', False),
        (b"", False),
        (BROKEN, False),
    ],
)
def test_a_file_of_mail_is_told_by_how_it_begins(content: bytes, *, expected: bool) -> None:
    assert is_mail(content) is expected


def test_no_table_of_ours_is_taken_for_mail() -> None:
    for path in Path("docs/howto").iterdir():
        assert not is_mail(path.read_bytes()), path


@pytest.mark.usefixtures("journal")
def test_what_lies_in_any_order_is_taken_in_as_it_was_written() -> None:
    alice = person()
    uid = hunting(alice)
    moved = invitation("2026-03-11 09:00", "20260317T150000", 1)
    first = invitation("2026-03-10 09:00", "20260316T140000")
    came = take_file(alice, mbox(moved, LATER, first, WORD), now=NOW)
    assert (len(came.taken), came.known, came.others) == (4, 0, 0)
    assert events(alice, uid).count("interview-scheduled 2026-03-17T15:00:00-04:00") == 1
    again = take_file(alice, mbox(WORD, LATER), now=NOW)
    assert (len(again.taken), again.known) == (0, 2)


@pytest.mark.usefixtures("journal")
def test_a_preview_takes_everything_back() -> None:
    alice = person()
    uid = hunting(alice)
    came = take_file(alice, mbox(WORD, LATER), now=NOW, write=False)
    assert (len(came.taken), came.written) == (2, False)
    assert (events(alice, uid), Message.objects.count()) == (["interview"], 0)
    assert len(take_file(alice, mbox(WORD, LATER), now=NOW).taken) == 2


@pytest.mark.usefixtures("journal")
def test_a_single_message_was_pointed_at_and_is_kept() -> None:
    alice = person()
    hunting(alice)
    lunch = letter("Shall we have lunch?", "2026-03-10 09:00", from_="Mum <mum@home.example>")
    assert take_file(alice, mbox(lunch, WORD), now=NOW).others == 1
    assert take_file(alice, lunch, now=NOW).others == 0
    assert len(messages(alice, now=NOW).waiting) == 1


@pytest.mark.usefixtures("journal")
def test_an_archive_is_not_unpacked_further_than_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alice = person()
    monkeypatch.setattr(room, "LARGEST", 1000)
    with pytest.raises(Malformed, match="larger than"):
        take_file(alice, archive(**{"a.eml": WORD + bytes(900), "b.eml": WORD}), now=NOW)
    with pytest.raises(Malformed, match="cannot be opened"):
        take_file(alice, BROKEN, now=NOW)
