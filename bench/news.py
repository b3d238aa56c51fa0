"""From a message in the mailbox to a page that shows it, through `afterword serve` as it runs."""

import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from afterword.mailbox.imap import ImapBox, connect
from afterword.mailbox.server import Credentials, Password, Server
from afterword.settings.start import start
from bench import served
from bench.cases import Row
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot

ROUNDS, OTHERS = 10, 60
A_LITTLE, UNTIL_IT_WAITS, PATIENCE = 0.005, 4.0, 60.0  # seconds
ADDRESS, LENA = "alice@home.example", "lena@corbel.example"
MARK = 'href="/mail/'


def rows(server: Dovecot, scale: int) -> Iterator[Row]:
    """Yield how long it takes, in a data folder that is thrown away after it."""
    with tempfile.TemporaryDirectory(prefix="afterword-bench-") as folder:
        start(folder)
        uid = _connected(server)
        rounds = max(2, ROUNDS // scale)
        took = sorted(_measured(folder, server, f"/opportunities/{uid}", rounds))
    value = f"{statistics.median(took) * 1e3:.0f} · {took[-1] * 1e3:.0f} ms"
    yield "from a message in the mailbox to the changed page, p50 · slowest", value, ""


def _measured(folder: str, server: Dovecot, page: str, rounds: int) -> Iterator[float]:
    trusting = {"SSL_CERT_FILE": str(server.papers.authority)}
    alice = Password(ADDRESS, PASSWORD)
    with (
        served.serving(folder, **trusting) as (_, address),
        closing(connect(Server(server.host, server.tls), alice, trust=server.trust)) as box,
    ):
        visitor = served.Visitor(address)
        _until_changed(visitor, page, box, 0)  # this one may come before it listens
        for number in range(1, rounds + 1):
            threading.Event().wait(UNTIL_IT_WAITS)
            yield _until_changed(visitor, page, box, number)


def _until_changed(visitor: served.Visitor, page: str, box: ImapBox, number: int) -> float:
    """Return the seconds from the moment before a message is put there until a page shows it."""
    before = visitor.get(page).count(MARK)
    begun = time.perf_counter()
    box.append("INBOX", _answer(number), draft=False)
    while visitor.get(page).count(MARK) == before:
        threading.Event().wait(A_LITTLE)
        if time.perf_counter() - begun > PATIENCE:
            message = "no page has changed"
            raise SystemExit(message)
    return time.perf_counter() - begun


def _answer(number: int) -> bytes:
    now = datetime.now(UTC)  # noqa: TID251  the served pages ask what time it is, too
    fields = (
        f"From: Lena Ruiz <{LENA}>",
        f"To: Alice <{ADDRESS}>",
        "Subject: Re: Your interview",
        f"Date: {format_datetime(now)}",
        f"Message-ID: <{number}@corbel.example>",
    )
    text = f"Hi Alice,\r\n\r\nwe are still talking to others ({number}).\r\n\r\nLena\r\n"
    return ("\r\n".join(fields) + f"\r\n\r\n{text}").encode()


def _connected(server: Dovecot) -> str:
    """Write a hunt down and connect a mailbox; return the opportunity from which answers come."""
    # Django's models can only be imported once it is set up on a folder.
    from afterword.actions.add_opportunity import add_opportunity  # noqa: PLC0415  the same
    from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox  # noqa: PLC0415  the same
    from afterword.actions.mail.look_in import look_in  # noqa: PLC0415  the same
    from afterword.actions.prepare import prepare  # noqa: PLC0415  the same
    from afterword.etiquette import decode  # noqa: PLC0415  the same
    from bench import hunt  # noqa: PLC0415  the same

    def door(server: Server, credentials: Credentials) -> ImapBox:
        return connect(server, credentials, trust=trust)

    now, trust = datetime.now(UTC), server.trust  # noqa: TID251  the same clock
    owner = prepare(now=now)
    hunt.write(owner, now=now, opportunities=OTHERS)
    asked = Asked(ADDRESS, PASSWORD, server.host, port=server.tls)
    connect_mailbox(owner, asked, now=now, door=door)
    uid = add_opportunity(owner, decode.from_raw(_story(now)), now=now).opportunity
    look_in(owner, now=now, door=door)
    return uid


def _story(now: datetime) -> dict[str, object]:
    met = now - timedelta(days=2)
    return {
        "now": now.isoformat(timespec="minutes"),
        "timezone": "Europe/London",
        "opportunity": {"employer": "Corbel", "role": "planner", "country": "GB"},
        "people": [{"id": "lena", "name": "Lena Ruiz", "role": "hiring-manager", "email": LENA}],
        "events": [
            {"on": met.isoformat(timespec="minutes"), "kind": "interview", "with": ["lena"]}
        ],
    }
