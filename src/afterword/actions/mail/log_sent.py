"""A letter was sent: it is written down, once, as if the candidate had said so."""

from datetime import datetime

import msgspec

from afterword.actions.choose import sent
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed, DraftState, StepKey
from afterword.etiquette.vocabulary import Channel
from afterword.journal import models
from afterword.journal.outgoing import Release
from afterword.journal.pen import Pen
from afterword.journal.situation import event_fields
from afterword.mailbox.letter import Letter
from afterword.tongue import gettext as _


def log_sent(row: Release, *, now: datetime) -> Changed:
    """Write down that a released letter was sent, when it was attempted; call it in a transaction.

    Raises Missing where the opportunity was taken out, and Malformed where it makes no sense there.
    """
    before = one(row.owner, row.opportunity.uid)
    key, letter = StepKey.parse(row.step), letter_of(row)
    pen = Pen(before.opportunity, "sent", now=now)
    fields = {
        "step": row.step,
        "channel": str(Channel.EMAIL),
        "subject": letter.subject,
        "text": letter.text,
        "variant": 0,
        "state": str(DraftState.SENT),
    }
    known = next((one for one in before.drafts if one.step == row.step), None)
    if known is None:
        pen.add(models.Draft, **fields)
    else:
        pen.replace(known, **fields)
    done = sent(before, key, Channel.EMAIL, row.attempted_at or now)
    pen.add(models.Event, **event_fields(done))
    return settle(pen, before, _("Sent."))


def letter_of(row: Release) -> Letter:
    """Return the letter that was released."""
    return msgspec.convert(row.letter, Letter)
