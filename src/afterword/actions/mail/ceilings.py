"""How much may leave: a last guard against a mistake of ours, far above what manners allow."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from afterword.accounts.models import User
from afterword.journal.outgoing import Release, State
from afterword.tongue import gettext as _

A_DAY, DAY = 20, timedelta(days=1)
AN_EMPLOYER, WEEK = 8, timedelta(days=7)
COMING = (State.WAITING, State.CLAIMED)


def over(owner: User, house: str, *, now: datetime, coming: bool) -> str:
    """Return which ceiling one letter more would break, in words; nothing where none.

    With `coming`, what waits to leave counts as well.
    """
    if _counted(owner, now - DAY, coming=coming).count() >= A_DAY:
        return _("{count} letters in one day are the most that Afterword sends.").format(
            count=A_DAY
        )
    if _counted(owner, now - WEEK, coming=coming).filter(house=house).count() >= AN_EMPLOYER:
        return _("{count} letters to one employer within a week are the most it sends.").format(
            count=AN_EMPLOYER
        )
    return ""


def _counted(owner: User, since: datetime, *, coming: bool) -> QuerySet[Release]:
    left = Q(attempted_at__gte=since)
    return owner.releases.filter(left | Q(state__in=COMING) if coming else left)
