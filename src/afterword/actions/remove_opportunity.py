"""An opportunity taken out of sight, until it is brought back by undoing that."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed
from afterword.journal.pen import Pen
from afterword.tongue import gettext as _


@transaction.atomic
def remove_opportunity(owner: User, uid: str, *, now: datetime) -> Changed:
    """Let an opportunity count no longer, with everything in it."""
    before = one(owner, uid)
    pen = Pen(before.opportunity, "removed", now=now)
    pen.remove(before.facts)
    return settle(
        pen,
        before,
        _("Removed: {name}.").format(name=before.facts.employer or _("the opportunity")),
    )
