"""A released letter taken back before it leaves."""

from datetime import datetime

from afterword.accounts.models import User
from afterword.actions.errors import Missing, Refused
from afterword.journal.outgoing import Release, State
from afterword.tongue import gettext as _


def withdraw(owner: User, uid: str, *, now: datetime) -> Release:
    """Take a release back; raises Missing, and Refused once it is leaving or has left."""
    row = released(owner, uid)
    waiting = owner.releases.filter(pk=row.pk, state=State.WAITING)
    if not waiting.update(state=State.WITHDRAWN, ended_at=now):
        why = _("It cannot be taken back any more.")
        raise Refused(why, _("Look how far it has come."))
    return released(owner, uid)


def released(owner: User, uid: str) -> Release:
    """Return one release of an owner's; raises Missing."""
    row = owner.releases.filter(uid=uid).select_related("opportunity__owner").first()
    if row is None:
        raise Missing("release", uid)
    return row
