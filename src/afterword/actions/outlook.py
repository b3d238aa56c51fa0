"""What the pages of a whole hunt need of each opportunity, made anew only where something changed.

An outlook holds from one moment to the next at which its plan, or what was put off, may be another,
unless something was written. So the outlooks of an owner are kept in memory, and what is asked of
the database is how far it has been written.
"""

from collections.abc import Hashable, Iterator
from datetime import date, datetime, timedelta
from threading import Lock

import msgspec
from django.utils.translation import get_language

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.agreed import Agreed, to_come
from afterword.actions.items import Alone, Item, alone, followed, items
from afterword.actions.memo import Memo
from afterword.actions.planning import lasting_of, until
from afterword.actions.values import IMPORTED, Decision, StepKey
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.plan import Plan
from afterword.etiquette.vocabulary import Act
from afterword.journal.held import ALL, Held, Part, held, house
from afterword.journal.models import Choice, Event, Ruling
from afterword.journal.revision import Revision, revision, stirred
from afterword.journal.rulings import key_of, rulings
from afterword.tongue import gettext as _
from afterword.tongue import later

OWNERS = 16
"""Owners whose outlooks are in memory: about a megabyte for each hundred opportunities."""

LATELY = timedelta(days=30)
DECIDED = {
    Decision.NOT_THIS_TIME: later("{act}: not this time"),
    Decision.LATER: later("{act}: later"),
    Decision.DID_IT: later("{act}: done"),
}


class Done(msgspec.Struct, frozen=True):
    """Something that was done or decided; `change` undoes it."""

    opportunity: str
    employer: str
    role: str
    change: str
    said: str
    at: datetime


class Outlook(msgspec.Struct, frozen=True):
    """One opportunity from `since` until just before `until`: what there is to do, and what not.

    `stirred` is the moment of its last event, and `last` the day, by the employer's calendar;
    `house` is the employer's name as `house` returns it; `open` counts the steps that are open, and
    `sentence` says so.
    """

    number: int
    uid: str
    employer: str
    house: str
    role: str
    plan: Plan
    since: datetime
    until: datetime | None
    stirred: datetime | None
    last: date | None
    items: tuple[Item, ...]
    alone: tuple[Alone, ...]
    done: tuple[Done, ...]
    agreed: tuple[Agreed, ...]
    open: int
    sentence: str

    def holds(self, now: datetime) -> bool:
        """Return whether this is still so at `now`, as long as nothing is written."""
        return self.since <= now and (self.until is None or now < self.until)


class Hunt(msgspec.Struct, frozen=True):
    """All outlooks of an owner, oldest opportunity first, and what they were made from."""

    revision: Revision
    rules: Hashable
    outlooks: tuple[Outlook, ...]

    def holds(self, now: datetime) -> bool:
        """Return whether every outlook does."""
        return all(one.holds(now) for one in self.outlooks)


_hunts: Memo[tuple[int, str | None], Hunt] = Memo(OWNERS)
_turns = tuple(Lock() for _ in range(OWNERS))


def outlooks(owner: User, *, now: datetime) -> tuple[Outlook, ...]:
    """Return an owner's opportunities as they stand at `now`, the oldest first."""
    # Read before the rows are: what is written meanwhile is then looked at twice, and never missed.
    written = revision(owner)
    key = (owner.pk, get_language())  # an outlook speaks to its candidate
    with _turns[hash(key) % len(_turns)]:  # who asks meanwhile waits for what is being made
        same = _hunts.found(key, lambda hunt: hunt.revision == written and hunt.holds(now))
        if same:
            return same.outlooks
        decided = tuple(rulings(owner))
        rules = key_of(decided)
        before = _hunts.found(key, lambda hunt: hunt.rules == rules)
        made = Hunt(written, rules, tuple(_made(Asked(owner, decided, now), before, written)))
        _hunts.keep(key, made)
    return made.outlooks


def warm(*, now: datetime) -> None:
    """Have the outlooks of those ready who were here lately, so that their pages need not wait."""
    lately = User.objects.filter(visited__gte=now - LATELY).order_by("-visited")
    for owner in lately[:OWNERS]:
        outlooks(owner, now=now)


class Asked(msgspec.Struct, frozen=True):
    """Whose outlooks are made, with what they decided about the rulebook, and as of when."""

    owner: User
    decided: tuple[Ruling, ...]
    now: datetime


