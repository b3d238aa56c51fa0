"""Words looked for in everything that a candidate wrote down."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from afterword.accounts.models import User
from afterword.journal import models
from afterword.journal.held import by_opportunity, current

LIMIT = 20


class Hit(msgspec.Struct, frozen=True):
    """Where something was found: in which opportunity, in what, and the text around it."""

    opportunity: str
    employer: str
    where: str
    said: str


def search(owner: User, text: str, *, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Return where every word of a text occurs, capitals or not, in four queries."""
    words = text.casefold().split()
    hits = (hit for hit in _hits(owner) if words and _has(hit, words))
    return tuple(islice(hits, limit))


def _hits(owner: User) -> Iterator[Hit]:
    """Yield all that can be found, opportunity by opportunity; events hold no words of theirs."""
    people = by_opportunity(current(models.Person, owner))
    notes = by_opportunity(current(models.Note, owner))
    drafts = by_opportunity(current(models.Draft, owner))
    for facts in current(models.Facts, owner).select_related("opportunity").order_by("opportunity"):
        number, uid, employer = facts.opportunity_id, facts.opportunity.uid, facts.employer
        yield Hit(uid, employer, "opportunity", f"{employer} {facts.role}".strip())
        for person in people[number]:
            yield Hit(uid, employer, "person", f"{person.name or person.key} {person.role}")
        for note in notes[number]:
            yield Hit(uid, employer, "note", note.text)
        for draft in drafts[number]:
            yield Hit(uid, employer, "draft", f"{draft.subject} {draft.text}".strip())


def _has(hit: Hit, words: list[str]) -> bool:
    said = hit.said.casefold()
    return all(word in said for word in words)
