"""A first look at a large mailbox against mbsync, and what it costs to learn that there is no news.

Both read from the same Dovecot in the same run, each a mailbox of its own that nobody has read
before: mbsync every message's headers (MaxSize leaves the rest out), we the headers that we need,
and the whole of the one message in a hundred that matters.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from afterword.mailbox.box import Folder, Heard, Use
from afterword.mailbox.imap import ImapBox, connect
from afterword.mailbox.interest import Interest
from afterword.mailbox.reading import Reader
from afterword.mailbox.server import Password, Server
from afterword.mailbox.sync import Known
from bench import news
from bench.cases import Row, best
from tests.mailbox.servers import certificates, dovecot

WHOLE = 50_000
ONE_IN = 100
TURNS = 3
INBOX = Folder("INBOX", Use.INBOX)
HUNT = Interest(domains=frozenset({"initech.example"}))
READER = Reader(HUNT.matters, lambda _: False, date(2000, 1, 1))
BODY = "Thank you for your message; here is what we think of it.\r\n" * 60
MBSYNC = """
FSync no

IMAPAccount bench
Host {server.host}
Port {server.tls}
User {user}
Pass {password}
SSLType IMAPS
CertificateFile {server.papers.authority}
AuthMechs PLAIN

IMAPStore far
Account bench

MaildirStore near
Path {here}/
Inbox {here}/INBOX

