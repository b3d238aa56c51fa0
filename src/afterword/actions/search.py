"""Words looked for in everything that a candidate wrote down."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

import msgspec

from afterword.accounts.models import User
from afterword.journal import models
from afterword.journal.held import current

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
    people = _told(models.Person, owner, "name", "key", "role")
    notes = _told(models.Note, owner, "text")
    drafts = _told(models.Draft, owner, "subject", "text")
    rows = current(models.Facts, owner).order_by("opportunity")
    told = rows.values_list("opportunity_id", "opportunity__uid", "employer", "role")
    for number, uid, employer, role in told:
        yield Hit(uid, employer, "opportunity", f"{employer} {role}".strip())
        for name, key, place in people[number]:
            yield Hit(uid, employer, "person", f"{name or key} {place}")
        for (text,) in notes[number]:
            yield Hit(uid, employer, "note", text)
        for subject, text in drafts[number]:
            yield Hit(uid, employer, "draft", f"{subject} {text}".strip())


def _told(
    model: type[models.Row], owner: User, *fields: str
) -> Mapping[int, list[tuple[str, ...]]]:
    """Return columns of the rows that count, by the number of their opportunity."""
    found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for number, *values in current(model, owner).values_list("opportunity_id", *fields):
        found[number].append(tuple(values))
    return found


def _has(hit: Hit, words: list[str]) -> bool:
    said = hit.said.casefold()
    return all(word in said for word in words)
