"""How a candidate's mailbox is reached: its secret opened, and a server asked, briefly."""

from typing import Protocol

import msgspec

from afterword.accounts.models import User
from afterword.accounts.vault import vault
from afterword.actions.errors import Missing
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox import oauth, oauth_line
from afterword.mailbox.box import Box
from afterword.mailbox.connecting import Way
from afterword.mailbox.oauth import Grant
from afterword.mailbox.server import Bearer, Credentials, Password, Security, Server

PATIENCE = 10.0  # seconds that one answer may take


class Door(Protocol):
    """What leads to a mailbox; another than IMAP is for tests."""

    def __call__(self, server: Server, credentials: Credentials) -> Box:
        """Return the mailbox, opened; raises Trouble."""


def by_imap(server: Server, credentials: Credentials) -> Box:
    """Return a mailbox behind IMAP, opened; raises Trouble."""
    from afterword.mailbox import imap  # noqa: PLC0415  slow; a hunt without a mailbox never needs it

    return imap.connect(server, credentials, patience=PATIENCE)


def row_of(owner: User) -> Mailbox:
    """Return what is remembered of a candidate's mailbox; raises Missing where there is none."""
    row = Mailbox.objects.filter(owner=owner).select_related("owner").first()
    if row is None:
        raise Missing("mailbox", owner.name)
    return row


def address(owner: User) -> str:
    """Return the address of a candidate's mailbox, or nothing where none is connected."""
    return Mailbox.objects.filter(owner=owner).values_list("address", flat=True).first() or ""


def server(row: Mailbox) -> Server:
    """Return where a mailbox is."""
    return Server(row.host, row.port, Security(row.security))


def credentials(row: Mailbox) -> Credentials:
    """Return who asks to be let in; raises Locked, and Trouble where a permission is at its end."""
    secret = vault().open(row.secret)
    if row.way != Way.OAUTH:
        return Password(row.user, secret)
    grant = msgspec.json.decode(secret, type=Grant)
    tokens = oauth.renewed(grant, oauth_line.ask)
    if tokens.refresh and tokens.refresh != grant.refresh:
        kept = sealed(msgspec.structs.replace(grant, refresh=tokens.refresh))
        Mailbox.objects.filter(pk=row.pk, secret=row.secret).update(secret=kept)
    return Bearer(row.user, tokens.access)


def sealed(grant: Grant) -> str:
    """Return a permission as it is kept; raises Locked."""
    return vault().seal(msgspec.json.encode(grant).decode())


def opened(row: Mailbox, door: Door = by_imap) -> Box:
    """Return a candidate's mailbox, opened; raises Trouble, and Locked."""
    return door(server(row), credentials(row))
