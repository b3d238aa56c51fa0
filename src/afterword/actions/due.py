"""What is due: the opportunities whose plan has changed by itself, found by the index."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.db.models import Q

from afterword.accounts.models import User
from afterword.actions.planning import look_again, plan_of
from afterword.etiquette.plan import Plan
from afterword.journal import models
from afterword.journal.held import Held, Part, held

BATCH = 25
"""Opportunities that are written at once: a person who saves something waits for no more."""


class Due(msgspec.Struct, frozen=True):
    """An opportunity whose plan changed at `since`: whose it is, and the plan as it is now."""

    owner: int
    opportunity: str
    since: datetime
    plan: Plan


class Stuck(Exception):
    """Opportunities that cannot be planned, while all others were."""

    def __init__(self, number: int, uid: str, error: Exception) -> None:
        """Say how many, with the first and what is wrong with it."""
        super().__init__(f"{number} could not be planned, {uid} for one ({error})")


def due(*, now: datetime, limit: int = 100) -> tuple[Due, ...]:
    """Return what is due among everybody's opportunities, the longest due first."""
    return tuple(
        Due(row.owner_id, row.uid, row.look_again, plan_of(books[row.pk], now))
        for batch in _batches(now, limit)
        for books in [_books(batch)]
        for row in batch
        if row.look_again and row.pk in books
    )


def look(*, now: datetime) -> int:
    """Look again at all that is due, the longest due first; return at how many opportunities.

    One that cannot be planned stays due and keeps no other from its turn. Raises Stuck in the end
    where there was any.
    """
    stuck: list[tuple[str, Exception]] = []
    number = 0
    for batch in _batches(now):
        number += len(batch)
        stuck += _refreshed(batch, now)
    if stuck:
        raise Stuck(len(stuck), *stuck[0]) from stuck[0][1]
    return number


def _batches(now: datetime, limit: int | None = None) -> Iterator[list[models.Opportunity]]:
    """Yield what is due, each batch behind the last, so that what stays due comes but once."""
    due_by = models.Opportunity.objects.filter(look_again__lte=now).select_related("owner")
    behind, left = Q(), limit if limit is not None else sys.maxsize
    while batch := list(due_by.filter(behind).order_by("look_again", "pk")[: min(left, BATCH)]):
        at, number = batch[-1].look_again, batch[-1].pk
        behind = Q(look_again__gte=at) & ~Q(look_again=at, pk__lte=number)
        left -= len(batch)
        yield batch


def _books(batch: Iterable[models.Opportunity]) -> dict[int, Held]:
    """Return some opportunities as they are held, by their numbers, read owner by owner."""
    mine: dict[User, set[int]] = defaultdict(set)
    for row in batch:
        mine[row.owner].add(row.pk)
    return {
        book.opportunity.pk: book
        for owner, numbers in mine.items()
        for book in held(owner, Part(some=frozenset(numbers)))
    }


@transaction.atomic
def _refreshed(batch: Sequence[models.Opportunity], now: datetime) -> list[tuple[str, Exception]]:
    """Work out anew when to look at some opportunities again; return those that cannot be planned.

    Read and written in one transaction, so that nothing written meanwhile is overlooked.
    """
    books = _books(batch)
    done: list[models.Opportunity] = []
    stuck: list[tuple[str, Exception]] = []
    for row in batch:
        try:
            _note(row, books.get(row.pk), now)
        except (ValueError, LookupError, TypeError) as error:  # msgspec's are among them
            stuck.append((row.uid, error))
        else:
            done.append(row)
    models.Opportunity.objects.bulk_update(done, ["looked", "look_again"])
    return stuck


@transaction.atomic
def looked(one: Due, *, now: datetime) -> None:
    """Note that something due was looked at, so that it is due again when it next changes."""
    row = models.Opportunity.objects.get(owner=one.owner, uid=one.opportunity)
    refresh(row, now)


def rebuild(*, now: datetime) -> int:
    """Work out anew when each opportunity has to be looked at; return how many there are."""
    rows = models.Opportunity.objects.select_related("owner").order_by("pk")
    number, last = 0, 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        _refreshed(batch, now)
        number, last = number + len(batch), batch[-1].pk
    return number


def refresh(row: models.Opportunity, now: datetime) -> None:
    """Work out anew when one opportunity has to be looked at."""
    _note(row, _books([row]).get(row.pk), now)
    row.save(update_fields=["looked", "look_again"])


def derived(row: models.Opportunity, now: datetime) -> datetime | None:
    """Return when an opportunity has to be looked at again, seen from `now`."""
    book = _books([row]).get(row.pk)
    return look_again(book, now) if book else None


def _note(row: models.Opportunity, book: Held | None, now: datetime) -> None:
    """Write on a row when to look again; never, where the opportunity was taken out."""
    row.looked, row.look_again = now, look_again(book, now) if book else None
