"""A mailbox in memory: for trying Afterword out, for tests, and as the base of invented faults.

It keeps the same contract as a real server (tests/mailbox/test_box.py).
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import msgspec

from afterword.mailbox import runs
from afterword.mailbox.box import MOST_BYTES, Folder, Heard, Search, State, Use, never
from afterword.mailbox.head import FIELDS, STEP, Head, fields
from afterword.mailbox.runs import Uids
from afterword.mailbox.trouble import NoFolder, Renumbered

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
WANTED = frozenset(name.lower() for name in FIELDS)


class Kept(msgspec.Struct, frozen=True):
    """A message as the server keeps it."""

    raw: bytes
    draft: bool
    arrived: datetime
    modseq: int

    @property
    def fields(self) -> dict[str, str]:
        """Return its headers, raw, by lower-case name."""
        head, _, _ = self.raw.replace(b"\r\n", b"\n").partition(b"\n\n")
        return fields(head)


class Shelf(msgspec.Struct):
    """A folder as the server keeps it."""

    use: Use | None = None
    validity: int = 1
    next: int = 1
    modseq: int = 1
    messages: dict[int, Kept] = {}

    def add(self, raw: bytes, *, arrived: datetime = LONG_AGO, draft: bool = False) -> int:
        """Take a message in and return its uid."""
        uid = self.next
        self.next += 1
        self.modseq += 1
        self.messages[uid] = Kept(raw, draft, arrived, self.modseq)
        return uid

    def drop(self, uid: int) -> None:
        """Take a message away, as its owner may at any time."""
        if self.messages.pop(uid, None):
            self.modseq += 1

    def renumber(self, first: int = 1) -> None:
        """Number all messages anew, as a server does after a restore."""
        kept = list(self.messages.values())
        self.validity += 1
        self.messages = dict(enumerate(kept, start=first))
        self.next = first + len(kept)


class Memory:
    """What a server keeps: its folders, by name; `condstore`: whether it tells modseqs."""

    def __init__(self, *, condstore: bool = True) -> None:
        """Begin with the folders that nearly every mailbox has, all empty."""
        self.condstore = condstore
        self.shelves = {
            "INBOX": Shelf(Use.INBOX),
            "Drafts": Shelf(Use.DRAFTS),
            "Sent": Shelf(Use.SENT),
        }

    def make(self, folder: str, use: Use | None = None) -> Shelf:
        """Return a new folder, empty."""
        self.shelves[folder] = Shelf(use)
        return self.shelves[folder]

    def __getitem__(self, folder: str) -> Shelf:
        """Return a folder; raises NoFolder."""
        try:
            return self.shelves[folder]
        except KeyError:
            raise NoFolder(folder) from None


class MemoryBox:
    """One connection to a Memory."""

    def __init__(self, memory: Memory) -> None:
        """Connect."""
        self._memory = memory
        self._told: dict[str, int] = {}

    def folders(self) -> tuple[Folder, ...]:
        """Return what there is, all of it open to us."""
        return tuple(Folder(name, shelf.use) for name, shelf in self._memory.shelves.items())

    def state(self, folder: str, *, reading: bool = False) -> State:
        """Return what a folder says of itself now."""
        del reading
        shelf = self._memory[folder]
        self._told[folder] = shelf.validity
        modseq = shelf.modseq if self._memory.condstore else 0
        return State(shelf.validity, shelf.next, len(shelf.messages), modseq)

    def uids(self, folder: str, search: Search) -> Uids:
        """Return the numbers of the messages that a search finds."""
        kept = self._shelf(folder).messages
        return runs.of(uid for uid, one in kept.items() if _is_found(uid, one, search))

    def heads(
        self, folder: str, uids: tuple[int, ...], then: tuple[int, ...] = ()
    ) -> tuple[Head, ...]:
        """Return the heads of messages that are still there."""
        del then
        return tuple(self._heads(folder, uids))

    def _heads(self, folder: str, uids: tuple[int, ...]) -> Iterator[Head]:
        kept = self._shelf(folder).messages
        for uid in sorted(uids):
            if one := kept.get(uid):
                told = {name: value for name, value in one.fields.items() if name in WANTED}
                yield Head(uid, len(one.raw), one.arrived, one.draft, told)

    def message(self, folder: str, uid: int) -> bytes | None:
        """Return the beginning of a message, or nothing if it is gone."""
        one = self._shelf(folder).messages.get(uid)
        return one.raw[:MOST_BYTES] if one else None

    def append(self, folder: str, message: bytes, *, draft: bool) -> int:
        """Add a message and return its uid."""
        return self._memory[folder].add(message, draft=draft)

    def remove(self, folder: str, uid: int, step: str) -> bool:
        """Take away a draft of ours for a step; return whether it is gone."""
        shelf = self._shelf(folder)
        one = shelf.messages.get(uid)
        if one and (not step or one.fields.get(STEP.lower()) != step):
            return False
        shelf.drop(uid)
        return True

    def wait(
        self, folder: str, known: State, seconds: float, until: Callable[[], bool] = never
    ) -> Heard:
        """Return at once whether a folder has news: nobody can wait at what is only in memory."""
        del seconds, until
        return Heard.NEWS if self.state(folder) != known else Heard.DEAF

    def close(self) -> None:
        """Let go."""

    def _shelf(self, folder: str) -> Shelf:
        shelf = self._memory[folder]
        if self._told.setdefault(folder, shelf.validity) != shelf.validity:
            raise Renumbered(folder)
        return shelf


def _is_found(uid: int, one: Kept, search: Search) -> bool:
    if uid <= search.above or one.modseq <= search.changed:
        return False
    if search.since and one.arrived.date() < search.since:
        return False
    value = one.fields.get(search.name.lower(), "")
    return not search.name or search.value.lower() in value.lower()
