"""How a decision about the rulebook ends: plans are made anew, and what changed is said."""

from collections.abc import Iterable, Sequence

import msgspec

from afterword.accounts.models import User
from afterword.actions.planning import look_again, plan_of
from afterword.actions.replan import difference
from afterword.actions.values import Changed, Replanned
from afterword.journal import models
from afterword.journal.held import Held, held
from afterword.journal.pen import Hand
from afterword.journal.rulings import rulings
from afterword.tongue import gettext as _
from afterword.tongue import ngettext

SAID_AT_ONCE = 2


def resettle(hand: Hand, said: str) -> Changed:
    """Return what a decision did, once it is written; call it last, within the transaction."""
    change = hand.change
    if not hand.wrote:
        return Changed("", "", said, change.made)
    return Changed(change.batch, "", said, change.made, _replanned(change.owner, hand))


def _replanned(owner: User, hand: Hand) -> Replanned:
    """Return what is different in all plans, and note when to look at each of them again."""
    now, decided = hand.change.made, tuple(rulings(owner))
    before = _before(decided, hand)
    stirred = []
    told = []
    for book in held(owner, decided=decided):
        old = msgspec.structs.replace(book, rulings=before)
        changed = difference(plan_of(old, now), plan_of(book, now))
        again = look_again(book, now)
        if again != book.opportunity.look_again:
            book.opportunity.looked, book.opportunity.look_again = now, again
            stirred.append(book.opportunity)
        if changed.changes:
            told.append((book, changed))
    models.Opportunity.objects.bulk_update(stirred, ["looked", "look_again"], batch_size=200)
    return _together(told)


def _before(decided: Sequence[models.Ruling], hand: Hand) -> tuple[models.Ruling, ...]:
    """Return what counted before a change that has just been written."""
    gave_way = models.Ruling.objects.filter(replaced_by__change=hand.change, gone=False)
    kept = [row for row in decided if row.change_id != hand.change.pk]
    return tuple(sorted([*kept, *gave_way], key=lambda row: (row.place, row.uid)))


def _together(told: Sequence[tuple[Held, Replanned]]) -> Replanned:
    """Return what changed in several opportunities as one, each named by its employer."""
    if len(told) == 1:
        return told[0][1]
    changes = tuple(change for _, found in told for change in found.changes)
    return Replanned(changes, " ".join(_sentences(told)))


def _sentences(told: Sequence[tuple[Held, Replanned]]) -> Iterable[str]:
    for book, found in told[:SAID_AT_ONCE]:
        yield f"{book.facts.employer or _('An employer')}: {found.sentence}"
    more = len(told) - SAID_AT_ONCE
    if more > 0:
        yield ngettext("And one place more.", "And {count} places more.", more).format(count=more)
