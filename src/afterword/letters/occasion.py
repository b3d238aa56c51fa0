"""The occasion of a letter: who writes to whom about what, and when."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from afterword.etiquette.events import Interview, Opening
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE
from afterword.etiquette.situation import Person, Situation
from afterword.etiquette.standing import Acquaintance, Anchor, Standing
from afterword.etiquette.vocabulary import Act, Channel, Pay, Stage
from afterword.letters.kind import Kind, kind_of


class Phase(StrEnum):
    """How far things have come, as far as words depend on it."""

    INTERVIEWED = "interviewed"
    WAITING = "waiting"
    REJECTED = "rejected"
    OFFERED = "offered"
    NEGOTIATING = "negotiating"
    ACCEPTED = "accepted"
    DECLINED = "declined"


# Letters that tell of a conversation to those who arranged it, helped towards it, or hear of it.
TOLD_OF_IT = frozenset(
    {Kind.THANKS_ARRANGING, Kind.THANKS_HELP, Kind.UPDATE, Kind.CHECK_IN_RECRUITER}
)


class Occasion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that a letter may speak of, apart from the candidate's notes.

    `to` is the person written to, with their name as the candidate recorded it; `others` are the
    names of the other people in the opportunity. `place` counts, from 0, where the reader sat among
    the `table` people of the last meeting. `promised` is the day they named, `deadline` the day by
    which another employer wants an answer, `answer_by` the day by which this one does. Days are
    days in the employer's time zone. `opening` is another role that has opened there since. To a
    reader who was `absent` from the meeting a letter does not speak of its day, as if they had sat
    there.
    """

    kind: Kind
    act: Act
    channel: Channel
    phase: Phase
    to: Person = NO_ONE.person
    others: tuple[str, ...] = ()
    employer: str = ""
    role: str = ""
    opening: str = ""
    today: date | None = None
    met: date | None = None
    promised: date | None = None
    deadline: date | None = None
    answer_by: date | None = None
    place: int = 0
    table: int = 1
    absent: bool = False
    no_reply: bool = False


def occasion(situation: Situation, act: Act, channel: Channel, to: str = "") -> Occasion:
    """Return the occasion of an act towards one person (`to`, an id) of a situation.

    Raises KeyError for a person whom the situation does not name.
    """
    stands = standing(situation)
    them = stands.people[to] if to else NO_ONE
    at_table = _table(situation, to)
    kind = kind_of(act, stands, them)
    return Occasion(
        kind=kind,
        act=act,
        channel=channel,
        phase=_phase(stands),
        to=them.person,
        others=tuple(one.name for one in situation.people if one.id != to and one.name),
        employer=stands.opportunity.employer,
        role=stands.opportunity.role,
        opening=_opening(situation) if stands.new_opening else "",
        today=stands.now.date(),
        met=_day(stands, them, Anchor.MEETING) or _day(stands, them, Anchor.INTERVIEW),
        promised=_day(stands, them, Anchor.PROMISE),
        deadline=_day(stands, them, Anchor.COMPETING_DEADLINE),
        answer_by=_day(stands, them, Anchor.OFFER_DEADLINE),
        place=at_table.index(to) if to in at_table else 0,
        table=max(1, len(at_table)),
        absent=bool(to) and not them.met and kind not in TOLD_OF_IT and _was_held(situation),
        no_reply=stands.no_reply,
    )


def _table(situation: Situation, person: str) -> tuple[str, ...]:
    """Return the people of the last meeting that somebody was at, as they were noted."""
    sittings = [event.with_ for event in situation.events if isinstance(event, Interview)]
    return next((table for table in reversed(sittings) if person in table), ())


def _was_held(situation: Situation) -> bool:
    """Return whether there was an interview of which it was noted who sat there."""
    return any(event.with_ for event in situation.events if isinstance(event, Interview))


def _opening(situation: Situation) -> str:
    openings = [event.role for event in situation.events if isinstance(event, Opening)]
    return openings[-1] if openings else ""


def _day(stands: Standing, them: Acquaintance, anchor: Anchor) -> date | None:
    moment: datetime | None = them.anchors.get(anchor) or stands.anchors.get(anchor)
    return moment.date() if moment else None


PHASES = {
    Stage.PARTED: Phase.REJECTED,
    Stage.REJECTED: Phase.REJECTED,
    Stage.FILLED: Phase.REJECTED,
    Stage.OFFERED: Phase.OFFERED,
    Stage.ACCEPTED: Phase.ACCEPTED,
    Stage.STARTED: Phase.ACCEPTED,
    Stage.DECLINED: Phase.DECLINED,
    Stage.WITHDRAWN: Phase.DECLINED,
    Stage.TAKEN_ELSEWHERE: Phase.DECLINED,
}


def _phase(stands: Standing) -> Phase:
    talking = stands.pay is Pay.OPEN and Anchor.TALKS in stands.anchors
    if stands.stage is Stage.OFFERED and talking:
        return Phase.NEGOTIATING
    before = Phase.WAITING if stands.unanswered or stands.promised else Phase.INTERVIEWED
    return PHASES.get(stands.stage, before)
