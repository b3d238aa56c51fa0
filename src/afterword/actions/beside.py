"""What a change in one opportunity does in the others at the same employer."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.planning import look_again, plan_of
from afterword.actions.replan import difference
from afterword.actions.values import PlanChange, Replanned
from afterword.journal import models
from afterword.journal.held import Beside, Held, Part, held, house
from afterword.tongue import gettext as _

Stirred = tuple[Held, Replanned]


def stir(owner: User, before: Held | None, after: Held | None, *, now: datetime) -> list[Stirred]:
    """Note when to look again at what stands beside a change; return where a plan is another now.

    Call it once the change is written, within its transaction.
    """
    numbers = _touched(before, after)
    books = held(owner, Part(some=numbers)) if numbers else ()
    stirred = [(book, _changed(book, before, after, now)) for book in books]
    for book in books:
        book.opportunity.looked, book.opportunity.look_again = now, look_again(book, now)
    rows = [book.opportunity for book in books]
    models.Opportunity.objects.bulk_update(rows, ["looked", "look_again"], batch_size=200)
    return [(book, changed) for book, changed in stirred if changed.changes]


def with_those_beside(replanned: Replanned, stirred: Iterable[Stirred]) -> Replanned:
    """Return what changed in an opportunity, and then what changed beside it, by its role."""
    changes = (*replanned.changes, *_by_role(stirred))
    beside = [change.said for change in changes[len(replanned.changes) :]]
    return Replanned(changes, " ".join(filter(None, [replanned.sentence, *beside])))


def _by_role(stirred: Iterable[Stirred]) -> Iterator[PlanChange]:
    for book, changed in stirred:
        role = book.facts.role or _("the other role there")
        for change in changed.changes:
            said = _("For {role}: {change}").format(role=role, change=change.said)
            yield msgspec.structs.replace(change, said=said)


def _touched(before: Held | None, after: Held | None) -> frozenset[int]:
    """Return the others at the employer, where what changed is any concern of theirs."""
    books = [book for book in (before, after) if book]
    if before and after and _told(before) == _told(after):
        return frozenset()
    return frozenset(other.facts.opportunity_id for book in books for other in book.beside)


def _told(book: Held) -> object:
    return book.facts, book.people, book.events


def _changed(book: Held, before: Held | None, after: Held | None, now: datetime) -> Replanned:
    """Return what is different in the plan of one that stands beside a change."""
    old = msgspec.structs.replace(book, beside=tuple(_then(book, before, after)))
    return difference(plan_of(old, now), plan_of(book, now))


def _then(book: Held, before: Held | None, after: Held | None) -> Iterator[Beside]:
    """Yield what stood beside an opportunity before a change in another."""
    changed = {one.opportunity.pk for one in (before, after) if one}
    yield from (other for other in book.beside if other.facts.opportunity_id not in changed)
    if before and house(before.facts.employer) == house(book.facts.employer):
        yield Beside(before.facts, before.people, before.events)
