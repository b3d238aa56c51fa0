"""Today: what to do, what to leave alone, what comes this week, and what changed meanwhile."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

import msgspec

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.agreed import Agreed
from afterword.actions.away import Away, away
from afterword.actions.items import Alone, Item
from afterword.actions.mail.messages import waiting as waiting_mail
from afterword.actions.mail.releases import Open, open_letters
from afterword.actions.outlook import Done, Outlook, outlooks
from afterword.actions.steps import Steps, stamp, steps
from afterword.tongue import gettext as _
from afterword.tongue import ngettext

MOST, MOST_LATER, MOST_ALONE = 4, 12, 2
STIRRING = timedelta(days=30)
PRESENT = timedelta(minutes=5)
"""A visit that is noted once in so long: nothing that it is asked for is told to the minute."""


class Today(msgspec.Struct, frozen=True):
    """Everything on the page that opens first.

    `do` holds at most four; `more` says how many others are open, which lead `later`, and `beyond`
    for how many `later` has no room. `next` is what comes after this week. `waiting` counts the
    messages that wait for the candidate's word. `letters` were released and are not settled yet:
    their steps are not to do. `agreed` are the interviews to come, at most four.
    """

    sentence: str
    do: tuple[Item, ...] = ()
    more: int = 0
    alone: tuple[Alone, ...] = ()
    later: tuple[Item, ...] = ()
    beyond: int = 0
    done: tuple[Done, ...] = ()
    away: Away | None = None
    next: Item | None = None
    empty: bool = False
    waiting: int = 0
    letters: Open = Open()
    agreed: tuple[Agreed, ...] = ()


def today(owner: User, *, now: datetime, visit: bool = False) -> Today:
    """Return what Today shows at `now`, by the candidate's clock.

    With `visit`, it also says what changed since the last one, and notes this one.
    """
    hunt = outlooks(owner, now=now)
    letters = open_letters(owner)
    found = steps(hunt, letters, now)
    ready, rest = found.ready[:MOST], found.ready[MOST:]
    week = (*rest, *found.soon)
    left = tuple(rest for one in hunt for rest in _restraints(one, now))
    seen = away(owner, hunt, owner.visited, now) if visit and owner.visited else None
    if visit:
        _note(owner, now)
    return Today(
        sentence=_sentence(found, left, letters),
        do=ready,
        more=len(rest),
        alone=tuple(sorted(left, key=_ending)),
        later=week[:MOST_LATER],
        beyond=len(week[MOST_LATER:]),
        done=tuple(_done(hunt, now)),
        away=seen,
        next=next(iter(found.beyond), None),
        empty=not hunt,
        waiting=waiting_mail(owner),
        letters=letters,
        agreed=tuple(_agreed(hunt, now))[:MOST],
    )


def _note(owner: User, now: datetime) -> None:
    if owner.visited is None or abs(now - owner.visited) >= PRESENT:
        owner.visited = now
        owner.save(update_fields=["visited"])


def _ending(one: Alone) -> float:
    return stamp(one.until)


def _restraints(one: Outlook, now: datetime) -> Iterator[Alone]:
    """Yield what to leave alone where anything is going on; the rest is on the opportunity's page.

    What is over and silent sinks by itself.
    """
    stirs = one.stirred is not None and now - one.stirred <= STIRRING
    if stirs or any(rest.until for rest in one.plan.restraints):
        yield from islice(one.alone, MOST_ALONE)


def _done(hunt: Sequence[Outlook], now: datetime) -> Iterator[Done]:
    """Yield what was done or decided today, by the candidate's calendar."""
    for one in hunt:
        for done in one.done:
            at = done.at.astimezone(now.tzinfo)
            if at.date() == now.date():
                yield msgspec.structs.replace(done, at=at)


def _agreed(hunt: Sequence[Outlook], now: datetime) -> list[Agreed]:
    """Return the interviews that are not over yet, by the candidate's clock, the next one first."""
    found = [one for each in hunt for one in each.agreed if one.ends > now]
    here = [msgspec.structs.replace(one, starts=one.starts.astimezone(now.tzinfo)) for one in found]
    return sorted(here, key=lambda one: one.starts.timestamp())


def _sentence(found: Steps, left: Sequence[Alone], letters: Open) -> str:
    """Return the sentence that Today opens with."""
    shown = found.ready[:MOST]
    if not shown:
        first = nothing(letters)
        coming = next(iter((*found.soon, *found.beyond)), None)
        following = coming if coming and coming.opens else None
        return f"{first} {_('Next: {what}.').format(what=_next(following))}" if following else first
    minutes = sum(item.minutes for item in shown)
    about = ngettext("About {count} minute.", "About {count} minutes.", minutes)
    return f"{phrases.opening(len(shown), len(left))} {about.format(count=minutes)}"


def nothing(letters: Open) -> str:
    """Return that nothing is to be sent: nothing more, where something was released."""
    if letters.asked or letters.leaving:
        return _("Nothing more to send today, and that is right.")
    return _("Nothing to send today, and that is right.")


def _next(item: Item) -> str:
    assert item.opens is not None  # noqa: S101  asked before
    day = f"{item.opens:%A} {item.opens.day} {item.opens:%B}"
    return f"{day}, {item.employer}" if item.employer else day


def counted(number: int) -> str:
    """Return a number of things in words: "one thing", "two things"."""
    return ngettext("{number} thing", "{number} things", number).format(
        number=phrases.count(number)
    )
