"""What happened, put right: the correction takes the place of what was written before."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.errors import Missing
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed
from afterword.etiquette.events import Event
from afterword.journal import held, models
from afterword.journal.pen import Pen
from afterword.journal.situation import event_fields
from afterword.tongue import gettext as _


@transaction.atomic
def correct_event(owner: User, event_uid: str, event: Event, *, now: datetime) -> Changed:
    """Replace an event; raises Missing for one that was replaced already."""
    row = current_event(owner, event_uid)
    before = one(owner, row.opportunity.uid)
    pen = Pen(before.opportunity, "corrected", now=now)
    pen.replace(row, **event_fields(event))
    return settle(pen, before, _("Corrected."))


@transaction.atomic
def remove_event(owner: User, event_uid: str, *, now: datetime) -> Changed:
    """Let an event count no longer, because it did not happen."""
    row = current_event(owner, event_uid)
    before = one(owner, row.opportunity.uid)
    pen = Pen(before.opportunity, "removed-event", now=now)
    pen.remove(row)
    return settle(pen, before, _("Taken out."))


def current_event(owner: User, event_uid: str) -> models.Event:
    """Return an event that counts; raises Missing."""
    rows = held.current(models.Event, owner).select_related("opportunity__owner")
    row = rows.filter(uid=event_uid).first()
    if row is None:
        raise Missing("event", event_uid)
    return row
