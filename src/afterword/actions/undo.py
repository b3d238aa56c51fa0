"""Undo: every row of a change is replaced with what was there before it."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.errors import Missing, Refused
from afterword.actions.settle import settle
from afterword.actions.values import Changed, Replanned
from afterword.journal import models
from afterword.journal.held import Part, held
from afterword.journal.pen import Pen, new_uid

UNDONE = "undone"


@transaction.atomic
def undo(owner: User, change: str, *, now: datetime) -> Changed:
    """Undo everything that one action wrote; the answer's change undoes the undoing.

    Raises Missing for a change of nobody's or somebody else's, and Refused where something that it
    wrote has been changed again since.
    """
    changes = list(owner.changes.filter(batch=change).select_related("opportunity__owner"))
    if not changes:
        raise Missing("change", change)
    batch = new_uid()
    done = [_undo(one, batch=batch, now=now) for one in changes]
    if len(done) == 1:
        return done[0]
    return Changed(batch, "", f"Undone in {len(done)} opportunities.", now, Replanned())


def _undo(change: models.Change, *, batch: str, now: datetime) -> Changed:
    opportunity = change.opportunity
    found = held(change.owner, Part(uid=opportunity.uid))
    pen = Pen(opportunity, UNDONE, now=now, batch=batch)
    for model in models.ROWS:
        rows = model._default_manager  # noqa: SLF001  Django's public name for it
        if rows.filter(replaces__change=change).exists():
            why = "Something in it has been changed again since."
            raise Refused(why, "Undo that first, then this.")
        for row in rows.filter(change=change).select_related("replaces"):
            pen.revert(row)
    return settle(pen, found[0] if found else None, "Undone.")
