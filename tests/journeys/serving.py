"""The server of `afterword serve`, in a thread of the tests, by a clock that they move."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.wsgi import get_wsgi_application
from waitress.server import create_server  # type: ignore[import-untyped]  # it has no types

from afterword.cli.serve import THREADS, listen

ZONE = ZoneInfo("Europe/London")


class Clock:
    """What time it is in a story: the setting CLOCK while it is told."""

    def __init__(self, told: str) -> None:
        """Begin at a moment of the candidate's day, such as `2026-03-02 18:30`."""
        self.now = moment(told)

    def __call__(self) -> datetime:
        """Return the moment, as the pages ask for it."""
        return self.now

    def move(self, told: str) -> None:
        """Go on to a later moment; a story never goes back."""
        later = moment(told)
        assert later >= self.now, f"{told} is before {self.now}"
        self.now = later


def moment(told: str) -> datetime:
    """Return a moment of the candidate's day."""
    return datetime.fromisoformat(told).replace(tzinfo=ZONE)


@contextmanager
def served() -> Iterator[str]:
    """Answer at a port that was free, on whichever journal the process is set up; yield where."""
    listening = listen("127.0.0.1", 0)
    port: int = listening.getsockname()[1]
    server = create_server(get_wsgi_application(), sockets=[listening], threads=THREADS, ident=None)
    running = threading.Thread(target=server.run, name="serving", daemon=True)
    running.start()
    yield f"http://127.0.0.1:{port}"
    server.close()
    running.join(timeout=10)
