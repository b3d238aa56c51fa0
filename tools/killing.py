"""Letters whose sending is killed at every step, and what becomes of them.

Each letter has a person of its own, behind a real Dovecot and a real OpenSMTPD. A process of its
own sends it, and kills itself before or after its n-th call to the database or to a server; n grows
until the letter gets through, and begins anew. Then the due work goes on, as after a restart.
"""

import os
import re
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import FrameType
from typing import Any

import msgspec
from django.db import connections

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.mail.arrived import Answer, arrived
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox
from afterword.actions.mail.look_in import must_look
from afterword.actions.mail.mailbox_door import credentials as credentials_of
from afterword.actions.mail.mailbox_door import opened
from afterword.actions.mail.release import Releasing, release
from afterword.actions.mail.send import Ways, send_due
from afterword.actions.mail.sending import set_sending
from afterword.actions.values import StepKey
from afterword.etiquette import decode
from afterword.etiquette.vocabulary import Act
from afterword.journal.outgoing import Release, State
from afterword.mailbox import imap
from afterword.mailbox.box import Box
from afterword.mailbox.outgoing import Door
from afterword.mailbox.server import Credentials, Server
from tests.mailbox.servers import dovecot, opensmtpd
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot
from tests.mailbox.servers.opensmtpd import OpenSmtpd

CALLS = frozenset(
    [
        *("connect", "do_handshake", "send", "sendall", "recv", "recv_into", "read", "write"),
        *("execute", "executemany", "commit", "rollback"),
    ]
)
ROOMS = frozenset({"_socket", "_ssl", "sqlite3"})
BEGUN = datetime.fromisoformat("2026-03-04T10:00:00+00:00")
DUE, AFTER = BEGUN + timedelta(minutes=10), BEGUN + timedelta(minutes=40)
LATEST = BEGUN + timedelta(hours=2)
IDENTITY = re.compile(rb"^Message-ID: <([^>]+)>", re.MULTILINE | re.IGNORECASE)
HUNT = {
    "now": "2026-03-04T10:00:00+00:00",
    "timezone": "Europe/London",
    "opportunity": {"employer": "Riverside Hospital", "role": "charge nurse", "country": "GB"},
    "people": [
        {"id": "okafor", "name": "Ms Okafor", "role": "hiring-manager", "email": "o@river.example"}
    ],
    "events": [{"on": "2026-03-03T14:00:00", "kind": "interview", "with": ["okafor"]}],
}


class Killed(msgspec.Struct, frozen=True):
    """What became of the letters: after so many kills at so many steps, how many came out how."""

    kills: int
    steps: int
    most_copies: int
    outcomes: Counter[str]
    wrong: tuple[str, ...] = ()


class Street(msgspec.Struct, frozen=True):
    """The servers, and the ways to them."""

    read: Dovecot
    write: OpenSmtpd

    @property
    def ways(self) -> Ways:
        """Return the ways of sending, with the only authority that vouches for these servers."""
        return Ways(
            look=lambda owner, *, now: must_look(owner, now=now, door=self.box),
            box=lambda row: opened(row, self.box),
            out=lambda way, letter, may: Door(
                Server(way.host, way.port), credentials_of(way.mailbox), self.write.trust
            ).send(letter, may),
        )

    def box(self, server: Server, credentials: Credentials) -> Box:
        """Return a mailbox, opened."""
        return imap.connect(server, credentials, trust=self.read.trust)

    def person(self, name: str) -> User:
        """Return somebody who has thanked nobody yet, and may send."""
        owner = new_owner(name, now=BEGUN)
        address = f"{name}@home.example"
        asked = Asked(address, PASSWORD, self.read.host, port=self.read.tls)
        connect_mailbox(owner, asked, now=BEGUN, door=self.box)
        set_sending(owner, on=True, server=self.write.where, minutes=10)
        return owner

    def copies(self) -> Counter[str]:
        """Return how many copies of each letter were delivered."""
        found = (IDENTITY.search(raw) for raw in self.write.delivered())
        return Counter(one[1].decode() for one in found if one)


