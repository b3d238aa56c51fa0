"""The answer to "may I?" for an act that the candidate has in mind, in an opportunity of theirs."""

from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.rules import rules_of
from afterword.actions.settle import one
from afterword.etiquette import decode
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.situation import Proposal
from afterword.journal.situation import situation_of


def may_i(owner: User, uid: str, proposal: Proposal, *, now: datetime) -> Verdict:
    """Return the verdict; nothing is written.

    Raises Missing for the opportunity, and Malformed for a person whom it does not name.
    """
    held = one(owner, uid)
    proposed = msgspec.structs.replace(situation_of(held, now), proposal=proposal)
    return judge(decode.checked(proposed), rules_of(held).book)
