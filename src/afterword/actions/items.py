"""The entries of Today and of a timeline: steps and things to leave alone, ready to be shown."""

from collections.abc import Iterator
from datetime import date, datetime, time

import msgspec

from afterword import phrases
from afterword.actions.also import Also, also_at
from afterword.actions.caps import Cap, cap_of
from afterword.actions.choices import set_aside
from afterword.actions.said import said
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.plan import Plan, Restraint, Silence, Step
from afterword.etiquette.vocabulary import Channel
from afterword.journal.held import Held
from afterword.tongue import gettext as _

# Writing by hand twice, with envelope and stamp; a short e-mail from notes; a call.
MINUTES = {Channel.HANDWRITTEN: 12, Channel.POST: 12, Channel.PHONE: 10, Channel.IN_PERSON: 15}
USUAL_MINUTES = 6
FROM_THEM = frozenset({"interview", "offered", "rejected", "parted", "received"})


class After(msgspec.Struct, frozen=True):
    """What a step follows on: the last thing between them and the candidate, and its day."""

    what: str
    on: date


class Item(msgspec.Struct, frozen=True):
    """A step of one opportunity's plan; `opens` is when it can be done, where that is later.

    `until` is the day to which the candidate put it off; `after` is told of what is shown first.
    `also` are the other roles at the employer that the person has to do with, and `joined` those of
    them that this one message is for as well; `cap` is why it waits, where too much went there.
    """

    opportunity: str
    employer: str
    role: str
    step: Step
    key: StepKey
    said: str
    open: bool
    minutes: int
    drafted: bool = False
    opens: datetime | None = None
    until: date | None = None
    after: After | None = None
    also: tuple[Also, ...] = ()
    joined: tuple[Also, ...] = ()
    cap: Cap | None = None


class Alone(msgspec.Struct, frozen=True):
    """Something to leave alone in one opportunity: an act, or saying anything at all."""

    opportunity: str
    employer: str
    role: str
    said: str
    until: datetime | None = None
    restraint: Restraint | None = None
    silence: Silence | None = None
    cap: Cap | None = None


def items(held: Held, planned: Plan, now: datetime) -> Iterator[Item]:
    """Yield the steps of a plan, without those that the candidate has set aside for good."""
    aside = dict(set_aside(held, now))
    drafted = {row.step for row in held.drafts if row.state != DraftState.SENT}
    also = also_at(held)
    for step in planned.steps:
        key = StepKey(step.act, step.to)
        until = aside.get(key)
        if key in aside and until is None:
            continue
        yield Item(
            opportunity=held.uid,
            employer=held.facts.employer,
            role=held.facts.role,
            step=step,
            key=key,
            said=said(step, planned.stage),
            open=step.open and until is None,
            minutes=MINUTES.get(step.channel, USUAL_MINUTES),
            drafted=str(key) in drafted,
            opens=_opens(step, until, planned.now),
            until=until,
            also=also.get(step.to, ()),
            cap=None if step.open else cap_of(step.because, filter(None, [step.name]), held),
        )


def _opens(step: Step, until: date | None, now: datetime) -> datetime | None:
    if until:
        return datetime.combine(until, time(0), now.tzinfo)
    return None if step.open else step.window.not_before


def alone(held: Held, planned: Plan) -> Iterator[Alone]:
    """Yield what is to be left alone: the silence first, then each act."""
    facts = held.facts
    if planned.silence and planned.steps:
        until = planned.silence.until
        yield Alone(
            held.uid, facts.employer, facts.role, _("Say nothing"), until, silence=planned.silence
        )
    for one in planned.restraints:
        text = phrases.done_by(one.act, one.names, one.channel)
        cap = cap_of(one.because, one.names, held)
        yield Alone(held.uid, facts.employer, facts.role, text, one.until, restraint=one, cap=cap)


def followed(item: Item, held: Held) -> Item:
    """Return a step with what it follows on."""
    zone = zone_of(held.facts.timezone)
    found = [
        After(str(row.payload.get("what", row.kind)), Moment.parse(row.on).day(zone))
        for row in held.events
        if row.kind in FROM_THEM and item.key.to in row.payload.get("with", [item.key.to])
    ]
    return msgspec.structs.replace(item, after=max(found, key=_day, default=None))


def _day(one: After) -> date:
    return one.on
