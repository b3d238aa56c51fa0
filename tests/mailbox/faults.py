"""A mailbox in memory that breaks off, lies, and lets things happen in the middle of a look."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from afterword.mailbox.box import Folder, Heard, Search, State, never
from afterword.mailbox.head import Head
from afterword.mailbox.memory import Memory, MemoryBox
from afterword.mailbox.runs import Uids
from afterword.mailbox.trouble import Dropped

T = TypeVar("T")


class Plan(msgspec.Struct, frozen=True):
    """What goes wrong: before or after which call it breaks off, at which one something happens."""

    breaks_at: int = 0  # 0: never
    after: bool = False  # the server did it, but we never heard
    happens_at: int = 0
    happens: Callable[[], None] = lambda: None


class FaultyBox:
    """A connection by plan; `lie` changes what a folder says of itself.

    It answers early what it is told will be asked next: what it says of that may be out of date.
    """

    def __init__(
        self, memory: Memory, plan: Plan, lie: Callable[[State], State] = lambda state: state
    ) -> None:
        self._box = MemoryBox(memory)
        self._plan = plan
        self._lie = lie
        self._early: dict[tuple[str, tuple[int, ...]], tuple[Head, ...]] = {}
        self.calls = 0

    def folders(self) -> tuple[Folder, ...]:
        return self._through(self._box.folders)

    def state(self, folder: str, *, reading: bool = False) -> State:
        return self._through(lambda: self._lie(self._box.state(folder, reading=reading)))

    def uids(self, folder: str, search: Search) -> Uids:
        return self._through(lambda: self._box.uids(folder, search))

    def heads(
        self, folder: str, uids: tuple[int, ...], then: tuple[int, ...] = ()
    ) -> tuple[Head, ...]:
        return self._through(lambda: self._early_heads(folder, uids, then))

    def message(self, folder: str, uid: int) -> bytes | None:
        return self._through(lambda: self._box.message(folder, uid))

    def append(self, folder: str, message: bytes, *, draft: bool) -> int:
        return self._through(lambda: self._box.append(folder, message, draft=draft))

    def remove(self, folder: str, uid: int, step: str) -> bool:
        return self._through(lambda: self._box.remove(folder, uid, step))

    def wait(
        self, folder: str, known: State, seconds: float, until: Callable[[], bool] = never
    ) -> Heard:
        return self._through(lambda: self._box.wait(folder, known, seconds, until))

    def close(self) -> None:
        self._box.close()

    def _early_heads(
        self, folder: str, uids: tuple[int, ...], then: tuple[int, ...]
    ) -> tuple[Head, ...]:
        """Tell what was so when it was announced, as a server may that is asked ahead."""
        told = self._early.pop((folder, uids), None)
        heads = self._box.heads(folder, uids) if told is None else told
        self._early = {(folder, then): self._box.heads(folder, then)}
        return heads

    def _through(self, call: Callable[[], T]) -> T:
        self.calls += 1
        if self.calls == self._plan.happens_at:
            self._plan.happens()
        breaks = self.calls == self._plan.breaks_at
        if breaks and not self._plan.after:
            raise Dropped("memory")
        done = call()
        if breaks:
            raise Dropped("memory")
        return done
