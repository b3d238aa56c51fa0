"""What Afterword needs of a mailbox: a Box, and how a folder is spoken of.

A Box never marks as read, never moves, and takes nothing away but drafts of our own. Whatever goes
wrong comes as a `trouble.Trouble`. The uids of a folder mean what they meant when its `state` was
last asked for: if it has been numbered anew since, every other question about it raises Renumbered.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Protocol

import msgspec

from afterword.mailbox.head import Head
from afterword.mailbox.runs import Uids

MOST_HEADS = 400  # a slice: its uids fit into any server's command line, its headers into memory
MOST_BYTES = 5_000_000  # of a message; what stands further down is attachments


class Use(StrEnum):
    """What a folder is for (RFC 6154)."""

    INBOX = "inbox"
    DRAFTS = "drafts"
    SENT = "sent"
    JUNK = "junk"
    TRASH = "trash"
    ARCHIVE = "archive"
    ALL = "all"


class Folder(msgspec.Struct, frozen=True):
    """One folder, by the name that the server knows it under; `use` as the server tells it."""

    name: str
    use: Use | None = None


class State(msgspec.Struct, frozen=True):
    """What a folder says of itself; 0 where the server does not say.

    `validity` is UIDVALIDITY, `next` UIDNEXT, `modseq` HIGHESTMODSEQ (RFC 7162).
    """

    validity: int
    next: int = 0
    count: int = 0
    modseq: int = 0


class Search(msgspec.Struct, frozen=True):
    """Which messages: those for which all of this holds.

    Their uid is greater than `above`; they arrived on or after `since`; they were changed or added
    after the folder's modseq was `changed` (a server may take more for changed than were); they
    have a header `name` that contains `value`.
    """

    above: int = 0
    since: date | None = None
    changed: int = 0
    name: str = ""
    value: str = ""


class Heard(StrEnum):
    """What came of waiting at a folder."""

    NEWS = "news"
    NOTHING = "nothing"
    DEAF = "deaf"
    """The server lets nobody wait (no IDLE, RFC 2177): then it is the caller who asks again."""


def never() -> bool:
    """Return False: a wait that only its time ends."""
    return False


class Box(Protocol):
    """A mailbox."""

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders that can be opened."""

    def state(self, folder: str, *, reading: bool = False) -> State:
        """Return what a folder says of itself now; `reading`: it will be read, whatever it says."""

    def uids(self, folder: str, search: Search) -> Uids:
        """Return the numbers of the messages that a search finds."""

    def heads(
        self, folder: str, uids: tuple[int, ...], then: tuple[int, ...] = ()
    ) -> tuple[Head, ...]:
        """Return the heads of at most `MOST_HEADS` messages, by uid; vanished ones are left out.

        `then` are those that will be asked for next: a box may have their heads fetched meanwhile.
        """

    def message(self, folder: str, uid: int) -> bytes | None:
        """Return the first `MOST_BYTES` of a message, or nothing if it is gone."""

    def append(self, folder: str, message: bytes, *, draft: bool) -> int:
        """Add a message, marked as read and, if so wanted, as a draft; return its uid.

        0 where the server does not tell it (RFC 4315 not offered).
        """

    def remove(self, folder: str, uid: int, step: str) -> bool:
        """Take away a draft of ours for a step; return whether it is gone.

        Looks at the message first: one without our header for that step stays where it is.
        """

    def wait(
        self, folder: str, known: State, seconds: float, until: Callable[[], bool] = never
    ) -> Heard:
        """Return whether a folder has news against a known state; wait for them if it has none.

        No longer than `seconds`, and than about a second once `until` says that it is enough.
        """

    def close(self) -> None:
        """Let go of the mailbox; never raises."""
