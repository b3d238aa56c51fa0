"""How every change ends: it must make sense, the plan is made anew, and what changed is said."""

from datetime import datetime

from afterword.accounts.models import User
from afterword.actions.beside import stir, with_those_beside
from afterword.actions.errors import Missing
from afterword.actions.planning import look_again, plan_of
from afterword.actions.replan import replan
from afterword.actions.values import Changed
from afterword.etiquette import decode
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.held import Held, Part, held
from afterword.journal.pen import Pen
from afterword.journal.situation import raw_of


def one(owner: User, uid: str) -> Held:
    """Return one opportunity of an owner's; raises Missing."""
    found = held(owner, Part(uid=uid))
    if not found:
        raise Missing("opportunity", uid)
    return found[0]


def settle(pen: Pen, before: Held | None, said: str) -> Changed:
    """Return what a change did, once it is written; call it last, within the transaction.

    Raises Malformed for a change after which the events make no sense, so that nothing is kept.
    """
    change, opportunity = pen.change, pen.opportunity
    if not pen.wrote:
        return Changed("", opportunity.uid, said, change.made)
    found = held(change.owner, Part(uid=opportunity.uid))
    after = found[0] if found else None
    if after:
        _check(after, before, change.made)
    old = plan_of(before, change.made) if before else None
    new = plan_of(after, change.made) if after else None
    opportunity.looked = change.made
    opportunity.look_again = look_again(after, change.made) if after else None
    opportunity.save(update_fields=["looked", "look_again"])
    beside = stir(change.owner, before, after, now=change.made)
    replanned = with_those_beside(replan(old, new), beside)
    return Changed(change.batch, opportunity.uid, said, change.made, replanned)


def _check(after: Held, before: Held | None, now: datetime) -> None:
    """Raise Malformed for what this change brought in.

    What was wrong before is let be: on a computer whose clock was set back, everything lies in the
    future, and that must not keep anybody from writing.
    """
    known = problems(before, now) if before else []
    new = [problem for problem in problems(after, now) if problem not in known]
    if new:
        raise Malformed(new)


def problems(held: Held, now: datetime) -> list[Problem]:
    """Return what is wrong with an opportunity as it is held."""
    try:
        decode.from_raw(raw_of(held, now))
    except Malformed as error:
        return list(error.problems)
    return []
