"""The steps of a whole hunt in the order in which they press: what is ready, and what comes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from afterword.accounts.models import User
from afterword.actions.items import Item
from afterword.actions.mail.releases import Open, open_letters
from afterword.actions.outlook import Outlook, outlooks
from afterword.actions.values import StepKey
from afterword.etiquette.entries.elsewhere import ONCE_FOR_ALL

WEEK = timedelta(days=7)
NEVER = float("inf")


class Steps(msgspec.Struct, frozen=True):
    """What is `ready`, the first to lapse first; what opens this week; and what is `beyond` it."""

    ready: tuple[Item, ...]
    soon: tuple[Item, ...]
    beyond: tuple[Item, ...]


def to_write(owner: User, *, now: datetime) -> Steps:
    """Return all the steps of an owner; of those that are ready, what was begun comes first."""
    found = steps(outlooks(owner, now=now), open_letters(owner), now)
    begun = sorted(found.ready, key=lambda item: not item.drafted)
    return msgspec.structs.replace(found, ready=tuple(begun))


def steps(hunt: Sequence[Outlook], letters: Open, now: datetime) -> Steps:
    """Return the steps of a hunt, without those whose letters are on their way."""
    items = [item for one in hunt for item in one.items]
    if letters.asked or letters.leaving:
        items = [item for item in items if letters.serving(item) is None]
    ready = joined(sorted((item for item in items if item.open), key=_bound))
    coming = sorted((item for item in items if not item.open), key=_opening)
    end = (now + WEEK).timestamp()
    soon = tuple(item for item in coming if _opening(item) <= end)
    return Steps(tuple(ready), soon, tuple(coming[len(soon) :]))


def joined(ready: Sequence[Item]) -> list[Item]:
    """Return steps so that what reaches one person once is one step, whatever the roles it is for.

    The first one stays, and names the others.
    """
    known = {(item.opportunity, item.key) for item in ready}
    gone: set[tuple[str, StepKey]] = set()
    kept = []
    for item in ready:
        act = item.step.act
        if (item.opportunity, item.key) in gone:
            continue
        others = item.also if act in ONCE_FOR_ALL else ()
        joins = tuple(other for other in others if other.step(act) in known - gone)
        gone.update(other.step(act) for other in joins)
        kept.append(msgspec.structs.replace(item, joined=joins) if joins else item)
    return kept


def _bound(item: Item) -> float:
    window = item.step.window
    return stamp(window.best_by or window.too_late_after)


def _opening(item: Item) -> float:
    return stamp(item.opens)


def stamp(moment: datetime | None) -> float:
    """Return a moment as a number to sort by; what never comes is the last."""
    return moment.timestamp() if moment else NEVER
