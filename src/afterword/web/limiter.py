"""A few attempts, and then a pause, so that nobody gets in anywhere by guessing.

It is kept in memory: `afterword serve` is one process, and a restart by its owner may forget.
"""

from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from threading import Lock

PAUSE = timedelta(minutes=15)
MOST_KNOWN = 10_000
# For a name from one address, for all that an address tries, and for a name from anywhere. The
# last is the highest by far: else whoever knows a name could keep its owner out.
HERE, ADDRESS, NAME = 5, 20, 100


def keys(name: str, address: str) -> Mapping[str, int]:
    """Return what an attempt counts towards, and how many of each are allowed."""
    name = name.casefold()
    return {
        f"here {address} {name}": HERE,
        f"address {address}": ADDRESS,
        f"name {name}": NAME,
    }


class Limiter:
    """Counts attempts within the last quarter of an hour."""

    def __init__(self) -> None:
        """Begin with nobody under suspicion."""
        self._attempts: dict[str, deque[datetime]] = {}
        self._lock = Lock()

    def admits(self, allowed: Mapping[str, int], *, now: datetime) -> bool:
        """Count an attempt, before it is made, and return whether it may be made.

        Of many that come at the same moment, no more are admitted than of those that wait.
        """
        with self._lock:
            if any(len(self._recent(key, now)) >= most for key, most in allowed.items()):
                return False
            for key in allowed:
                self._attempts.setdefault(key, deque()).append(now)
            self._forget(now)
            return True

    def succeeded(self, allowed: Mapping[str, int]) -> None:
        """Forget what went before a success of this name from this address.

        What the address tried with other names counts on: whoever has a name of their own here
        must not guess at others' without end.
        """
        with self._lock:
            for key in allowed:
                if key.startswith("here "):
                    self._attempts.pop(key, None)

    def clear(self) -> None:
        """Forget everything, as a restart does."""
        with self._lock:
            self._attempts.clear()

    def _recent(self, key: str, now: datetime) -> deque[datetime]:
        attempts = self._attempts.get(key) or deque()
        # Either way: a clock that was set right again must not keep anybody out for months.
        while attempts and abs(now - attempts[0]) > PAUSE:
            attempts.popleft()
        return attempts

    def _forget(self, now: datetime) -> None:
        """Drop what is long past; where that is not enough, what was first heard of."""
        if len(self._attempts) <= MOST_KNOWN:
            return
        kept = {key: found for key, found in self._attempts.items() if self._recent(key, now)}
        self._attempts = dict(list(kept.items())[-MOST_KNOWN // 2 :])


SIGNING_IN = Limiter()
CONNECTING = Limiter()
"""Providers lock out whoever guesses; and nobody else's mailbox or calendar is to be guessed at."""
READING = Limiter()
"""The secret address of a feed is its only lock."""
