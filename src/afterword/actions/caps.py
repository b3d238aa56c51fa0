"""How much of a message is too much for one employer, where that is why something waits."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from afterword.actions.rules import rules_of
from afterword.etiquette.judge import Reason
from afterword.etiquette.rulebook.mark import Unit
from afterword.etiquette.standing import Anchor
from afterword.journal.held import Held


class Counted(StrEnum):
    """What a cap counts."""

    MESSAGE = "message"
    QUESTION = "question"


class Cap(msgspec.Struct, frozen=True):
    """A cap that is reached: `most` of what it counts, to `whom`, within a time."""

    most: int
    what: Counted
    whom: str
    amount: int
    unit: Unit


# A rule that counts from the last of something allows one of it; from the last but one, two. The
# moments of one person cap what goes to that person, those of the house what goes to the employer.
CAPPED = {
    Anchor.OTHER_MESSAGE: (1, Counted.MESSAGE),
    Anchor.OTHER_QUESTION: (1, Counted.QUESTION),
    Anchor.OTHER_QUESTION_BEFORE: (2, Counted.QUESTION),
}
OF_THE_HOUSE = frozenset({Anchor.OTHER_QUESTION_BEFORE})


def cap_of(because: Iterable[Reason], names: Iterable[str], held: Held) -> Cap | None:
    """Return the cap over several roles that is among the reasons to wait, if there is one."""
    rules = rules_of(held).book.rules
    ends = [rules[reason.rule].ends for reason in because if reason.rule in rules]
    for mark in ends:
        if mark and mark.anchor in CAPPED:
            most, what = CAPPED[mark.anchor]
            employer = mark.anchor in OF_THE_HOUSE
            whom = held.facts.employer if employer else next(iter(names), held.facts.employer)
            return Cap(most, what, whom, mark.amount, mark.unit)
    return None
