"""What is due among ten thousand opportunities, and among a million: as fast, if as many are."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection

from afterword.accounts.models import User
from afterword.actions.due import due
from bench.cases import Row, best

FEW, MANY, DUE, BLOCK = 10_000, 1_000_000, 100, 10_000
ADD = "INSERT INTO journal_opportunity (owner_id, uid, looked, look_again) VALUES (%s, %s, %s, %s)"


def rows(owner: User, *, now: datetime, scale: int) -> Iterator[Row]:
    """Yield the milliseconds to find and plan a hundred that are due, among few and among many."""
    owner.opportunities.update(look_again=now + timedelta(days=400))
    first = owner.opportunities.order_by("pk").values_list("pk", flat=True)[:DUE]
    owner.opportunities.filter(pk__in=list(first)).update(look_again=now - timedelta(minutes=1))
    known = []
    for total in (FEW, MANY // scale):
        _fill(owner, total, now)
        seconds = best(lambda: due(now=now, limit=DUE))
        known.append(seconds)
        yield f"{DUE} due among {total:,} found and planned", f"{seconds * 1e3:.1f} ms", ""
    ratio = f"{known[1] / known[0]:.2f} ×"
    yield "the larger against the smaller", ratio, "1 ×: what is due counts, not the total"


def _fill(owner: User, total: int, now: datetime) -> None:
    """Add opportunities that are not due, spread over a year, until there are so many."""
    have = owner.opportunities.count()
    year = 365 * 24 * 60
    with connection.cursor() as cursor:
        for begin in range(have, total, BLOCK):
            cursor.executemany(
                ADD,
                [
                    (owner.pk, f"more-{number}", now, now + timedelta(minutes=1 + number % year))
                    for number in range(begin, min(total, begin + BLOCK))
                ],
            )
