"""Words looked for in everything that a candidate wrote down."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from afterword.accounts.models import User
from afterword.journal.held import Held, held

LIMIT = 20


class Hit(msgspec.Struct, frozen=True):
    """Where something was found: in which opportunity, in what, and the text around it."""

    opportunity: str
    employer: str
    where: str
    said: str


def search(owner: User, text: str, *, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Return where every word of a text occurs, capitals or not."""
    words = text.casefold().split()
    hits = (hit for book in held(owner) for hit in _hits(book) if words and _has(hit, words))
    return tuple(islice(hits, limit))


def _hits(book: Held) -> Iterator[Hit]:
    uid, facts = book.uid, book.facts
    yield Hit(uid, facts.employer, "opportunity", f"{facts.employer} {facts.role}".strip())
    for person in book.people:
        yield Hit(uid, facts.employer, "person", f"{person.name or person.key} {person.role}")
    for note in book.notes:
        yield Hit(uid, facts.employer, "note", note.text)
    for draft in book.drafts:
        yield Hit(uid, facts.employer, "draft", f"{draft.subject} {draft.text}".strip())


def _has(hit: Hit, words: list[str]) -> bool:
    said = hit.said.casefold()
    return all(word in said for word in words)
