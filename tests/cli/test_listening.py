"""The threads that listen: one a mailbox, news at once, and an end when it is told to."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from afterword.accounts.models import User
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox
from afterword.actions.mail.forget_mailbox import forget_mailbox
from afterword.actions.mail.look_in import look_in
from afterword.cli.due_loop import DueLoop
from afterword.cli.listening import Listeners
from afterword.journal import mail as kept
from afterword.mailbox import imap
from afterword.mailbox.box import Box, Heard, State, never
from afterword.mailbox.memory import Memory, MemoryBox
from afterword.mailbox.server import Credentials, Server
from afterword.mailbox.trouble import Dropped
from tests.actions.conftest import real_server
from tests.actions.hunt import at, person
from tests.actions.mail.mailboxes import ADDRESS, connected, deliver, looked, mail, thanked
from tests.mailbox.keepers import DovecotKeeper, MemoryKeeper
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot

__all__ = ["real_server"]
pytestmark = pytest.mark.usefixtures("journal")
NOW = at("2026-03-16 10:00")
ENOUGH = 20.0  # seconds, on a busy day; where a figure counts, it stands in the test


class WaitingBox(MemoryBox):
    """A mailbox in memory whose server lets one wait, as long as `line` holds."""

    def __init__(self, memory: Memory, line: threading.Event) -> None:
        super().__init__(memory)
        self.waits, self.line = threading.Event(), line

    def wait(
        self, folder: str, known: State, seconds: float, until: Callable[[], bool] = never
    ) -> Heard:
        self.waits.set()
        while not until():
            if self.line.wait(0.01):
                raise Dropped("imap.home.example")
            if self.state(folder) != known:
                return Heard.NEWS
        return super().wait(folder, known, seconds) and Heard.NOTHING


class Home:
    """Alice's mailbox in memory, looked into, and one who listens at it."""

    def __init__(self) -> None:
        self.alice, self.keeper = person(), MemoryKeeper()
        thanked(self.alice)
        looked(self.alice, connected(self.alice, self.keeper), "2026-03-16 09:00")
        self.broken = threading.Event()
        self.boxes: list[WaitingBox] = []
        self.listeners = Listeners(self.door, clock=lambda: NOW)

    def door(self, server: Server, credentials: Credentials) -> Box:
        del server, credentials
        self.boxes.append(WaitingBox(self.keeper.memory, self.broken))
        return self.boxes[-1]

    def listen(self) -> None:
        assert self.listeners.work(NOW) == ()
        assert self.listeners.listening == 1
        assert until(lambda: bool(self.boxes) and self.boxes[0].waits.is_set())


@pytest.fixture
def home() -> Iterator[Home]:
    home = Home()
    yield home
    home.listeners.stop()


def until(holds: Callable[[], bool], seconds: float = ENOUGH) -> bool:
    """Return whether something holds before the time is over."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        threading.Event().wait(0.01)
    return holds()


def arrived(owner: User, number: int) -> Callable[[], bool]:
    return lambda: kept.messages(owner).count() == number


def test_where_nobody_has_a_mailbox_nobody_listens() -> None:
    listeners = Listeners()
    assert listeners.work(NOW) == ()
    assert listeners.listening == 0
    listeners.stop()


def test_news_is_looked_at_and_one_listener_is_enough(home: Home) -> None:
    home.listen()
    assert home.listeners.work(NOW) == ()
    assert home.listeners.listening == 1
    deliver(home.keeper, mail("Hello.", when="2026-03-16 09:30"), when="2026-03-16 09:30")
    assert until(arrived(home.alice, 1))
    home.listeners.stop()
    assert home.listeners.listening == 0


def test_a_line_that_breaks_is_taken_up_again_after_the_pause_and_not_before(home: Home) -> None:
    home.listen()
    home.broken.set()
    assert until(lambda: home.listeners.listening == 0)
    home.broken.clear()
    for minutes, listening in ((0, 0), (4, 0), (5, 1)):
        home.listeners.work(NOW + timedelta(minutes=minutes))
        assert home.listeners.listening == listening


def test_what_is_forgotten_is_no_longer_listened_at(home: Home) -> None:
    home.listen()
    assert forget_mailbox(home.alice)
    home.listeners.work(NOW)
    assert until(lambda: home.listeners.listening == 0)


def test_what_nobody_foresaw_is_told_and_tried_again(home: Home) -> None:
    listeners = Listeners(lambda *_: MemoryBox(Memory()) if home.broken.is_set() else broken())
    listeners.work(NOW)
    assert until(lambda: listeners.listening == 0)
    (line,) = listeners.work(NOW)
    assert line.startswith("The due work waits: listening at mailboxes: no such thing.")
    assert listeners.work(NOW) == ()
    home.broken.set()
    assert listeners.work(NOW + timedelta(minutes=5)) == ()
    listeners.stop()


def broken() -> Box:
    message = "no such thing"
    raise RuntimeError(message)


def test_it_is_a_loop_of_its_own(home: Home) -> None:
    loop = DueLoop(home.listeners.work)
    loop.once()
    assert loop.said == ()


def at_home(there: Dovecot) -> User:
    """Return Alice by today's clock, with her mailbox behind a server, looked into just now."""
    now = datetime.now(UTC)  # noqa: TID251  the program that is started has no other clock
    alice = person()
    thanked(alice)

    def door(server: Server, credentials: Credentials) -> Box:
        return imap.connect(server, credentials, trust=there.trust)

    asked = Asked(ADDRESS, PASSWORD, there.host, port=there.tls)
    connect_mailbox(alice, asked, now=now, door=door)
    assert look_in(alice, now=now, door=door).ended
    return alice


@contextmanager
def serving(folder: Path, server: Dovecot) -> Iterator[subprocess.Popen[str]]:
    """Run `afterword serve`, which trusts the server's authority; end it in any case."""
    command = [sys.executable, "-m", "afterword", "serve", "--no-browser", "--port", "0"]
    environ = {**os.environ, "SSL_CERT_FILE": str(server.papers.authority)}
    process = subprocess.Popen(
        [*command, "--data", str(folder)], stdout=subprocess.PIPE, text=True, env=environ
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def fresh(number: int) -> bytes:
    """Return an answer of Lena's that was written just now."""
    now = datetime.now(UTC)  # noqa: TID251  the program that is started has no other clock
    text = f"Hi Alice,\n\nwe are still talking to others ({number}).\n\nLena"
    headers = {"date": format_datetime(now), "message_id": f"<{number}@corbel.example>"}
    return mail(text, when="2026-03-16 09:30", **headers)


def test_serve_knows_of_a_message_within_seconds_by_one_look_and_ends_while_it_waits(
    journal: Path, real_server: Dovecot
) -> None:
    alice = at_home(real_server)
    with serving(journal, real_server) as process, DovecotKeeper(real_server, ADDRESS) as keeper:
        now = datetime.now(UTC)  # noqa: TID251  the program that is started has no other clock
        keeper.put("INBOX", fresh(1), now)
        assert until(arrived(alice, 1), 60)  # it has started, and listens
        before = logins(real_server)
        keeper.put("INBOX", fresh(2), now)
        assert until(arrived(alice, 2))  # of five minutes until the next poll
        assert until(lambda: logins(real_server) == before + 2)  # the message, and the look
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate(timeout=ENOUGH)  # of two minutes that it would wait
        assert told.endswith("Stopped. Everything is kept.\n")
        assert process.returncode == 0
        assert logins(real_server) == before + 2


def logins(server: Dovecot) -> int:
    """Return how often Alice was let in."""
    return len(re.findall(rf"Login: user=<{re.escape(ADDRESS)}>", server.log))
