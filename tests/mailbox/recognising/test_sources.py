"""Messages from files: single ones, folders, Maildir and mbox."""

import io
from pathlib import Path

from afterword.mailbox.recognising import sources
from afterword.mailbox.recognising.sources import Found, Unreadable

ONE = b"From: a@x.example\nSubject: one\n\nhello\n"
TWO = b"From: b@x.example\nSubject: two\n\n>From me\nhello\n"
MBOX = b"From - Tue\n" + ONE + b"\nFrom - Tue\n" + TWO


def found(*paths: Path) -> list[Found | Unreadable]:
    """Return what is found under paths."""
    return list(sources.messages(str(path) for path in paths))


def raw(one: Found | Unreadable) -> bytes:
    """Return the bytes of a message that was found."""
    assert isinstance(one, Found)
    return one.raw


def test_a_file_is_a_message(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(ONE)
    assert found(path) == [Found(str(path), ONE)]


def test_an_mbox_is_its_messages_numbered_from_one(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes(MBOX)
    assert [one.path for one in found(path)] == [f"{path}#1", f"{path}#2"]
    assert raw(found(path)[0]).strip() == ONE.strip()


def test_lines_that_an_mbox_quoted_are_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "box"
    path.write_bytes(MBOX)
    assert b"\n\nFrom me\nhello" in raw(found(path)[1])


def test_from_in_the_middle_of_a_paragraph_begins_no_message() -> None:
    box = b"From - Tue\n" + ONE + b"line\nFrom here on it goes uphill.\n"
    assert len(list(sources.split("box", io.BytesIO(box)))) == 1


def test_dos_mailboxes_are_split_as_well() -> None:
    assert len(list(sources.split("box", io.BytesIO(MBOX.replace(b"\n", b"\r\n"))))) == 2


def test_a_folder_is_read_in_order_with_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.eml").write_bytes(ONE)
    (tmp_path / "a.eml").write_bytes(ONE)
    (tmp_path / ".hidden").write_bytes(ONE)
    assert [Path(one.path).name for one in found(tmp_path)] == ["a.eml", "two.eml"]


def test_of_a_maildir_what_was_delivered_is_read(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"1.{name}").write_bytes(ONE)
    (tmp_path / "dovecot-uidlist").write_bytes(b"3 V1 N2")
    assert [Path(one.path).name for one in found(tmp_path)] == ["1.cur", "1.new"]


def test_a_path_that_is_not_there_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(ONE)
    missing, there = found(tmp_path / "nothing", path)
    assert isinstance(missing, Unreadable)
    assert missing.why == "No such file or directory"
    assert raw(there) == ONE


def test_an_empty_file_is_an_empty_message() -> None:
    assert list(sources.split("-", io.BytesIO(b""))) == [Found("-", b"")]


class Endless(io.BytesIO):
    """An mbox of many messages that is never in memory as a whole."""

    def __init__(self, messages: int) -> None:
        super().__init__()
        self.left = messages
        self.waiting: list[bytes] = []
        self.begun = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line, and count the messages that were begun."""
        del size
        if not self.waiting and self.left:
            self.left -= 1
            self.begun += 1
            self.waiting = [b"From - Tue\n", *ONE.splitlines(keepends=True), b"\n"]
        return self.waiting.pop(0) if self.waiting else b""


def test_however_large_an_mbox_is_one_message_is_held_at_a_time() -> None:
    file = Endless(1_000)
    for number, _ in enumerate(sources.split("box", file), start=1):
        assert file.begun <= number + 1
    assert file.begun == 1_000
