"""What was worked out and still holds, kept in memory within bounds; never the only copy."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

VERSIONS = 2
"""Values of one key: as of now, and as of the last visit."""


class Memo(Generic[Key, Value]):
    """The values of the keys that were asked for last, safe to use from several threads."""

    def __init__(self, most: int, weight: Callable[[Value], int] | None = None) -> None:
        """Hold at most so many keys, or with `weight` so much, each with its last few values."""
        self.most = most
        self._weight = weight
        self._held = 0
        self._kept: OrderedDict[Key, tuple[Value, ...]] = OrderedDict()
        self._lock = Lock()

    def found(self, key: Key, fits: Callable[[Value], bool]) -> Value | None:
        """Return the newest value of a key that fits."""
        with self._lock:
            values = self._kept.get(key, ())
            if values:
                self._kept.move_to_end(key)
        return next(filter(fits, values), None)

    def keep(self, key: Key, value: Value) -> None:
        """Hold another value of a key; what was asked for longest ago gives way."""
        with self._lock:
            before = self._kept.pop(key, ())
            self._kept[key] = (value, *before)[:VERSIONS]
            self._held += self._weighed(self._kept[key]) - self._weighed(before)
            while self._held > self.most:
                _, gone = self._kept.popitem(last=False)
                self._held -= self._weighed(gone)

    def _weighed(self, values: tuple[Value, ...]) -> int:
        return sum(map(self._weight, values)) if self._weight else bool(values)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._held = 0
