"""Alice's mailbox, connected, and what comes into it."""

from datetime import datetime
from email.utils import format_datetime

from afterword.accounts.models import User
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox
from afterword.actions.mail.look_in import Looked, look_in
from afterword.actions.mail.mailbox_door import Door
from afterword.mailbox.box import Box
from afterword.mailbox.server import Credentials, Server
from tests.actions.hunt import EVENING, at, interviewed
from tests.mailbox.keepers import Keeper

ADDRESS, LENA_AT = "alice@home.example", "lena@corbel.example"
SECRET = "xyzzy-1234"  # noqa: S105  a test's own
LENA = f"lena:hiring-manager,name=Lena,email={LENA_AT}"
THANKED = """
2026-03-03 14:00  interview  with=lena impression=uncertain
2026-03-03 18:00  sent  act=thank-you channel=email to=lena
"""
ASKED = Asked(address=ADDRESS, secret=SECRET, host="imap.home.example")


def leads_to(keeper: Keeper) -> Door:
    """Return a door to a mailbox, whatever it is asked for."""

    def door(server: Server, credentials: Credentials) -> Box:
        assert (server.host, credentials.user) == ("imap.home.example", ADDRESS)
        return keeper.box()

    return door


def connected(owner: User, keeper: Keeper, *, now: datetime = EVENING) -> Door:
    """Connect a mailbox, and return the door to it."""
    door = leads_to(keeper)
    connect_mailbox(owner, ASKED, now=now, door=door)
    return door


def thanked(owner: User) -> str:
    """Return the uid of the opportunity at Corbel, where Lena was thanked on the same evening."""
    return interviewed(owner, lines=THANKED, people=LENA)


def mail(text: str, *, when: str, sender: str = f"Lena <{LENA_AT}>", **headers: str) -> bytes:
    """Return a message to Alice; headers are named with underscores, and may replace ours."""
    given = {name.replace("_", "-").title(): value for name, value in headers.items()}
    usual = {
        "From": sender,
        "To": f"Alice <{ADDRESS}>",
        "Subject": "Re: Your interview",
        "Date": format_datetime(at(when)),
        "Message-Id": f"<{abs(hash((text, when))):x}@corbel.example>",
        "Content-Type": "text/plain; charset=utf-8",
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in (usual | given).items())
    return f"{lines}\r\n{text}\r\n".encode()


def deliver(keeper: Keeper, raw: bytes, *, when: str, folder: str = "INBOX") -> int:
    """Put a message into a mailbox at a moment."""
    return keeper.put(folder, raw, at(when))


def looked(owner: User, door: Door, when: str, *, trusted: bool = False) -> Looked:
    """Look into the mailbox at a moment."""
    return look_in(owner, now=at(when), door=door, trusted=trusted)
