"""The threads of `afterword serve` that listen at mailboxes, until they are told to stop."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.db import connection

from afterword.actions.due_work import Job, work
from afterword.actions.mail.listen import AT_MOST, Ear, Line, lines
from afterword.actions.mail.look_in import PAUSE as AFTER_A_FAULT
from afterword.actions.mail.mailbox_door import Door, by_imap
from afterword.actions.mail.when_to_listen import Next, hang_up

EVERY = 10.0
"""Seconds between two looks at which mailboxes there are."""
PATIENCE = 1.5
"""Seconds that all of them together may take to hang up; then they are left."""


Clock = Callable[[], datetime]


def wall() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  a shell asks what time it is


class Listeners:
    """One thread for each mailbox that is listened at; none where nobody has connected one."""

    def __init__(self, door: Door = by_imap, clock: Clock = wall) -> None:
        """Listen at nothing yet; another door than IMAP's, and another clock, are for tests."""
        self._door, self._clock = door, clock
        self._threads: dict[Line, Listener] = {}
        self._rests: dict[Line, datetime] = {}

    def work(self, now: datetime) -> tuple[str, ...]:
        """Listen where one should and no longer where one should not; return what failed."""
        try:
            return work(now=now, jobs=(Job("listening at mailboxes", self._see_to),))
        finally:
            connection.close()

    def stop(self) -> None:
        """Hang up everywhere, and listen at nothing more."""
        for thread in self._threads.values():
            thread.stopping.set()
        end = time.monotonic() + PATIENCE
        for thread in self._threads.values():
            thread.join(max(0.0, end - time.monotonic()))

    @property
    def listening(self) -> int:
        """Return how many mailboxes are listened at."""
        return sum(thread.is_alive() for thread in self._threads.values())

    def _see_to(self, *, now: datetime) -> None:
        faults = self._forget_ended(now)
        self._rests = {line: until for line, until in self._rests.items() if until > now}
        wanted = lines(without=self._rests)
        for line, thread in self._threads.items():
            if line not in wanted:
                thread.stopping.set()
        for line in wanted:
            if line not in self._threads and len(self._threads) < AT_MOST:
                self._threads[line] = Listener(line, self._door, self._clock)
                self._threads[line].start()
        if faults:
            raise faults[0]

    def _forget_ended(self, now: datetime) -> list[Exception]:
        ended = [thread for thread in self._threads.values() if not thread.is_alive()]
        for thread in ended:
            del self._threads[thread.line]
            self._rests[thread.line] = now + thread.next.pause
        return [thread.fault for thread in ended if thread.fault]


class Listener(threading.Thread):
    """Listens on one line until it is told to stop, or until only a new connection is of use."""

    def __init__(self, line: Line, door: Door, clock: Clock) -> None:
        """Begin nothing yet."""
        super().__init__(name=f"listening at mailbox {line.mailbox}", daemon=True)
        self.line, self.stopping = line, threading.Event()
        self.next = Next()
        self.fault: Exception | None = None
        self._clock, self._ear = clock, Ear(line, door)

    def run(self) -> None:
        """Listen; what nobody foresaw is kept to be told, and tried again later."""
        try:
            self._listen()
        except Exception as error:  # noqa: BLE001  whatever it was, the mailbox is still polled
            self.fault, self.next = error, hang_up(AFTER_A_FAULT)
        finally:
            connection.close()
            self._ear.close()

    def _listen(self) -> None:
        self.next = self._ear.begin(now=self._clock())
        while self.next.stays:
            connection.close()  # nothing is held while one waits
            if self.stopping.wait(self.next.pause.total_seconds()):
                return
            heard = self._ear.wait(self.stopping.is_set)
            self.next = self._ear.answer(heard, now=self._clock())
