"""All opportunities of a candidate, those with something to do first."""

from collections import Counter
from datetime import date, datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.planning import plan_of
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.vocabulary import Stage
from afterword.journal.held import Held, held


class Card(msgspec.Struct, frozen=True):
    """An opportunity in a line; `last` is the day of its last event.

    `same_employer` counts the other opportunities at the same employer.
    """

    uid: str
    employer: str
    role: str
    stage: Stage
    sentence: str
    open: int
    look_again: datetime | None
    last: date | None
    same_employer: int


def opportunities(owner: User, *, now: datetime) -> tuple[Card, ...]:
    """Return every opportunity: open ones first, then the one that stirred last."""
    books = held(owner)
    employers = Counter(_employer(book) for book in books)
    cards = [_card(book, employers, now) for book in books]
    return tuple(sorted(cards, key=lambda card: (not card.open, _age(card, now))))


def _card(book: Held, employers: Counter[str], now: datetime) -> Card:
    planned = plan_of(book, now)
    zone = zone_of(book.facts.timezone)
    days = [Moment.parse(row.on).day(zone) for row in book.events]
    employer = _employer(book)
    return Card(
        uid=book.uid,
        employer=book.facts.employer,
        role=book.facts.role,
        stage=planned.stage,
        sentence=planned.sentence,
        open=sum(step.open for step in planned.steps),
        look_again=book.opportunity.look_again,
        last=max(days, default=None),
        same_employer=employers[employer] - 1 if employer else 0,
    )


def _employer(book: Held) -> str:
    return " ".join(book.facts.employer.split()).casefold()


def _age(card: Card, now: datetime) -> int:
    return (now.date() - card.last).days if card.last else 0
