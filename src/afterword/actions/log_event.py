"""Something happened: it is written down, and the plan is made anew."""

from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed
from afterword.etiquette.events import Event
from afterword.journal import models
from afterword.journal.pen import Pen
from afterword.journal.situation import event_fields
from afterword.tongue import gettext as _

LOGGED = "logged"


@transaction.atomic
def log_event(owner: User, uid: str, event: Event, *, now: datetime, once: str = "") -> Changed:
    """Write an event down.

    A program that cannot know whether its last call arrived gives the same `once` again: what was
    written under that name is not written twice.
    """
    before = one(owner, uid)
    batch = uuid5(NAMESPACE_OID, f"{uid} {once}").hex if once else ""
    pen = Pen(before.opportunity, LOGGED, now=now, batch=batch)
    if batch and before.opportunity.changes.filter(batch=batch).exists():
        return Changed(batch, uid, _("Known already."), now)
    fields = event_fields(event)
    pen.add(models.Event, **fields)
    return settle(pen, before, f"Logged: {fields['kind'].replace('-', ' ')}.")
