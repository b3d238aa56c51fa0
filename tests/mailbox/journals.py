"""Stands in for the journal: stores what a look found as an action does, each batch at once."""

from collections.abc import Iterator
from datetime import date

from afterword.mailbox.box import Box, Folder, Use
from afterword.mailbox.interest import Interest
from afterword.mailbox.reading import Batch, Found, Reader
from afterword.mailbox.sync import Known

BACK = date(2026, 2, 1)
INBOX = Folder("INBOX", Use.INBOX)
HUNT = Interest(domains=frozenset({"initech.example"}))


class Notebook:
    """What is remembered: of each folder, and of each message that mattered."""

    def __init__(self, interest: Interest = HUNT, slice: int = 400) -> None:  # noqa: A002  as in Reader
        self.interest = interest
        self.slice = slice
        self.known: dict[str, Known] = {}
        self.found: list[Found] = []

    @property
    def identities(self) -> list[str]:
        return [one.head.identity for one in self.found]

    @property
    def subjects(self) -> list[str]:
        return [one.head.subject for one in self.found]

    def look(self, box: Box, folder: Folder = INBOX, *, trusted: bool = False) -> None:
        """Look once, as far as it goes."""
        for batch in self.batches(box, folder, trusted=trusted):
            self.store(folder, batch)

    def batches(
        self, box: Box, folder: Folder = INBOX, *, trusted: bool = False
    ) -> Iterator[Batch]:
        """Yield what a look hands over, and store none of it."""
        taken = set(self.identities)
        reader = Reader(self.interest.matters, taken.__contains__, BACK, self.slice)
        return reader.read(box, folder, self.known.get(folder.name, Known()), trusted=trusted)

    def store(self, folder: Folder, batch: Batch) -> None:
        """Write a batch down: all of it, or the program has died before."""
        self.found += batch.found
        self.known[folder.name] = batch.known
