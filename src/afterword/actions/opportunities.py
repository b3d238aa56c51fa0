"""All opportunities of a candidate, those with something to do first."""

from collections import Counter
from datetime import date, datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.outlook import Outlook, outlooks
from afterword.etiquette.vocabulary import Stage


class Card(msgspec.Struct, frozen=True):
    """An opportunity in a line; `last` is the day of its last event.

    `look_again` is when there is next something to do, or no longer; `same_employer` counts the
    other opportunities at the same employer.
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
    hunt = outlooks(owner, now=now)
    houses = Counter(one.house for one in hunt)
    cards = [_card(one, houses) for one in hunt]
    return tuple(sorted(cards, key=lambda card: (not card.open, _age(card, now))))


def _card(one: Outlook, houses: Counter[str]) -> Card:
    return Card(
        uid=one.uid,
        employer=one.employer,
        role=one.role,
        stage=one.plan.stage,
        sentence=one.sentence,
        open=one.open,
        look_again=one.plan.look_again,
        last=one.last,
        same_employer=houses[one.house] - 1 if one.house else 0,
    )


def _age(card: Card, now: datetime) -> int:
    return (now.date() - card.last).days if card.last else 0
