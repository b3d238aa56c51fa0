"""Several opportunities at one employer: which they are, and who is in more than one."""

from collections.abc import Mapping

import msgspec

from afterword.accounts.models import User
from afterword.actions.settle import one
from afterword.actions.values import StepKey
from afterword.etiquette.vocabulary import Act
from afterword.journal.elsewhere import shared
from afterword.journal.held import Beside, Held


class Also(msgspec.Struct, frozen=True):
    """Another opportunity at the same employer; `person` is the id of somebody there."""

    opportunity: str
    role: str
    person: str = ""

    def step(self, act: Act) -> tuple[str, StepKey]:
        """Return where a step towards that person would stand, and its key."""
        return self.opportunity, StepKey(act, self.person)


def roles_beside(book: Held) -> tuple[Also, ...]:
    """Return the other opportunities at the employer of one."""
    return tuple(_also(other) for other in book.beside)


def also_at(book: Held) -> Mapping[str, tuple[Also, ...]]:
    """Return in which of the others at the same employer people are as well, by their id here."""
    found: dict[str, tuple[Also, ...]] = {}
    for other in book.beside:
        for there, person in shared(book.people, other.people).items():
            found[person.key] = (*found.get(person.key, ()), _also(other, there))
    return found


def also_of(owner: User, uid: str, person: str) -> tuple[Also, ...]:
    """Return the other roles at the employer that somebody has to do with; raises Missing."""
    return also_at(one(owner, uid)).get(person, ())


def _also(other: Beside, person: str = "") -> Also:
    return Also(other.facts.opportunity.uid, other.facts.role, person)
