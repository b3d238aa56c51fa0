"""The answer to "may I?" for an act that the candidate has in mind, in an opportunity of theirs."""

from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.planning import book
from afterword.actions.settle import one
from afterword.etiquette import decode
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.situation import Proposal
from afterword.journal.situation import situation_of


def may_i(owner: User, uid: str, proposal: Proposal, *, now: datetime) -> Verdict:
    """Return the verdict; nothing is written.

    Raises Missing for the opportunity, and Malformed for a person whom it does not name.
    """
    situation = situation_of(one(owner, uid), now)
    return judge(decode.checked(msgspec.structs.replace(situation, proposal=proposal)), book())
