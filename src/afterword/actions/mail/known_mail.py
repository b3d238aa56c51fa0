"""What is known of a hunt when mail is matched: addresses, threads, and what was put right.

It is asked for before every message of a long look back, and each of them may have written
something: so what no message changes is read only when the candidate changed it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

import msgspec
from django.db.models import Min, QuerySet

from afterword.accounts.models import User
from afterword.actions.memo import Memo
from afterword.etiquette.moment import Moment, zone_of
from afterword.journal import mail, models
from afterword.journal.held import Held, current
from afterword.mailbox.recognising.matching import Acquaintance, Known

Kind = TypeVar("Kind", bound=models.Kept)
KEPT = 64
BEFORE = timedelta(days=90)
"""What was written so long before an opportunity began belongs to something earlier."""


class Book(msgspec.Struct, frozen=True):
    """One opportunity as mail sees it; `since`: what is older is none of it."""

    known: Known
    since: datetime | None = None


class Learned(msgspec.Struct, frozen=True):
    """The Message-IDs of each opportunity's mail, and the addresses that were put right."""

    threads: Mapping[str, frozenset[str]]
    taught: Mapping[str, frozenset[str]]


_books: Memo[int, tuple[Hashable, tuple[Book, ...]]] = Memo(KEPT)
_learned: Memo[int, tuple[Hashable, Learned]] = Memo(KEPT)


def known(owner: User) -> tuple[Known, ...]:
    """Return what is known of each opportunity, oldest first."""
    return tuple(_known(owner, books(owner)))


def known_at(owner: User, sent: datetime) -> tuple[Known, ...]:
    """Return what a message written at `sent` can belong to."""
    begun = (one for one in books(owner) if one.since is None or one.since <= sent)
    return tuple(_known(owner, begun))


def books(owner: User) -> tuple[Book, ...]:
    """Return each opportunity as mail sees it, but for what mail itself tells."""
    own = models.Event.objects.filter(owner=owner, message="")
    facts, people = models.Facts.objects, models.Person.objects
    written = _last(own), _last(facts.filter(owner=owner)), _last(people.filter(owner=owner))
    kept = _books.found(owner.pk, lambda one: one[0] == written)
    if kept is None:
        kept = written, tuple(_books_of(owner))
        _books.keep(owner.pk, kept)
    return kept[1]


def addresses(book: Held) -> dict[str, str]:
    """Return the keys of the people of an opportunity by their addresses."""
    return dict(_addressed(book.people))


def _known(owner: User, found: Iterable[Book]) -> Iterator[Known]:
    learned = _learned_of(owner)
    for book in found:
        uid = book.known.id
        thread, taught = learned.threads.get(uid), learned.taught.get(uid)
        if thread or taught:
            more = {"thread": thread or frozenset(), "taught": taught or frozenset()}
            yield msgspec.structs.replace(book.known, **more)
        else:
            yield book.known


def _learned_of(owner: User) -> Learned:
    messages, taught = models.Message.objects, models.Taught.objects
    written = _last(messages.filter(owner=owner)), _last(taught.filter(owner=owner))
    kept = _learned.found(owner.pk, lambda one: one[0] == written)
    if kept is None:
        kept = written, _read(owner)
        _learned.keep(owner.pk, kept)
    return kept[1]


def _read(owner: User) -> Learned:
    threads: dict[str, set[str]] = defaultdict(set)
    rows = mail.messages(owner).exclude(opportunity="")
    for uid, message_id, thread in rows.values_list("opportunity", "message_id", "thread"):
        threads[uid].update(one for one in (message_id, *thread) if one)
    taught: dict[str, set[str]] = defaultdict(set)
    for uid, address in mail.taught(owner).values_list("opportunity", "address"):
        taught[uid].add(address)
    return Learned(_frozen(threads), _frozen(taught))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {uid: frozenset(those) for uid, those in found.items()}


def _books_of(owner: User) -> Iterator[Book]:
    people: dict[int, list[models.Person]] = defaultdict(list)
    for person in current(models.Person, owner).select_related(None):
        people[person.opportunity_id].append(person)
    own = current(models.Event, owner).filter(message="").order_by()
    began = dict(own.values_list("opportunity").annotate(Min("on")))
    facts = current(models.Facts, owner).select_related(None).select_related("opportunity")
    for row in facts.order_by("opportunity"):
        everybody = _addressed(people[row.opportunity_id])
        yield Book(
            Known(
                id=row.opportunity.uid,
                employer=row.employer,
                role=row.role,
                people=tuple(Acquaintance(key, (email,)) for email, key in everybody),
            ),
            _since(began.get(row.opportunity_id), row.timezone),
        )


def _addressed(people: Iterable[models.Person]) -> list[tuple[str, str]]:
    return [
        (person.email.strip().lower(), person.key)
        for person in people
        if isinstance(person.email, str)
    ]


def _since(began: str | None, timezone: str) -> datetime | None:
    return Moment.parse(began).at(zone_of(timezone)) - BEFORE if began else None


def _last(rows: QuerySet[Kind]) -> str:
    """Return the name of the row that was written last: no other journal has one of that name."""
    return rows.order_by("-pk").values_list("uid", flat=True).first() or ""
