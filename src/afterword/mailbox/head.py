"""The head of a message: what can be known without fetching the message itself."""

import hashlib
import re
from datetime import datetime

import msgspec

from afterword.mailbox.recognising import headers
from afterword.mailbox.recognising.message import Address

STEP = "X-Afterword-Step"  # in every draft of ours, and in nothing else
CONTENT = "X-Afterword-Content"
FIELDS = (
    *("From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To"),
    *("References", "Auto-Submitted", "List-Id", "X-Failed-Recipients", STEP, CONTENT),
)
FOLD = re.compile(rb"\r?\n[ \t]+")


class Head(msgspec.Struct, frozen=True):
    """One message of a folder: its number there, its size in bytes, and the headers in `FIELDS`.

    `arrived` is when the server took it in, aware, or nothing. `fields` are raw, by lower-case
    name; of a field that stands there more than once, the first. `draft`: marked as a draft.
    """

    uid: int
    size: int = 0
    arrived: datetime | None = None
    draft: bool = False
    fields: dict[str, str] = {}

    @property
    def sender(self) -> Address:
        """Return who it is from, an empty address if it does not say."""
        found = self._addresses("from") or self._addresses("sender")
        return next(iter(found), Address())

    @property
    def to(self) -> tuple[Address, ...]:
        """Return whom it is addressed to, copies included."""
        return (*self._addresses("to"), *self._addresses("cc"))

    @property
    def subject(self) -> str:
        """Return its subject in words."""
        return headers.unfolded(self.fields.get("subject", ""))

    @property
    def sent(self) -> datetime | None:
        """Return the moment of its Date header."""
        return headers.moment(self.fields.get("date", ""))

    @property
    def message_id(self) -> str:
        """Return its Message-ID without the angle brackets."""
        return next(iter(headers.message_ids(self.fields.get("message-id", ""))), "")

    @property
    def thread(self) -> tuple[str, ...]:
        """Return the Message-IDs that it answers, newest first."""
        answered = headers.message_ids(self.fields.get("in-reply-to", ""))
        earlier = headers.message_ids(self.fields.get("references", ""))[::-1]
        return tuple(dict.fromkeys((*answered, *earlier)))

    @property
    def step(self) -> str:
        """Return the step of ours that it is a draft for, "" if it is none of ours."""
        return self.fields.get(STEP.lower(), "").strip()

    @property
    def content(self) -> str:
        """Return what we noted of the words of a draft of ours, so that a change can be seen."""
        return self.fields.get(CONTENT.lower(), "").strip()

    @property
    def identity(self) -> str:
        """Return what stays the same when a message is numbered anew, copied or delivered twice.

        A Message-ID alone would not do: some senders write the same one into all their mail.
        """
        known = [self.message_id, self.sender.email, self.fields.get("date", "").strip()]
        if not self.message_id:
            known += [self.fields.get("subject", ""), str(self.size)]
        return hashlib.sha256("\n".join(known).encode("utf-8", "surrogateescape")).hexdigest()

    def _addresses(self, name: str) -> tuple[Address, ...]:
        value = self.fields.get(name, "")
        return headers.addresses(value) if value else ()


def fields(lines: bytes) -> dict[str, str]:
    """Return the fields of a block of headers, raw but unfolded, each name's first one."""
    found: dict[str, str] = {}
    for line in FOLD.sub(b" ", lines).splitlines():
        name, colon, value = line.partition(b":")
        if colon:
            key = name.strip().lower().decode("ascii", "replace")
            found.setdefault(key, value.strip().decode("ascii", "surrogateescape"))
    return found
