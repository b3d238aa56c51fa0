"""The letters that a person released, and how far each has come."""

from datetime import datetime

import msgspec
from django.db.models import QuerySet

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.items import Item
from afterword.actions.mail.log_sent import letter_of
from afterword.actions.values import StepKey
from afterword.etiquette.entries.elsewhere import ONCE_FOR_ALL
from afterword.etiquette.moment import zone_of
from afterword.etiquette.vocabulary import Channel
from afterword.journal import models
from afterword.journal.held import current
from afterword.journal.outgoing import UNSETTLED, Release, State
from afterword.journal.signs import is_a_letter_unsettled

MOST = 60
LEAVING = (State.WAITING, State.CLAIMED)


class Released(msgspec.Struct, frozen=True):
    """One letter: `said` is its step in words; the moments are by the reader's clock."""

    uid: str
    opportunity: str
    key: StepKey
    employer: str
    said: str
    to: str
    subject: str
    text: str
    state: State
    why: str
    leaves_at: datetime
    ended_at: datetime | None

    @property
    def asked(self) -> bool:
        """Whether nobody knows if it left, so that the candidate has to say."""
        return self.state is State.UNSURE


class Releases(msgspec.Struct, frozen=True):
    """What is asked about, what waits, and what became of the others, newest first."""

    asked: tuple[Released, ...] = ()
    waiting: tuple[Released, ...] = ()
    over: tuple[Released, ...] = ()


def releases(owner: User) -> Releases:
    """Return an owner's letters, at most the last sixty."""
    found = _all_told(owner, owner.releases.order_by("-pk")[:MOST])
    return Releases(
        asked=tuple(one for one in found if one.asked),
        waiting=tuple(one for one in found if one.state in LEAVING),
        over=tuple(one for one in found if one.state not in UNSETTLED),
    )


class Open(msgspec.Struct, frozen=True):
    """The letters that are not settled yet: asked about, or on their way, the next one first."""

    asked: tuple[Released, ...] = ()
    leaving: tuple[Released, ...] = ()

    def serving(self, item: Item) -> Released | None:
        """Return the letter that does what a step is for, if one may: it is not to do once more.

        That is the one released for it, or the one thanks to the same person over another role.
        """
        act = item.step.act
        others = item.also if act in ONCE_FOR_ALL else ()
        steps = {(item.opportunity, item.key), *(other.step(act) for other in others)}
        letters = (*self.asked, *self.leaving)
        return next((one for one in letters if (one.opportunity, one.key) in steps), None)


def open_letters(owner: User) -> Open:
    """Return the letters that are not settled yet."""
    if not is_a_letter_unsettled(owner):
        return Open()
    rows = owner.releases.filter(state__in=UNSETTLED).order_by("leaves_at", "pk")
    found = _all_told(owner, rows)
    return Open(
        asked=tuple(one for one in found if one.asked),
        leaving=tuple(one for one in found if one.state in LEAVING),
    )


def _all_told(owner: User, rows: QuerySet[Release]) -> list[Released]:
    found = list(rows.select_related("opportunity"))
    numbers = {row.opportunity_id for row in found}
    facts = current(models.Facts, owner).filter(opportunity__in=numbers)
    known = {one.opportunity_id: one for one in facts}
    return [_told(row, known.get(row.opportunity_id)) for row in found]


def _told(row: Release, facts: models.Facts | None) -> Released:
    letter, key = letter_of(row), StepKey.parse(row.step)
    zone = zone_of(facts.timezone if facts else "UTC")
    return Released(
        uid=row.uid,
        opportunity=row.opportunity.uid if facts else "",
        key=key,
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
