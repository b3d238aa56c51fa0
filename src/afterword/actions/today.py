"""Today: what to do, what to leave alone, what comes this week, and what changed meanwhile."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

import msgspec

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.away import Away, away
from afterword.actions.items import Alone, Item, alone, items
from afterword.actions.planning import plan_of
from afterword.actions.values import IMPORTED, Decision, StepKey
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.plan import NUMBERS, Plan
from afterword.etiquette.vocabulary import Act
from afterword.journal.held import Held, held
from afterword.journal.models import Choice, Event

MOST, MOST_ALONE, WEEK = 4, 2, timedelta(days=7)
STIRRING = timedelta(days=30)
DECIDED = {
    Decision.NOT_THIS_TIME: "not this time",
    Decision.LATER: "later",
    Decision.DID_IT: "done",
}


class Done(msgspec.Struct, frozen=True):
    """Something that was done or decided today; `change` undoes it."""

    opportunity: str
    employer: str
    role: str
    change: str
    said: str
    at: datetime


class Today(msgspec.Struct, frozen=True):
    """Everything on the page that opens first.

    `do` holds at most four; `more` says how many others are open, which lead `later`. `next` is
    what comes after this week.
    """

    sentence: str
    now: datetime
    do: tuple[Item, ...] = ()
    more: int = 0
    alone: tuple[Alone, ...] = ()
    later: tuple[Item, ...] = ()
    done: tuple[Done, ...] = ()
    away: Away | None = None
    next: Item | None = None
    empty: bool = False


def today(owner: User, *, now: datetime, visit: bool = False) -> Today:
    """Return what Today shows at `now`, by the candidate's clock; with `visit`, note the visit."""
    books = held(owner)
    plans = [(book, plan_of(book, now)) for book in books]
    entries = [item for book, planned in plans for item in items(book, planned, now)]
    ready = sorted((item for item in entries if item.open), key=_bound)
    waiting = sorted((item for item in entries if not item.open), key=_opening)
    soon = [item for item in waiting if _opening(item) <= (now + WEEK).timestamp()]
    left = tuple(one for book, planned in plans for one in _restraints(book, planned, now))
    seen = away(plans, owner.visited, now) if owner.visited else None
    if visit:
        owner.visited = now
        owner.save(update_fields=["visited"])
    return Today(
        sentence=_sentence(ready, left, waiting),
        now=now,
        do=tuple(ready[:MOST]),
        more=len(ready[MOST:]),
        alone=tuple(sorted(left, key=_ending)),
        later=(*ready[MOST:], *soon),
        done=tuple(_done(books, now)),
        away=seen,
        next=next((item for item in waiting if item not in soon), None),
        empty=not books,
    )


def _bound(item: Item) -> float:
    window = item.step.window
    return _stamp(window.best_by or window.too_late_after)


def _opening(item: Item) -> float:
    return _stamp(item.opens)


def _ending(one: Alone) -> float:
    return _stamp(one.until)


def _stamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else float("inf")


def _restraints(book: Held, planned: Plan, now: datetime) -> Iterator[Alone]:
    """Yield what to leave alone where anything is going on; the rest is on the opportunity's page.

    What is over and silent sinks by itself.
    """
    zone = zone_of(book.facts.timezone)
    stirs = any(now - Moment.parse(row.on).at(zone) <= STIRRING for row in book.events)
    if stirs or any(one.until for one in planned.restraints):
        yield from islice(alone(book, planned), MOST_ALONE)


def _done(books: Sequence[Held], now: datetime) -> Iterator[Done]:
    """Yield what was done or decided today, by the candidate's calendar."""
    for book in books:
        told: dict[str, Done] = {}
        rows: list[Event | Choice] = [row for row in book.events if row.kind == "sent"]
        for row in [*rows, *book.choices]:
            made = row.change.made.astimezone(now.tzinfo)
            if made.date() == now.date() and row.change.verb != IMPORTED:
                done = Done(
                    opportunity=book.uid,
                    employer=book.facts.employer,
                    role=book.facts.role,
                    change=row.change.batch,
                    said=_told(row, book),
                    at=made,
                )
                told.setdefault(row.change.batch, done)
        yield from told.values()


def _told(row: Event | Choice, book: Held) -> str:
    names = {person.key: person.name or person.key for person in book.people}
    if isinstance(row, Choice):
        key = StepKey.parse(row.step)
        decided = DECIDED[Decision(row.decision)]
        return f"{phrases.to_do(key.act, [names[key.to]] if key.to in names else [])}: {decided}"
    act, to = Act(row.payload["act"]), row.payload.get("to", ())
    return phrases.to_do(act, [names[key] for key in to])


def _sentence(ready: Sequence[Item], left: Sequence[Alone], waiting: Sequence[Item]) -> str:
    """Return the sentence that Today opens with."""
    shown = ready[:MOST]
    if not shown:
        following = f" Next: {_next(waiting[0])}." if waiting and waiting[0].opens else ""
        return f"Nothing to send today, and that is right.{following}"
    things = f"{counted(len(shown))} to do".capitalize()
    alone_too = f", {counted(len(left))} to leave alone" if left else ""
    minutes = sum(item.minutes for item in shown)
    return f"{things}{alone_too}. About {minutes} minutes."


def _next(item: Item) -> str:
    assert item.opens is not None  # noqa: S101  asked before
    day = f"{item.opens:%A} {item.opens.day} {item.opens:%B}"
    return f"{day}, {item.employer}" if item.employer else day


def counted(number: int) -> str:
    """Return a number of things in words: "one thing", "two things"."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} thing{'' if number == 1 else 's'}"
