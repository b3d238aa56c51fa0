"""Radicale on loopback, over TLS: one user, one password, and calendars of the test's own.

It runs as whoever runs the tests, root or not, and keeps everything in a folder that goes with it.
"""

import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import msgspec

from afterword.mailbox.server import Password
from tests.mailbox.servers import certificates
from tests.mailbox.servers.dovecot import free_port

USER = "alice"
PASSWORD = "Paßwort-für-Tests"  # noqa: S105  of a server that lives as long as its test
CONFIGURATION = """
[server]
hosts = 127.0.0.1:{port}
ssl = True
certificate = {papers.certificate}
key = {papers.key}
[auth]
type = htpasswd
htpasswd_filename = {home}/users
htpasswd_encryption = plain
delay = 0.01
[encoding]
request = utf-8
stock = utf-8
[storage]
filesystem_folder = {home}/collections
[web]
type = none
"""
PROPERTIES = (
    '{{"tag": "{tag}", "D:displayname": "{name}", "C:supported-calendar-component-set": "{holds}"}}'
)


class Radicale(msgspec.Struct, frozen=True):
    """A server that runs: where it listens, whom to trust, and where it keeps what it is given."""

    port: int
    home: Path
    papers: certificates.Papers
    host: str = "localhost"

    @property
    def url(self) -> str:
        """Return its address, as a person would type it."""
        return f"https://{self.host}:{self.port}"

    @property
    def credentials(self) -> Password:
        """Return what lets its one user in."""
        return Password(USER, PASSWORD)

    @property
    def trust(self) -> ssl.SSLContext:
        """Return what verifies this server's certificate, and no other's."""
        return ssl.create_default_context(cafile=self.papers.authority)

    def calendar(self, name: str, *, holds: str = "VEVENT", tag: str = "VCALENDAR") -> str:
        """Make a collection as its owner may, and return its address."""
        folder = uuid4().hex
        place = self.home / "collections" / "collection-root" / USER / folder
        place.mkdir(parents=True)
        told = PROPERTIES.format(tag=tag, name=name, holds=holds)
        (place / ".Radicale.props").write_text(told, encoding="utf-8")
        return f"{self.url}/{USER}/{folder}/"

    def drop(self, calendar: str) -> None:
        """Take a calendar away with all that is in it, as its owner may at any time."""
        name = calendar.rstrip("/").rpartition("/")[2]
        shutil.rmtree(self.home / "collections" / "collection-root" / USER / name)

    def empty(self) -> None:
        """Take away every calendar."""
        shutil.rmtree(self.home / "collections", ignore_errors=True)

    def kept(self, calendar: str) -> list[str]:
        """Return every entry of a calendar, as the server has it on disk."""
        name = calendar.rstrip("/").rpartition("/")[2]
        place = self.home / "collections" / "collection-root" / USER / name
        return [path.read_text(encoding="utf-8") for path in sorted(place.glob("*.ics"))]


@contextmanager
def running() -> Iterator[Radicale]:
    """Run a server, and end it."""
    home = Path(tempfile.mkdtemp(prefix="afterword-radicale-"))
    server = Radicale(free_port(), home, certificates.issue(home))
    told = CONFIGURATION.format(home=home, port=server.port, papers=server.papers)
    (home / "config").write_text(told, encoding="utf-8")
    (home / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    program = shutil.which("radicale")
    assert program
    with (home / "log").open("wb") as log:
        arguments = [program, "--config", str(home / "config")]
        # Debian's program is for Debian's Python; nothing of this test's own is to lead it astray.
        plain = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
        process = subprocess.Popen(arguments, stdout=log, stderr=log, env=plain)
    try:
        _wait_for(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)


def _wait_for(server: Radicale, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; raises RuntimeError with its log when it does not."""
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=1):
                return
        except OSError:
            os.sched_yield()
    said = (server.home / "log").read_text(encoding="utf-8", errors="replace")
    message = f"Radicale did not start:\n{said}"
    raise RuntimeError(message)
