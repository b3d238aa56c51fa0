"""All opportunities of a candidate, those with something to do first."""

from collections import Counter
from datetime import date, datetime

import msgspec

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.mail.releases import Open, open_letters
from afterword.actions.outlook import Outlook, outlooks
from afterword.etiquette.vocabulary import Stage


class Card(msgspec.Struct, frozen=True):
    """An opportunity in a line; `last` is the day of its last event.

    `open` counts what is to do, without what is on its way. `look_again` is when there is next
    something to do, or no longer; `same_employer` counts the other opportunities at the employer.
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
    letters = open_letters(owner)
    cards = [_card(one, houses, letters) for one in hunt]
    return tuple(sorted(cards, key=lambda card: (not card.open, _age(card, now))))


def _card(one: Outlook, houses: Counter[str], letters: Open) -> Card:
    leaving = sum(item.open and letters.serving(item) is not None for item in one.items)
    ready = one.open - leaving
    opening = phrases.opening(ready, len(one.plan.restraints)) if leaving else one.sentence
    return Card(
        uid=one.uid,
        employer=one.employer,
        role=one.role,
        stage=one.plan.stage,
        sentence=opening,
        open=ready,
        look_again=one.plan.look_again,
        last=one.last,
        same_employer=houses[one.house] - 1 if one.house else 0,
    )


def _age(card: Card, now: datetime) -> int:
    return (now.date() - card.last).days if card.last else 0
