"""Dovecot on loopback: any user name, one password, an empty mailbox for each user.

It runs as whoever runs the tests; as root it hands its processes to the users of Debian's package,
because Dovecot gives mail to nobody whose number is 0.
"""

import grp
import os
import pwd
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

import msgspec

from tests.mailbox.servers import certificates

PASSWORD = "Paßwort-für-Tests"  # noqa: S105  of a server that lives as long as its test
CONFIGURATION = """
protocols = imap
{more}
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
default_internal_user = {inner}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 1
mail_uid = {mail}
mail_gid = {mail_group}
mail_location = {format}:{home}/mail/%u
mail_home = {home}/mail/%u
mail_fsync = never
disable_plaintext_auth = yes
auth_mechanisms = plain
ssl = yes
ssl_cert = <{papers.certificate}
ssl_key = <{papers.key}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = home={home}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    auto = create
    special_use = \\Drafts
  }}
  mailbox "Gesendete Objekte" {{
    auto = create
    special_use = \\Sent
  }}
}}
"""


class Dovecot(msgspec.Struct, frozen=True):
    """A server that runs: where it listens, whom to trust, and where its mail lies."""

    plain: int
    tls: int
    home: Path
    papers: certificates.Papers
    host: str = "localhost"

    @property
    def trust(self) -> ssl.SSLContext:
        """Return what verifies this server's certificate, and no other's."""
        return ssl.create_default_context(cafile=self.papers.authority)

    @property
    def log(self) -> str:
        """Return what the server wrote down."""
        path = self.home / "log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


@contextmanager
def running(layout: str = "maildir", more: str = "") -> Iterator[Dovecot]:
    """Run a server, and end it; `layout` is Dovecot's name of a mailbox format.

    `more` is what else it is told; `{home}` in it is where all of it lies.
    """
    home = Path(tempfile.mkdtemp(prefix="afterword-dovecot-"))
    home.chmod(0o755)  # its users must find their way in
    server = Dovecot(free_port(), free_port(), home, certificates.issue(home))
    (home / "mail").mkdir(mode=0o777)
    (home / "mail").chmod(0o777)
    (home / "dovecot.conf").write_text(configuration(server, layout, more), encoding="utf-8")
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program
    process = subprocess.Popen([program, "-F", "-c", home / "dovecot.conf"])
    try:
        wait_for(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        shutil.rmtree(home, ignore_errors=True)


def configuration(server: Dovecot, layout: str, more: str) -> str:
    """Return what Dovecot is told, for who runs it."""
    me = pwd.getpwuid(os.geteuid())
    as_root = me.pw_uid == 0
    own = grp.getgrgid(me.pw_gid).gr_name
    return CONFIGURATION.format(
        home=server.home,
        more=more.format(home=server.home),
        plain=server.plain,
        tls=server.tls,
        papers=server.papers,
        password=PASSWORD,
        format=layout,
        inner="dovecot" if as_root else me.pw_name,
        group="dovecot" if as_root else own,
        login="dovenull" if as_root else me.pw_name,
        mail="dovecot" if as_root else me.pw_uid,
        mail_group="dovecot" if as_root else own,
    )


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def wait_for(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; raises RuntimeError with its log when it does not."""
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", server.plain), timeout=1) as line:
                if line.recv(1):
                    return
        except OSError:
            select_nothing()
    message = f"Dovecot did not start:\n{server.log}"
    raise RuntimeError(message)


def select_nothing() -> None:
    """Give the other side a moment."""
    os.sched_yield()
