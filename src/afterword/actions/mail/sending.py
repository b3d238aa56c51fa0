"""Whether Afterword may send for somebody, through which server, and how long a yes waits."""

import hmac

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.accounts.vault import Locked, vault
from afterword.actions.errors import Refused
from afterword.actions.mail.connect_mailbox import HOST, is_inside
from afterword.actions.mail.mailbox_door import row_of
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.mailboxes import Mailbox
from afterword.journal.outgoing import WayOut
from afterword.mailbox.server import Security, Server
from afterword.mailbox.submission import way_out
from afterword.tongue import gettext as _

MINUTES = range(1, 121)
PORTS = range(1, 65536)
LONGEST = 253  # letters of a host's name


class Sending(msgspec.Struct, frozen=True):
    """What is set: `connected` whether there is a mailbox at all, with its `address`.

    `server` is where it would send through; `minutes` is how long a release can be taken back.
    """

    connected: bool = False
    address: str = ""
    on: bool = False
    server: Server = Server("", 465)
    minutes: int = 10


def sending(owner: User) -> Sending:
    """Return what is set; before anything was, what would most likely be right."""
    mailbox = Mailbox.objects.filter(owner=owner).first()
    if mailbox is None:
        return Sending()
    row = WayOut.objects.filter(owner=owner).first()
    if row is None:
        likely = way_out(mailbox.address, mailbox.host)
        return Sending(connected=True, address=mailbox.address, server=likely)
    server = Server(row.host, row.port, Security(row.security))
    return Sending(
        connected=True, address=mailbox.address, on=row.on, server=server, minutes=row.minutes
    )


@transaction.atomic
def set_sending(owner: User, *, on: bool, server: Server, minutes: int, secret: str = "") -> None:
    """Keep what somebody set; raises Missing without a mailbox, and Malformed.

    Switched off, what still waits will not leave. A server that nobody would expect is only kept
    with the mailbox's own `secret`: else whoever sits at this screen could have it sent elsewhere.
    """
    mailbox = row_of(owner)
    problems = [*_of_server(server), *_of_minutes(minutes), *_of_secret(mailbox, server, secret)]
    if problems:
        raise Malformed(problems)
    fields = {"on": on, "host": server.host, "port": server.port, "minutes": minutes}
    WayOut.objects.update_or_create(
        mailbox=mailbox, defaults={**fields, "owner": owner, "security": str(server.security)}
    )


def must_be_on(owner: User) -> WayOut:
    """Return the way out of somebody who switched sending on; raises Refused."""
    way = WayOut.objects.filter(owner=owner, on=True).select_related("mailbox__owner").first()
    if way is None:
        why = _("Sending is switched off.")
        raise Refused(why, _("Copy the text and send it yourself, or switch it on in Settings."))
    return way


def _of_server(server: Server) -> list[Problem]:
    found = []
    if not HOST.fullmatch(server.host) or len(server.host) > LONGEST or is_inside(server.host):
        found.append(Problem("host", _("is no name of a server, such as smtp.example.org")))
    if server.port not in PORTS:
        found.append(Problem("port", _("is from 1 to 65535; most often 465 or 587")))
    return found


def _of_secret(mailbox: Mailbox, server: Server, secret: str) -> list[Problem]:
    row = WayOut.objects.filter(mailbox=mailbox).first()
    expected = {way_out(mailbox.address, mailbox.host).host, mailbox.host, row.host if row else ""}
    if server.host in expected:
        return []
    try:
        if secret and hmac.compare_digest(vault().open(mailbox.secret).encode(), secret.encode()):
            return []
    except Locked:
        pass
    said = _("is needed once more for this server, for it is another than was to be expected")
    return [Problem("password", said)]


def _of_minutes(minutes: int) -> list[Problem]:
    if minutes in MINUTES:
        return []
    return [Problem("minutes", _("is from 1 to 120"))]
