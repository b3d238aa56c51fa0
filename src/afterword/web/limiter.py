"""A few attempts to sign in, and then a pause: for each name, and for each address they come from.

It is kept in memory: `afterword serve` is one process, and a restart by its owner may forget.
"""

from collections import deque
from datetime import datetime, timedelta
from threading import Lock

PAUSE = timedelta(minutes=15)
ATTEMPTS = 5
MOST_KNOWN = 10_000


class Limiter:
    """Counts failures for each key within the last quarter of an hour."""

    def __init__(self) -> None:
        """Begin with nobody under suspicion."""
        self._failures: dict[str, deque[datetime]] = {}
        self._lock = Lock()

    def is_open(self, *keys: str, now: datetime) -> bool:
        """Return whether another attempt is allowed for all these keys."""
        with self._lock:
            return all(len(self._recent(key, now)) < ATTEMPTS for key in keys)

    def failed(self, *keys: str, now: datetime) -> None:
        """Remember a failure."""
        with self._lock:
            if len(self._failures) > MOST_KNOWN:
                self._failures = {
                    key: kept for key in self._failures if (kept := self._recent(key, now))
                }
            for key in keys:
                self._recent(key, now).append(now)

    def succeeded(self, *keys: str) -> None:
        """Forget what went before a success."""
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)

    def _recent(self, key: str, now: datetime) -> deque[datetime]:
        failures = self._failures.setdefault(key, deque(maxlen=ATTEMPTS))
        while failures and now - failures[0] > PAUSE:
            failures.popleft()
        return failures


LIMITER = Limiter()
