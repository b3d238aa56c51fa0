"""The letters that a person released, and how far each has come."""

from datetime import datetime

import msgspec

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.mail.log_sent import letter_of
from afterword.actions.values import StepKey
from afterword.etiquette.moment import zone_of
from afterword.etiquette.vocabulary import Channel
from afterword.journal import models
from afterword.journal.held import current
from afterword.journal.outgoing import Release, State

MOST = 60
OPEN = (State.UNSURE, State.WAITING, State.CLAIMED)


class Released(msgspec.Struct, frozen=True):
    """One letter: `said` is its step in words; the moments are by the reader's clock."""

    uid: str
    opportunity: str
    employer: str
    said: str
    to: str
    subject: str
    text: str
    state: State
    why: str
    leaves_at: datetime
    ended_at: datetime | None


class Releases(msgspec.Struct, frozen=True):
    """What is asked about, what waits, and what became of the others, newest first."""

    asked: tuple[Released, ...] = ()
    waiting: tuple[Released, ...] = ()
    over: tuple[Released, ...] = ()


def releases(owner: User) -> Releases:
    """Return an owner's letters, at most the last sixty."""
    rows = list(owner.releases.select_related("opportunity").order_by("-pk")[:MOST])
    facts = {
        one.opportunity_id: one
        for one in current(models.Facts, owner).filter(
            opportunity__in={row.opportunity_id for row in rows}
        )
    }
    found = [_told(row, facts.get(row.opportunity_id)) for row in rows]
    waiting = {State.WAITING, State.CLAIMED}
    return Releases(
        asked=tuple(one for one in found if one.state is State.UNSURE),
        waiting=tuple(one for one in found if one.state in waiting),
        over=tuple(one for one in found if one.state not in {State.UNSURE, *waiting}),
    )


class Open(msgspec.Struct, frozen=True):
    """How many letters are asked about, and how many are on their way."""

    asked: int = 0
    leaving: int = 0


def open_letters(owner: User) -> Open:
    """Return how many letters are not settled yet."""
    states = list(owner.releases.filter(state__in=OPEN).values_list("state", flat=True))
    asked = states.count(State.UNSURE)
    return Open(asked, len(states) - asked)


def _told(row: Release, facts: models.Facts | None) -> Released:
    letter, key = letter_of(row), StepKey.parse(row.step)
    zone = zone_of(facts.timezone if facts else "UTC")
    return Released(
        uid=row.uid,
        opportunity=row.opportunity.uid if facts else "",
        employer=facts.employer if facts else "",
        said=phrases.done_by(key.act, (letter.to.name,) if letter.to.name else (), Channel.EMAIL),
        to=letter.to.email,
        subject=letter.line,
        text=letter.text,
        state=State(row.state),
        why=row.why,
        leaves_at=row.leaves_at.astimezone(zone),
        ended_at=row.ended_at.astimezone(zone) if row.ended_at else None,
    )
