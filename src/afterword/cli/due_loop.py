"""The thread of `afterword serve` that does what is due, until it is told to stop."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import click

from afterword.cli import memory

Work = Callable[[datetime], tuple[str, ...]]
PAUSE = 60.0
"""Seconds between two looks; nothing that is due is due to the minute."""
PATIENCE = 5.0
"""Seconds that a job which has begun may take to end; then it is left, and done again next time."""


class DueLoop:
    """The due work beside the pages: at once, because much may have come due, then every minute."""

    def __init__(self, work: Work | None = None, pause: float = PAUSE) -> None:
        """Begin nothing yet; other `work` than the due work is for tests."""
        self.work, self.pause = work or due_work, pause
        self.said: tuple[str, ...] = ()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="due work", daemon=True)

    def start(self) -> None:
        """Begin, beside whatever else goes on."""
        self._thread.start()

    def stop(self) -> None:
        """Let what has begun end, and begin nothing more."""
        self._stopping.set()
        self._thread.join(PATIENCE)

    @property
    def running(self) -> bool:
        """Whether it was begun and has not ended."""
        return self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self.once()
            self._stopping.wait(self.pause)

    def once(self) -> None:
        """Do every job once; what fails is said on standard error when it is new, not each time."""
        now = datetime.now(UTC)  # noqa: TID251  a shell asks what time it is
        failed = self.work(now)
        for line in failed:
            if line not in self.said:
                click.echo(line, err=True)
        self.said = failed


def due_work(now: datetime) -> tuple[str, ...]:
    """Do what is due; return a line for each job that failed. It keeps nothing in between."""
    from django.db import connection  # noqa: PLC0415  Django is set up by now

    from afterword.actions.due_work import work  # noqa: PLC0415  the same

    try:
        return work(now=now)
    finally:
        connection.close()
        memory.give_back()


def slow_work(now: datetime) -> tuple[str, ...]:
    """Do what is due and waits for other computers; return a line for each job that failed."""
    from django.db import connection  # noqa: PLC0415  Django is set up by now

    from afterword.actions.due_work import SLOW, work  # noqa: PLC0415  the same

    try:
        return work(now=now, jobs=SLOW)
    finally:
        connection.close()
