"""A town in which mailboxes answer by themselves: Dovecot with LMTP, and a Sieve script for each.

Everybody lives behind one Dovecot, so what a Sieve answers comes back to whoever wrote. OpenSMTPD
carries it there; or, where only root could start that, the `carrier`.
"""

import os
import shutil
import smtplib
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from afterword.mailbox.outgoing import Door
from afterword.mailbox.posted import Posted
from tests.mailbox.servers import carrier, dovecot, opensmtpd
from tests.mailbox.servers.dovecot import Dovecot, free_port
from tests.mailbox.servers.needs import need
from tests.mailbox.servers.opensmtpd import OpenSmtpd

UNKNOWN = "nobody"
"""Before the @ of an address that the town refuses; whoever else is written to has a mailbox."""
CONFIGURATION = """
protocols = imap lmtp
hostname = mx.corbel.example
postmaster_address = postmaster@corbel.example
{way_out}
service lmtp {{{{
  inet_listener lmtp {{{{
    port = {lmtp}
  }}}}
}}}}
protocol lmtp {{{{
  mail_plugins = sieve
}}}}
plugin {{{{
  sieve = file:{{home}}/sieve/%u.sieve
}}}}
passdb {{{{
  driver = static
  deny = yes
  username_filter = {unknown}@*
  args = nopassword
}}}}
"""


class Town(msgspec.Struct, frozen=True):
    """Servers that run: the mailboxes, their port for LMTP, and what carries letters to it."""

    mailboxes: Dovecot
    lmtp: int
    carries: OpenSmtpd | None = None

    def moves_in(self, address: str, script: str) -> None:
        """Let somebody's mail be treated as their Sieve says; raises where that is no Sieve."""
        path = self.mailboxes.home / "sieve" / f"{address}.sieve"
        path.write_text(script, encoding="utf-8")
        told = self.mailboxes.home / "dovecot.conf"
        subprocess.run(["sievec", "-c", told, path], check=True)

    def post(self, letter: Posted) -> None:
        """Send a letter: through our own door where OpenSMTPD carries it, else by LMTP."""
        if self.carries:
            Door(self.carries.where, self.carries.credentials, self.carries.trust).send(letter)
            return
        with smtplib.LMTP("127.0.0.1", self.lmtp, local_hostname="localhost") as line:
            line.sendmail(letter.sender, [letter.to], letter.raw)


def need_it() -> None:
    """Skip the test where a package is missing; on CI that is a failure."""
    need("dovecot-imapd", "dovecot", "imap", "openssl")
    need("dovecot-lmtpd", "lmtp")
    need("dovecot-sieve", "sievec")


@contextmanager
def by_opensmtpd() -> Iterator[Town]:
    """Run a town whose letters go through a real server, which only root may start."""
    lmtp = free_port()
    with opensmtpd.running(lmtp) as carries:
        way_out = f"submission_host = 127.0.0.1:{carries.plain}"
        with _mailboxes(lmtp, way_out) as mailboxes:
            yield Town(mailboxes, lmtp, carries)


@contextmanager
def by_carrier() -> Iterator[Town]:
    """Run a town whose letters are handed from one mailbox to the other."""
    lmtp = free_port()
    python = shutil.which("python3", path=os.defpath)  # ours may lie where only we can read
    assert python
    way_out = f"sendmail_path = {python} {{home}}/carrier.py {lmtp}"
    with _mailboxes(lmtp, way_out) as mailboxes:
        shutil.copy(Path(carrier.__file__), mailboxes.home / "carrier.py")
        yield Town(mailboxes, lmtp)


@contextmanager
def _mailboxes(lmtp: int, way_out: str) -> Iterator[Dovecot]:
    more = CONFIGURATION.format(lmtp=lmtp, way_out=way_out, unknown=UNKNOWN)
    with dovecot.running(more=more) as mailboxes:
        (mailboxes.home / "sieve").mkdir(mode=0o755)
        yield mailboxes