def forget() -> None:
    """Let go of every outlook in memory, as after a start."""
    _hunts.clear()


def _made(asked: Asked, before: Hunt | None, written: Revision) -> Iterator[Outlook]:
    """Yield the outlooks, reading those opportunities anew that may stand otherwise now."""
    now = asked.now
    touched = _touched(asked.owner, before, written) if before else None
    if before is None or touched is None:
        yield from (outlook(book, now) for book in held(asked.owner, ALL, asked.decided))
        return
    passed = {one.number for one in before.outlooks if not one.holds(now)}
    anew = _read(asked, touched | passed)
    beside = _beside(before, touched, anew)
    anew |= _read(asked, beside)
    kept = {one.number: one for one in before.outlooks if one.number not in touched | passed}
    for number in sorted({*anew, *kept}):
        yield outlook(anew[number], now) if number in anew else kept[number]


def _touched(owner: User, before: Hunt, written: Revision) -> frozenset[int] | None:
    """Return which opportunities were written in; None where it is another journal by now."""
    return frozenset() if before.revision == written else stirred(owner, before.revision)


def _read(asked: Asked, numbers: frozenset[int] | set[int]) -> dict[int, Held]:
    some = Part(some=frozenset(numbers))
    books = held(asked.owner, some, asked.decided) if numbers else ()
    return {book.opportunity.pk: book for book in books}


def _beside(before: Hunt, touched: frozenset[int], anew: dict[int, Held]) -> set[int]:
    """Return the others at the employers of what was touched, by their old names and their new."""
    old = {one.house for one in before.outlooks if one.number in touched}
    new = {house(anew[number].facts.employer) for number in touched if number in anew}
    named = (old | new) - {""}
    return {one.number for one in before.outlooks if one.house in named and one.number not in anew}


def outlook(book: Held, now: datetime) -> Outlook:
    """Return how one opportunity stands at `now`."""
    facts, lasting = book.facts, lasting_of(book, now)
    zone = zone_of(facts.timezone)
    planned = lasting.at(now)
    moments = [Moment.parse(row.on) for row in book.events]
    ready = sum(step.open for step in planned.steps)
    return Outlook(
        number=book.opportunity.pk,
        uid=book.uid,
        employer=facts.employer,
        house=house(facts.employer),
        role=facts.role,
        plan=planned,
        since=now,
        until=until(book, now),
        stirred=max((moment.at(zone) for moment in moments), default=None, key=datetime.timestamp),
        last=max((moment.day(zone) for moment in moments), default=None),
        items=tuple(
            followed(item, book) if item.open else item for item in items(book, planned, now)
        ),
        alone=tuple(alone(book, planned)),
        done=tuple(_done(book)),
        agreed=tuple(to_come(book, now)),
        open=ready,
        sentence=phrases.opening(ready, len(planned.restraints)),
    )


def _done(book: Held) -> Iterator[Done]:
    """Yield what was done or decided, once for each change, by the candidate's own hand.

    What was sent on another day than it was written down is no work of either day.
    """
    told: dict[str, Done] = {}
    rows: list[Event | Choice] = [
        row for row in book.events if row.kind == "sent" and _fresh(row, book)
    ]
    for row in [*rows, *book.choices]:
        if row.change.verb != IMPORTED:
            done = Done(
                opportunity=book.uid,
                employer=book.facts.employer,
                role=book.facts.role,
                change=row.change.batch,
                said=_told(row, book),
                at=row.change.made,
            )
            told.setdefault(row.change.batch, done)
    yield from told.values()


def _fresh(row: Event, book: Held) -> bool:
    zone = zone_of(book.facts.timezone)
    return Moment.parse(row.on).day(zone) == row.change.made.astimezone(zone).date()


def _told(row: Event | Choice, book: Held) -> str:
    names = {person.key: person.name or person.key for person in book.people}
    if isinstance(row, Choice):
        key = StepKey.parse(row.step)
        act = phrases.to_do(key.act, [names[key.to]] if key.to in names else [])
        return _(DECIDED[Decision(row.decision)]).format(act=act)
    to = [names[key] for key in row.payload.get("to", ())]
    return phrases.to_do(Act(row.payload["act"]), to)
