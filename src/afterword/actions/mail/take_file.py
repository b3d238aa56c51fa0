"""Mail from a file: one message, an mbox, or an archive of them, taken in one after the other."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.mail.take_message import Became, Keep, Taken, take
from afterword.actions.tables.unpacking import ARCHIVE, refuse, refuse_a_long_list
from afterword.mailbox import head
from afterword.mailbox.recognising import headers, sources

LARGEST = 64 * 1024 * 1024  # bytes of all messages of an archive, unpacked
SEPARATOR = b"From "
# What begins a message: a field, and among the first ones such as no table and no situation has.
FIELD = re.compile(rb"[!-9;-~]+:[ \t]?")
TELLING = frozenset(
    {"from", "received", "return-path", "delivered-to", "message-id", "mime-version", "date"}
)
ENDINGS = frozenset({".eml", ".mbox"})
DELIVERED = frozenset({"cur", "new"})  # the folders of a Maildir
# RuntimeError is how zipfile says that a password is needed.
UNREADABLE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError)
HEAD = 64 * 1024
EARLIEST = datetime.min.replace(tzinfo=UTC)


class Came(msgspec.Struct, frozen=True):
    """What came of a file; `taken` are the messages that are, or would be, kept, oldest first.

    `known` counts those that were here already, `others` those that are about something else.
    """

    taken: tuple[Taken, ...]
    known: int
    others: int
    written: bool


def is_mail(content: bytes) -> bool:
    """Return whether a file holds messages: one, an mbox, or an archive with any in it."""
    if content.startswith(ARCHIVE):
        try:
            return bool(_entries(content))
        except UNREADABLE:
            return False
    return begins_as_mail(content)


def begins_as_mail(content: bytes) -> bool:
    """Return whether a file is a message or an mbox, by how it begins."""
    start = content[:HEAD].lstrip(b"\xef\xbb\xbf\r\n")
    if start.startswith(SEPARATOR):
        return True
    return bool(FIELD.match(start)) and bool(TELLING & set(head.fields(_head(start))))


def take_file(owner: User, content: bytes, *, now: datetime, write: bool = True) -> Came:
    """Take in the messages of a file; without `write`, say what would come, and write nothing.

    Raises Malformed for an archive that cannot be read.
    """
    return take_all(owner, sorted(_messages(content), key=_age), now=now, write=write)


@transaction.atomic
def take_all(owner: User, raws: Iterable[bytes], *, now: datetime, write: bool = True) -> Came:
    """Take in messages in their order; a single one the candidate pointed at, so it is kept."""
    kept: list[Taken] = []
    known = others = 0
    waiting = iter(raws)
    first = [raw for _, raw in zip(range(2), waiting, strict=False)]
    keep = Keep.ANYHOW if len(first) == 1 else Keep.LIKELY
    for raw in (*first, *waiting):
        one = take(owner, raw, now=now, keep=keep)
        known += one.became is Became.KNOWN
        others += one.became is Became.NONE_OF_OURS
        if one.became is Became.NEW:
            kept.append(one)
    if not write:
        transaction.set_rollback(True)
    return Came(tuple(kept), known, others, write)


def _messages(content: bytes) -> Iterator[bytes]:
    for part in _opened(content):
        for found in sources.split("", io.BytesIO(part)):
            yield found.raw


def _opened(content: bytes) -> Iterator[bytes]:
    """Yield the files of mail in an archive, or a file as it is; raises Malformed."""
    if not content.startswith(ARCHIVE):
        yield content
        return
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for one in _entries(content):
                # What the list says of a size may be a lie: no byte more is read than may be.
                with archive.open(one) as file:
                    part = file.read(left + 1)
                left -= len(part)
                if left < 0:
                    refuse("this archive is larger than 64 MB unpacked: take it in in parts")
                yield part
    except UNREADABLE as error:
        refuse(f"this archive cannot be opened: {error}")


def _entries(content: bytes) -> list[str]:
    """Return the names of what is mail in an archive."""
    refuse_a_long_list(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sorted(name for name in archive.namelist() if _is_named_mail(name))


def _is_named_mail(name: str) -> bool:
    path = PurePosixPath(name)
    if name.endswith("/") or path.name.startswith(".") or "__MACOSX" in path.parts:
        return False
    return path.suffix.lower() in ENDINGS or path.parent.name in DELIVERED


def _head(raw: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n", raw[:HEAD], maxsplit=1)[0]


def _age(raw: bytes) -> datetime:
    """Return when a message says that it was written; one that does not say stands first."""
    told = headers.moment(head.fields(_head(raw)).get("date", ""))
    try:
        return told.astimezone(UTC) if told else EARLIEST
    except OverflowError:
        return EARLIEST
