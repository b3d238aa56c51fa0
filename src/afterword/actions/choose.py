"""What a person decides about a step of their plan: not this time, later, or done already."""

from datetime import date, datetime, timedelta

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.errors import Refused
from afterword.actions.planning import plan_of
from afterword.actions.rules import rules_of
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed, Decision, StepKey
from afterword.etiquette.events import Sent
from afterword.etiquette.judge import judge
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.plan import Step
from afterword.etiquette.situation import Proposal
from afterword.etiquette.vocabulary import Channel, Word
from afterword.journal import models
from afterword.journal.held import Held
from afterword.journal.pen import Pen
from afterword.journal.situation import event_fields, situation_of
from afterword.tongue import gettext as _
from afterword.tongue import later

HORIZON = 21  # days ahead that are tried: what can wait longer can be decided about again
SAID = {
    Decision.NOT_THIS_TIME: later("Not this time."),
    Decision.LATER: later("Put off."),
    Decision.DID_IT: later("Done."),
}


class Choosing(msgspec.Struct, frozen=True):
    """A decision, with the day for "later", and for "I did it" the way, where it was another."""

    decision: Decision
    later: date | None = None
    channel: Channel | None = None


@transaction.atomic
def choose(owner: User, uid: str, step: StepKey, choosing: Choosing, *, now: datetime) -> Changed:
    """Write a decision down; "I did it" also logs that it was done.

    Raises Refused for a step that is not in the plan, and for a day that the rules do not allow.
    """
    before = one(owner, uid)
    planned = _step(before, step, now)
    day = choosing.later if choosing.decision is Decision.LATER else None
    if choosing.decision is Decision.LATER and day not in _allowed(before, planned, now):
        why = _("{day} is not a day on which that is still right.").format(day=day or _("No day"))
        raise Refused(why, _("Take one of the days that are offered."))
    pen = Pen(before.opportunity, str(choosing.decision), now=now)
    if choosing.decision is Decision.DID_IT:
        done = sent(before, step, choosing.channel or planned.channel, now)
        pen.add(models.Event, **event_fields(done))
    pen.add(models.Choice, step=str(step), decision=str(choosing.decision), until=day)
    return settle(pen, before, _(SAID[choosing.decision]))


def dates_allowed(owner: User, uid: str, step: StepKey, *, now: datetime) -> tuple[date, ...]:
    """Return the days, from tomorrow, on which a step of the plan is still right."""
    before = one(owner, uid)
    return _allowed(before, _step(before, step, now), now)


def sent(held: Held, step: StepKey, channel: Channel, now: datetime) -> Sent:
    """Return the event that an act was done at `now`, by the employer's clock."""
    local = now.astimezone(zone_of(held.facts.timezone)).replace(microsecond=0)
    return Sent(on=Moment(local), act=step.act, channel=channel, to=(step.to,) if step.to else ())


def _step(held: Held, step: StepKey, now: datetime) -> Step:
    for planned in plan_of(held, now).steps:
        if (planned.act, planned.to) == (step.act, step.to):
            return planned
    why = _("That is not in the plan any more.")
    raise Refused(why, _("Look at the plan as it is now."))


def _allowed(held: Held, step: Step, now: datetime) -> tuple[date, ...]:
    """Return the days on which the judge would say go; the plan asks the same scale."""
    today = now.astimezone(zone_of(held.facts.timezone)).date()
    days = (today + timedelta(days=ahead) for ahead in range(1, HORIZON + 1))
    return tuple(day for day in days if _goes(held, step, day, now))


def _goes(held: Held, step: Step, day: date, now: datetime) -> bool:
    to = (step.to,) if step.to else ()
    proposal = Proposal(step.act, step.channel, to, on=Moment(day))
    proposed = msgspec.structs.replace(situation_of(held, now), proposal=proposal)
    return judge(proposed, rules_of(held).book).verdict is Word.GO
