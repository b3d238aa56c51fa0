"""The step that a letter is for, as the plan has it: whether the letter may still go."""

from datetime import datetime

from afterword.actions.choices import anything_since, set_aside
from afterword.actions.errors import Refused
from afterword.actions.planning import plan_of
from afterword.actions.values import StepKey
from afterword.etiquette.plan import Step
from afterword.etiquette.vocabulary import Channel, Inbound
from afterword.journal import models
from afterword.journal.held import Held
from afterword.tongue import gettext as _


def standing_step(held: Held, key: StepKey, now: datetime) -> Step:
    """Return a step that an e-mail may be sent for, now or later; raises Refused."""
    step = next(
        (one for one in plan_of(held, now).steps if (one.act, one.to) == (key.act, key.to)), None
    )
    if step is None or key in dict(set_aside(held, now)):
        raise Refused(_("That is not in the plan any more."), _("Look at the plan as it is now."))
    if Channel.EMAIL not in (step.channel, *step.alternatives):
        why = _("That does not go by e-mail.")
        raise Refused(why, _("The plan says how it goes."))
    if not step.open and step.window.not_before is None:
        why = _("Something has to happen first.")
        raise Refused(why, _("Look at the plan as it is now."))
    return step


def sign_of(step: Step) -> str:
    """Return what a letter for a step was written by: with another, it may be another letter."""
    return "\n".join((step.because[0].rule if step.because else "", step.tone, step.name))


def against(held: Held, key: StepKey, sign: str, seen: int, now: datetime) -> str:
    """Return what speaks against sending what was released, in words; nothing where all stands.

    `sign` and `seen` are of when it was released.
    """
    if anything_since(held, seen) or _came_since(held, seen):
        return _("Something has happened there since you released it.")
    try:
        step = standing_step(held, key, now)
    except Refused as refused:
        return refused.why
    if not step.open:
        return _("The plan says to wait now.")
    return "" if sign_of(step) == sign else _("The plan has changed since you released it.")


def _came_since(held: Held, seen: int) -> bool:
    """Return whether somebody wrote who may belong here, or an address turned out to be wrong.

    What the candidate wrote by hand meanwhile counts as well: it may be this very letter.
    """
    for row in held.events:
        if row.change_id > seen and row.payload.get("what") == Inbound.BOUNCE:
            return True
    new = models.Message.objects.filter(
        owner=held.opportunity.owner, change__gt=seen, replaces=None, automatic=False
    )
    ours = held.opportunity.owner.releases.values("message_id")  # copies of what we sent
    return any(
        held.uid in (one.opportunity, *one.candidates) for one in new.exclude(message_id__in=ours)
    )
