"""When to listen at a mailbox again, decided from what came of it; no server is asked here."""

from datetime import timedelta
from enum import StrEnum, auto
from typing import assert_never

import msgspec

from afterword.mailbox.box import State

SOON = timedelta(seconds=2)
"""After a look: what comes in a burst is looked at together."""
MOST = timedelta(minutes=5)
LONG = timedelta(hours=6)
DOUBLINGS = 8  # more than it takes from SOON to MOST


class Came(StrEnum):
    """What came of listening."""

    LOOKED = auto()
    """There was news, and it was looked at."""
    IN_VAIN = auto()
    """The server told of news, and nothing new was there."""
    QUIET = auto()
    BUSY = auto()
    """There is news, and somebody else looks already, perhaps since before it came."""
    DEAF = auto()
    """The server lets nobody wait."""
    GONE = auto()
    """The mailbox was forgotten, or connected anew."""


class Next(msgspec.Struct, frozen=True):
    """What to do next: listen again after a pause, on the same connection if it `stays`."""

    pause: timedelta = timedelta(0)
    stays: bool = True


def when_to_listen(came: Came, in_vain: int = 0) -> Next:
    """Return when to listen again, after so many calls in vain, one after the other.

    A server that cries wolf is asked ever less often, as rarely as one that is only polled.
    """
    match came:
        case Came.QUIET:
            return Next()
        case Came.LOOKED | Came.BUSY:
            return Next(SOON)
        case Came.IN_VAIN:
            return Next(min(SOON * 2 ** min(in_vain, DOUBLINGS), MOST))
        case Came.DEAF:
            return hang_up(LONG)
        case Came.GONE:
            return hang_up(timedelta(0))
        case _ as unreachable:
            assert_never(unreachable)


def hang_up(pause: timedelta) -> Next:
    """Return that only a new connection is of use, and not before the end of a pause."""
    return Next(pause, stays=False)


def is_new(known: State, now: State) -> bool:
    """Return whether something came since a state was known; what only went is no news."""
    if not now.next:  # a server that does not say which number comes next
        return (now.validity, now.count) != (known.validity, known.count)
    return (now.validity, now.next) != (known.validity, known.next)