Channel bench
Far :far:
Near :near:
Patterns INBOX
Sync PullNew
Create Near
MaxSize 1
SyncState {here}/state-
"""


def rows(scale: int) -> Iterator[Row]:
    """Yield how long a first look takes, ours and mbsync's, and what nothing new costs."""
    if not shutil.which("dovecot", path="/usr/sbin:/usr/bin") or not shutil.which("mbsync"):
        yield "a first look at a large mailbox", "no dovecot or no mbsync here", ""
        return
    count = WHOLE // scale
    with dovecot.running() as server:
        fill(server, "ours", count)
        fill(server, "tenth", count // 10)
        yield from _first_look(server, count)
        yield from _nothing_new(server)
        yield from _news(server)
        yield from news.rows(server, scale)


def _first_look(server: dovecot.Dovecot, count: int) -> Iterator[Row]:
    """Take turns, each time with a copy that nobody has read, and count each one's best time."""
    theirs, ours = [], []
    for turn in range(TURNS):
        copy(server, "ours", f"theirs-{turn}")
        copy(server, "ours", f"ours-{turn}")
        theirs.append(mbsync(server, f"theirs-{turn}", count))
        ours.append(look(server, f"ours-{turn}"))
    seconds, rival = min(ours)[0], min(theirs)
    messages = f"{count:,} messages"
    yield f"mbsync fetches the headers of {messages}, best of {TURNS}", f"{rival:.1f} s", ""
    yield f"our first look at {messages}, best of {TURNS}", f"{seconds:.1f} s", ""
    yield "our first look against mbsync", f"{seconds / rival:.2f} ×", "≤ 1 ×"
    _, small = look(server, "tenth")
    yield "peak memory of a first look at a tenth of it", f"{small} MB", ""
    yield "peak memory of a first look at all of it", f"{ours[0][1]} MB", "flat"


def _nothing_new(server: dovecot.Dovecot) -> Iterator[Row]:
    first = opened(server, "ours")
    *_, last = READER.read(first, INBOX, Known())
    first.close()
    box = opened(server, "ours")  # anew: in the first, Dovecot goes on looking through its files
    before = _asked(box)
    list(READER.read(box, INBOX, last.known))
    trips = _asked(box) - before
    seconds = best(lambda: list(READER.read(box, INBOX, last.known)))
    box.close()

    def from_the_door() -> None:
        box = opened(server, "ours")
        list(READER.read(box, INBOX, last.known))
        box.close()

    whole = best(from_the_door)
    yield "nothing new: round trips on an open connection", str(trips), "≤ 3"
    yield "nothing new, on an open connection", f"{seconds * 1e3:.1f} ms", ""
    yield "nothing new, with connecting, signing in and leaving", f"{whole * 1e3:.0f} ms", ""


def _news(server: dovecot.Dovecot) -> Iterator[Row]:
    """Measure from the moment that a message is in the mailbox to the end of the wait for it."""
    waiting, other = opened(server, "tenth"), opened(server, "tenth")
    known = waiting.state("INBOX")
    command = [sys.executable, "-m", "bench.mailbox", "put", str(server.tls), str(server.home)]
    putting = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603  ours
    if waiting.wait("INBOX", known, 60) is not Heard.NEWS:
        message = "IDLE told nothing"
        raise SystemExit(message)
    heard = time.time()  # noqa: TID251  two processes share no other clock
    told, _ = putting.communicate()
    waiting.close()
    other.close()
    yield "from a message in the mailbox to IDLE's end", f"{(heard - float(told)) * 1e3:.0f} ms", ""


def fill(server: dovecot.Dovecot, user: str, count: int) -> None:
    """Put messages into a mailbox that nobody has read, as files, and as Dovecot's own user."""
    box = opened(server, user)
    box.state("INBOX")  # which makes its folders
    box.close()
    folder = server.home / "mail" / user / "cur"
    owner = folder.stat()
    for number in range(count):
        path = folder / f"{1_700_000_000 + number}.M{number}.bench:2,S"
        path.write_bytes(message(number))
        os.chown(path, owner.st_uid, owner.st_gid)


def copy(server: dovecot.Dovecot, user: str, other: str) -> None:
    """Give a mailbox's messages to another user, as links to the same files."""
    fill(server, other, 0)
    for path in (server.home / "mail" / user / "cur").iterdir():
        (server.home / "mail" / other / "cur" / path.name).hardlink_to(path)


def message(number: int) -> bytes:
    """Return a message with the headers that mail has today."""
    domain = "initech.example" if number % ONE_IN == 0 else f"shop-{number % 97}.example"
    fields = (
        f"Return-Path: <a{number}@{domain}>",
        f"Received: from mx.{domain} by home.example; Mon, 2 Mar 2026 09:00:00 +0000",
        "DKIM-Signature: v=1; a=rsa-sha256; b=" + "x" * 400,
        f"From: =?utf-8?q?B=C3=B6b?= {number} <a{number}@{domain}>",
        "To: Alice <alice@home.example>",
        f"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= {number}",
        "Date: Mon, 2 Mar 2026 09:00:00 +0000",
        f"Message-ID: <{number}@{domain}>",
        f"References: <{number}.a@{domain}> <{number}.b@{domain}>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    )
    return ("\r\n".join(fields) + "\r\n\r\n" + BODY).encode()


def mbsync(server: dovecot.Dovecot, user: str, count: int) -> float:
    """Return the seconds that mbsync took."""
    here = server.home / user
    here.mkdir()
    rules = MBSYNC.format(server=server, user=user, password=dovecot.PASSWORD, here=here)
    (here / "rc").write_text(rules, encoding="utf-8")
    start = time.perf_counter()
    command = ["mbsync", "-q", "-c", str(here / "rc"), "bench"]
    subprocess.run(command, check=True)  # noqa: S603  a fixed command
    seconds = time.perf_counter() - start
    assert sum(1 for _ in (here / "INBOX").rglob("*,*")) == count  # noqa: S101  it fetched them all
    return seconds


def look(server: dovecot.Dovecot, user: str) -> tuple[float, int]:
    """Return the seconds of a first look, and the most memory it took, in a process of its own."""
    command = [sys.executable, "-m", "bench.mailbox", user, str(server.tls), str(server.home)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  ours
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak)


def opened(server: dovecot.Dovecot, user: str) -> ImapBox:
    """Return a connection to a user's mailbox."""
    where = Server(server.host, server.tls)
    return connect(where, Password(user, dovecot.PASSWORD), trust=server.trust)


def _asked(box: ImapBox) -> int:
    """Return how many commands have been sent."""
    return int(box._client._imap.tagnum)  # noqa: SLF001  imaplib counts them


def main(task: str, port: str, home: str) -> None:
    """Do what is measured in a process of its own."""
    papers = certificates.Papers(*(Path(home) / name for name in ("authority.pem", "", "")))
    server = dovecot.Dovecot(0, int(port), Path(home), papers)
    work: Callable[[], None] = (
        (lambda: _put(server)) if task == "put" else lambda: _look(server, task)
    )
    work()


def _look(server: dovecot.Dovecot, user: str) -> None:
    start = time.perf_counter()
    box = opened(server, user)
    found = sum(len(batch.found) for batch in READER.read(box, INBOX, Known()))
    box.close()
    assert found  # noqa: S101  a look that found nothing measures nothing
    print(time.perf_counter() - start, _peak())


def _peak() -> int:
    """Return the most memory that this process took, in MB; getrusage counts its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def _put(server: dovecot.Dovecot) -> None:
    box = opened(server, "tenth")
    box.append("INBOX", message(0), draft=False)
    print(time.time())  # noqa: TID251  two processes share no other clock
    box.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
