"""Reading a folder: acts on what sync decides, and hands over what matters in small batches.

Whoever stores a batch stores its messages and its `known` in one transaction; then it does not
matter where a look breaks off: the next one goes on there, and nothing is counted twice.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, pairwise
from typing import assert_never

import msgspec

from afterword.mailbox import runs, sync
from afterword.mailbox.box import MOST_HEADS, Box, Folder, Use
from afterword.mailbox.head import Head
from afterword.mailbox.sync import Known
from afterword.mailbox.trouble import Doubtful

MOST_HELD = 8_000_000  # bytes of messages that a batch holds, give or take one message


class Found(msgspec.Struct, frozen=True):
    """A message that matters; `raw` is nothing if it vanished before it could be fetched."""

    head: Head
    raw: bytes | None


class Batch(msgspec.Struct, frozen=True):
    """What was found, in the order of the folder, and what to remember together with it."""

    found: tuple[Found, ...]
    known: Known


class Reader(msgspec.Struct, frozen=True):
    """What a look goes by: which messages matter, and which were taken in already.

    `already` is asked with a Head's `identity`. `back` is the day to which a first look goes, and
    `slice` the number of heads that are fetched at once; no batch holds more than `most` messages.
    """

    matters: Callable[[Head], bool]
    already: Callable[[str], bool]
    back: date
    slice: int = MOST_HEADS
    most: int = MOST_HEADS

    def read(
        self, box: Box, folder: Folder, known: Known, *, trusted: bool = False
    ) -> Iterator[Batch]:
        """Yield what is new in a folder, batch by batch; at least the last one is always there.

        Raises Doubtful, unless `trusted`, when the folder is suddenly empty; and any other Trouble.
        """
        state = box.state(folder.name, reading=not known.state.validity)
        match sync.decide(known, state, back=self.back, trusted=trusted):
            case sync.Nothing(known=unchanged):
                yield Batch((), unchanged)
            case sync.Doubt(before=before, now=now):
                raise Doubtful(folder.name, before, now)
            case sync.Look() as look:
                yield from self._look(box, folder, look)
            case never:
                assert_never(never)

    def _look(self, box: Box, folder: Folder, look: sync.Look) -> Iterator[Batch]:
        pile, held, highest = [], 0, 0
        taken: set[str] = set()
        for heads, settles in self._slices(box, folder.name, look):
            # All is decided before a message is fetched: meanwhile the next heads are on their way.
            for head in tuple(self._wanted(heads, folder, taken)):
                pile.append(Found(head, box.message(folder.name, head.uid)))
                held += len(pile[-1].raw or b"")
                highest = max(highest, head.uid)
                if held >= MOST_HELD or len(pile) >= self.most:
                    yield Batch(tuple(pile), look.at(highest if settles else 0))
                    pile, held = [], 0
            highest = max((highest, *(head.uid for head in heads)))
            yield Batch(tuple(pile), look.at(highest if settles else 0))
            pile, held = [], 0
        yield Batch((), look.done(highest))

    def _slices(
        self, box: Box, folder: str, look: sync.Look
    ) -> Iterator[tuple[tuple[Head, ...], bool]]:
        """Yield the heads that a look asks for, and whether they move the mark.

        It must never pass what was not looked at, so only a search of all that is above moves it.
        """
        for search in look.searches:
            settles = search.above == look.begun.mark and not search.changed
            slices = runs.slices(box.uids(folder, search), self.slice)
            for uids, then in pairwise(chain(slices, [()])):
                yield box.heads(folder, uids, then), settles

    def _wanted(self, heads: tuple[Head, ...], folder: Folder, taken: set[str]) -> Iterator[Head]:
        """Yield those whose messages to fetch, each once, and note them as taken."""
        for head in heads:
            if self._is_wanted(head, folder, taken):
                taken.add(head.identity)
                yield head

    def _is_wanted(self, head: Head, folder: Folder, taken: set[str]) -> bool:
        """Return whether to fetch a message; a draft is nobody's message yet, ours least of all."""
        if head.draft or folder.use is Use.DRAFTS or not self.matters(head):
            return False
        return head.identity not in taken and not self.already(head.identity)