@contextmanager
def servers() -> Iterator[Street]:
    """Run both servers."""
    with dovecot.running() as read, opensmtpd.running() as write:
        yield Street(read, write)


def run(kills: int, *, stride: int = 1) -> Killed:
    """Kill so many times, each `stride` steps later, and look what became of each letter."""
    with servers() as street:
        letters: list[Release] = []
        step = steps = done = 0
        while done < kills:
            step += stride
            letter = thanks_of(street.person(f"person-{len(letters)}"))
            letters.append(letter)
            if _dies(street, step):
                done, steps = done + 1, max(steps, step)
            else:
                step = 0
            send_due(now=AFTER, ways=street.ways)
            send_due(now=AFTER + timedelta(minutes=40), ways=street.ways)
        return _judged(street, letters, done, steps)


def thanks_of(owner: User) -> Release:
    """Return somebody's thanks to Ms Okafor, released."""
    uid = add_opportunity(owner, decode.from_raw(HUNT), now=BEGUN).opportunity
    text = "Dear Ms Okafor,\n\nthank you for the talk about the night shift.\n\nAlice"
    key = StepKey(Act.THANK_YOU, "okafor")
    yes = Releasing(key, "o@river.example", "Thank you", text)
    return release(owner, uid, yes, now=BEGUN, read=lambda *_, **__: ())


def _dies(street: Street, step: int) -> bool:
    """Send what is due in a process that dies at a step; return whether it came so far."""
    connections.close_all()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            sys.setprofile(_death(step))
            send_due(now=DUE, ways=street.ways)
        finally:
            sys.setprofile(None)
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _death(step: int) -> Callable[[FrameType, str, Any], None]:
    """Return what kills this process at a step, once it is told of every call."""
    left = step

    def told(frame: FrameType, event: str, function: Any) -> None:  # noqa: ANN401  any function
        nonlocal left
        del frame
        if event in {"c_call", "c_return"} and _is_step(function):
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return told


def _is_step(function: Any) -> bool:  # noqa: ANN401  any function
    """Return whether a function speaks to a server or to the database."""
    if function.__name__ not in CALLS:
        return False
    return any(one.__module__ in ROOMS for one in type(function.__self__).__mro__)


def together(street: Street, workers: int) -> None:
    """Send what is due in so many processes at once."""
    connections.close_all()
    children = []
    for _ in range(workers):
        child = os.fork()
        if child == 0:
            try:
                send_due(now=DUE, ways=street.ways)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def _judged(street: Street, letters: list[Release], kills: int, steps: int) -> Killed:
    """Count the copies; then answer what is asked as it is, and count them again."""
    first = street.copies()
    wrong, outcomes = [], Counter[str]()
    for row in Release.objects.filter(pk__in=[one.pk for one in letters]):
        copies = first[row.message_id]
        outcomes[f"{row.state}, {copies} delivered"] += 1
        if not _is_right(State(row.state), copies):
            wrong.append(f"{row.state} ({row.why}) with {copies} copies delivered")
        if row.state == State.UNSURE:
            answer = Answer.THERE if copies else Answer.AGAIN
            arrived(row.owner, row.uid, answer, now=LATEST)
    while send_due(now=LATEST + timedelta(minutes=20), ways=street.ways):
        pass
    street.write.settled(lambda found: len(found) >= len(letters))
    last = street.copies()
    missing = [one.uid for one in letters if last[one.message_id] != 1]
    wrong += [f"{uid} is not delivered once in the end" for uid in missing]
    return Killed(kills, steps, max(last.values()), outcomes, tuple(wrong))


def _is_right(state: State, copies: int) -> bool:
    """Return whether what is said of a letter is true."""
    match state:
        case State.SENT:
            return copies == 1
        case State.UNSURE:
            return copies <= 1
        case _:
            return copies == 0
