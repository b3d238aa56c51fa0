"""Undo: every row of a change is replaced with what was there before it."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.errors import Missing, Refused
from afterword.actions.mail.mail_events import State
from afterword.actions.resettle import resettle
from afterword.actions.settle import settle
from afterword.actions.values import Changed, Replanned
from afterword.journal import models
from afterword.journal.held import Part, held
from afterword.journal.pen import Gavel, Hand, Pen, new_uid
from afterword.tongue import gettext as _

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
    # What came by mail is a change of its own beside those of the opportunities it speaks to.
    done = [one for one in done if one.opportunity] or done
    if len(done) == 1:
        return done[0]
    return Changed(
        batch, "", _("Undone in {count} opportunities.").format(count=len(done)), now, Replanned()
    )


def _undo(change: models.Change, *, batch: str, now: datetime) -> Changed:
    opportunity = change.opportunity
    if opportunity is None:
        gavel = Gavel(change.owner, UNDONE, now=now, batch=batch)
        for kind in models.MAIL:
            _revert(gavel, kind, change)
        if gavel.wrote:
            return Changed(batch, "", _("Undone."), now)
        _revert(gavel, models.Ruling, change)
        return resettle(gavel, _("Undone."))
    found = held(change.owner, Part(uid=opportunity.uid))
    pen = Pen(opportunity, UNDONE, now=now, batch=batch)
    for model in models.ROWS:
        _revert(pen, model, change)
    return settle(pen, found[0] if found else None, _("Undone."))


def _revert(hand: Hand, model: type[models.Kept], change: models.Change) -> None:
    rows = model._default_manager  # noqa: SLF001  Django's public name for it
    if rows.filter(replaces__change=change).exists():
        why = _("Something in it has been changed again since.")
        raise Refused(why, _("Undo that first, then this."))
    for row in rows.filter(change=change).select_related("replaces"):
        if isinstance(row, models.Message) and row.replaces is None:
            # It came, and would come again with the next look: it stays, and says nothing.
            hand.replace(row, state=State.UNDONE)
        else:
            hand.revert(row)
