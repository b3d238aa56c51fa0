"""What happens to a mailbox behind our back: mail comes in, its owner reads, deletes and restores.

One shape for the mailbox in memory and for the one behind Dovecot, so that one suite tests both.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Protocol, Self

from imapclient import IMAPClient

from afterword.mailbox.box import Box
from afterword.mailbox.imap import connect
from afterword.mailbox.memory import Memory, MemoryBox
from afterword.mailbox.server import Password, Server
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def letter(name: str, **fields: str) -> bytes:
    """Return a message called `name`, with more headers: `in_reply_to` for In-Reply-To."""
    told = {
        "From": "Bob <bob@initech.example>",
        "To": "Alice <alice@home.example>",
        "Date": "Mon, 2 Mar 2026 09:00:00 +0000",
        "Message-ID": f"<{name}@initech.example>",
        "Subject": name,
    }
    told |= {key.replace("_", "-").title(): value for key, value in fields.items()}
    lines = "".join(f"{key}: {value}\r\n" for key, value in told.items())
    return f"{lines}\r\nThis is {name}.\r\n".encode()


class Keeper(Protocol):
    """The other hands on a mailbox."""

    def box(self) -> Box:
        """Return a connection of ours."""

    def put(self, folder: str, raw: bytes, arrived: datetime = MONDAY) -> int:
        """Deliver a message; return its uid."""

    def drop(self, folder: str, uid: int) -> None:
        """Delete a message."""

    def make(self, folder: str) -> None:
        """Create a folder."""

    def renumber(self, folder: str) -> None:
        """Number a folder (not INBOX) anew, as after a restore."""

    def unread(self, folder: str) -> int:
        """Return how many messages are still unread."""


class MemoryKeeper:
    """Hands on a mailbox in memory."""

    def __init__(self) -> None:
        self.memory = Memory()

    def box(self) -> Box:
        return MemoryBox(self.memory)

    def put(self, folder: str, raw: bytes, arrived: datetime = MONDAY) -> int:
        return self.memory[folder].add(raw, arrived=arrived)

    def drop(self, folder: str, uid: int) -> None:
        self.memory[folder].drop(uid)

    def make(self, folder: str) -> None:
        self.memory.make(folder)

    def renumber(self, folder: str) -> None:
        self.memory[folder].renumber()

    def unread(self, folder: str) -> int:
        return len(self.memory[folder].messages)  # nothing in memory can mark anything as read


class DovecotKeeper:
    """Hands on a mailbox behind Dovecot, each time with a connection of their own."""

    def __init__(self, server: Dovecot, user: str) -> None:
        self.server = server
        self.user = user
        self._boxes: list[Box] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        for box in self._boxes:
            box.close()

    @property
    def where(self) -> Server:
        """Return where we find it."""
        return Server(self.server.host, self.server.tls)

    def box(self) -> Box:
        box = connect(self.where, Password(self.user, PASSWORD), trust=self.server.trust)
        self._boxes.append(box)
        return box

    def put(self, folder: str, raw: bytes, arrived: datetime = MONDAY) -> int:
        said: bytes = self._do(lambda client: client.append(folder, raw, (), arrived))
        return int(said.split(b"]")[0].split()[-1])

    def drop(self, folder: str, uid: int) -> None:
        def delete(client: Any) -> None:  # noqa: ANN401  IMAPClient has no types
            client.select_folder(folder)
            client.delete_messages([uid])
            client.uid_expunge([uid])

        self._do(delete)

    def make(self, folder: str) -> None:
        self._do(lambda client: client.create_folder(folder))

    def renumber(self, folder: str) -> None:
        def restore(client: Any) -> None:  # noqa: ANN401  the same
            client.select_folder(folder, readonly=True)
            kept = client.fetch(client.search("ALL"), ["BODY.PEEK[]", "INTERNALDATE"])
            client.unselect_folder()
            client.delete_folder(folder)
            client.create_folder(folder)
            for uid in sorted(kept):
                client.append(folder, kept[uid][b"BODY[]"], (), kept[uid][b"INTERNALDATE"])

        self._do(restore)

    def unread(self, folder: str) -> int:
        told: dict[bytes, int] = self._do(lambda client: client.folder_status(folder, ["UNSEEN"]))
        return told[b"UNSEEN"]

    def _do(self, work: Callable[[Any], Any]) -> Any:  # noqa: ANN401  the same
        with IMAPClient(self.server.host, self.server.tls, ssl_context=self.server.trust) as client:
            client.normalise_times = False
            client.plain_login(self.user, PASSWORD)
            return work(client)
