"""OpenSMTPD on loopback: whoever gives the password may send, and every copy is delivered.

Root must start it: it hands its parts to users of their own, and knows no other way. Who comes over
TLS, and with a password, is let in by the `porter`.
"""

import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from afterword.mailbox.server import Password, Server
from tests.mailbox.servers import certificates
from tests.mailbox.servers.dovecot import PASSWORD, free_port
from tests.mailbox.servers.needs import need

CONFIGURATION = """
queue ttl 1m
table anybody {{ "@" = "mail" }}
listen on 127.0.0.1 port {plain}
action deliver {deliver}
match from any for any action deliver
"""
KEEP = 'maildir "{home}/mail" virtual <anybody>'
HAND_ON = 'relay host "lmtp://127.0.0.1:{lmtp}"'


class OpenSmtpd(msgspec.Struct, frozen=True):
    """A server that runs: where it listens, whom to trust, and where its mail is delivered."""

    plain: int
    tls: int
    home: Path
    papers: certificates.Papers
    host: str = "localhost"

    @property
    def where(self) -> Server:
        """Return where it listens, over TLS."""
        return Server(self.host, self.tls)

    @property
    def credentials(self) -> Password:
        """Return what lets somebody in: any name, with Dovecot's one password."""
        return Password("alice", PASSWORD)

    def trust(self) -> ssl.SSLContext:
        """Return what verifies this server's certificate, and no other's."""
        return ssl.create_default_context(cafile=self.papers.authority)

    def delivered(self) -> list[bytes]:
        """Return every copy that was delivered so far."""
        found = (self.home / "mail" / "new").glob("*")
        return [path.read_bytes() for path in sorted(found)]

    def settled(self, enough: Callable[[list[bytes]], bool]) -> list[bytes]:
        """Return the copies once there are enough of them, or when waiting is of no use."""
        end = time.monotonic() + 10
        while not enough(self.delivered()) and time.monotonic() < end:
            os.sched_yield()
        return self.delivered()


def need_it() -> None:
    """Skip the test where it cannot be run; on CI, only where nobody is root."""
    need("opensmtpd", "smtpd", "openssl")
    if os.geteuid() != 0:
        pytest.skip("OpenSMTPD is started by root alone")


@contextmanager
def running(lmtp: int = 0) -> Iterator[OpenSmtpd]:
    """Run a server, and end it with all that it started.

    It hands letters on to the port for `lmtp` if there is one, and else keeps them.
    """
    home = Path(tempfile.mkdtemp(prefix="afterword-opensmtpd-"))
    home.chmod(0o755)  # its users must find their way in
    server = OpenSmtpd(free_port(), free_port(), home, certificates.issue(home))
    _write(server, lmtp)
    program = shutil.which("smtpd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(_command(home, program), stdout=log, stderr=log)
        papers = (str(server.papers.certificate), str(server.papers.key))
        ports = (str(server.tls), str(server.plain))
        porter = [sys.executable, "-m", "tests.mailbox.servers.porter"]
        before = subprocess.Popen([*porter, *ports, *papers, PASSWORD], stderr=log)
    try:
        for port in (server.plain, server.tls):
            _wait_for(server, port, process)
        yield server
    finally:
        for one in (before, process):
            one.send_signal(signal.SIGTERM)
            one.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)


def _command(home: Path, program: str) -> list[str]:
    """Return what starts it; apart from the machine's own, where that is allowed.

    Where its queue and its control socket lie is built into it: it gets a view of the disk in which
    other things lie there. Else there can be only one at a time.
    """
    plain = [program, "-d", "-f", str(home / "smtpd.conf")]
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        return plain
    (home / "spool").mkdir(mode=0o711)
    view = "mount -t tmpfs none /run && mount --bind $0 /var/spool/smtpd && exec $@"
    return ["unshare", "--mount", "sh", "-c", view, str(home / "spool"), *plain]


def _write(server: OpenSmtpd, lmtp: int) -> None:
    mail = pwd.getpwnam("mail")
    (server.home / "mail").mkdir()
    os.chown(server.home / "mail", mail.pw_uid, mail.pw_gid)
    deliver = (HAND_ON if lmtp else KEEP).format(home=server.home, lmtp=lmtp)
    told = CONFIGURATION.format(plain=server.plain, deliver=deliver)
    (server.home / "smtpd.conf").write_text(told, encoding="utf-8")


def _wait_for(server: OpenSmtpd, port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; raises RuntimeError with its log when it does not."""
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            os.sched_yield()
    said = (server.home / "log").read_text(encoding="utf-8", errors="replace")
    message = f"OpenSMTPD did not start:\n{said}"
    raise RuntimeError(message)
