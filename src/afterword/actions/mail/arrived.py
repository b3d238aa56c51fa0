"""The candidate's answer where nobody else knows whether a letter left."""

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.errors import Refused
from afterword.actions.mail.log_sent import log_sent
from afterword.actions.mail.sending import must_be_on
from afterword.actions.mail.withdraw import released
from afterword.journal.outgoing import Release, State
from afterword.tongue import gettext as _


class Answer(StrEnum):
    """What the candidate found: it is there; it is not, so send it; or let it be."""

    THERE = "there"
    AGAIN = "again"
    LET_BE = "let-be"


def arrived(owner: User, uid: str, answer: Answer, *, now: datetime) -> Release:
    """Settle a letter of which nobody knows whether it left; raises Missing, and Refused."""
    row = released(owner, uid)
    match answer:
        case Answer.THERE:
            _is_there(row, now)
        case Answer.AGAIN:
            _again(row, now)
        case Answer.LET_BE:
            _settle(row, state=State.STOPPED, ended_at=now)
    return released(owner, uid)


@transaction.atomic
def _is_there(row: Release, now: datetime) -> None:
    _settle(row, state=State.SENT, ended_at=now, why="", copied=True)
    log_sent(row, now=now)


def _again(row: Release, now: datetime) -> None:
    """Have it wait anew, with time to take it back; whoever still holds it has it no more."""
    leaves_at = now + timedelta(minutes=must_be_on(row.owner).minutes)
    _settle(row, state=State.WAITING, leaves_at=leaves_at, claim="", attempted_at=None, why="")


def _settle(row: Release, **fields: object) -> None:
    if not Release.objects.filter(pk=row.pk, state=State.UNSURE).update(**fields):
        raise Refused(_("That is settled already."), _("Look how far it has come."))
