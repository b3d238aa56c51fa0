"""Messages from files: single ones, folders, Maildir and mbox, one after the other.

However large a mailbox is, one message of it is held at a time.
"""

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

LARGEST = 64 * 1024 * 1024  # of one message; what follows is left out
SEPARATOR = b"From "
READ = 64 * 1024
MAILDIR = ("cur", "new")


class Found(msgspec.Struct, frozen=True):
    """A message as it was found: its path, with "#" and its number in an mbox, and its bytes."""

    path: str
    raw: bytes


class Unreadable(msgspec.Struct, frozen=True):
    """A path that could not be read, and why, in the words of the system."""

    path: str
    why: str


def messages(paths: Iterable[str]) -> Iterator[Found | Unreadable]:
    """Yield the messages in files and folders, in order; of a Maildir, what was delivered."""
    for path in paths:
        for name in _files(path):
            try:
                with open(name, "rb") as file:  # noqa: PTH123  paths are plain text in this room
                    yield from split(name, file)
            except OSError as error:
                yield Unreadable(name, error.strerror or "it cannot be read")


def split(path: str, file: BinaryIO) -> Iterator[Found]:
    """Yield the messages of an open file: of an mbox all, else the one that it is."""
    first = file.readline(READ)
    if not first.startswith(SEPARATOR):
        yield Found(path, first + file.read(LARGEST))
        return
    for number, raw in enumerate(_mbox(file), 1):
        yield Found(f"{path}#{number}", raw)


def _mbox(file: BinaryIO) -> Iterator[bytes]:
    """Yield the messages of an mbox behind its first separator; lines quoted as >From are kept so.

    A separator stands at the start of a line behind an empty one.
    """
    lines: list[bytes] = []
    size, empty = 0, False
    for line in iter(lambda: file.readline(READ), b""):
        if empty and line.startswith(SEPARATOR):
            yield b"".join(lines)
            lines, size = [], 0
        elif size < LARGEST:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        empty = line in {b"\n", b"\r\n"}
    yield b"".join(lines)


def _files(path: str) -> Iterator[str]:
    """Yield a path, or the files in it; hidden and a Maildir's unfinished ones are no mail."""
    if not os.path.isdir(path):  # noqa: PTH112  see above
        yield path
        return
    inside = sorted(os.listdir(path))  # noqa: PTH208  see above
    boxes = [name for name in MAILDIR if name in inside]
    for name in boxes or inside:
        if not name.startswith(".") or boxes:
            yield from _files(f"{path}/{name}")
