"""Words for a step of the plan, kept as they are written, copied and sent."""

from datetime import datetime

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.choose import sent
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed, DraftState, StepKey
from afterword.etiquette.vocabulary import Channel
from afterword.journal import models
from afterword.journal.pen import Pen
from afterword.journal.situation import event_fields
from afterword.tongue import gettext as _
from afterword.tongue import later

SAID = {
    DraftState.OPEN: later("Draft saved."),
    DraftState.COPIED: later("Copied."),
    DraftState.SENT: later("Marked as sent."),
}


class Words(msgspec.Struct, frozen=True):
    """A draft for a step: its text, the way it will go, and how far it has come."""

    step: StepKey
    text: str
    channel: Channel = Channel.EMAIL
    subject: str = ""
    variant: int = 0
    state: DraftState = DraftState.OPEN


@transaction.atomic
def save_draft(owner: User, uid: str, words: Words, *, now: datetime) -> Changed:
    """Save a draft in the place of the last one for its step; one that is sent is also logged."""
    before = one(owner, uid)
    pen = Pen(before.opportunity, f"draft-{words.state}", now=now)
    known = next((row for row in before.drafts if row.step == str(words.step)), None)
    fields = {
        "step": str(words.step),
        "channel": str(words.channel),
        "subject": words.subject,
        "text": words.text,
        "variant": words.variant,
        "state": str(words.state),
    }
    was_sent = known is not None and known.state == DraftState.SENT
    if known is None or (was_sent and words.state is DraftState.OPEN):
        pen.add(models.Draft, **fields)  # words for the next occasion do not replace what was sent
    elif any(getattr(known, name) != value for name, value in fields.items()):
        pen.replace(known, **fields)
    if words.state is DraftState.SENT and not was_sent:
        done = sent(before, words.step, words.channel, now)
        pen.add(models.Event, **event_fields(done))
    return settle(pen, before, _(SAID[words.state]))
