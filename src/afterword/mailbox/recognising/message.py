"""A message as far as Afterword looks at it: headers in words, texts, and the parts that speak."""

from datetime import datetime

import msgspec


class Address(msgspec.Struct, frozen=True):
    """Who: a mailbox in lower case, and the name beside it, which proves nothing."""

    email: str = ""
    name: str = ""

    @property
    def local(self) -> str:
        """Return what stands before the @."""
        return self.email.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """Return what stands behind the @."""
        return self.email.rpartition("@")[2]


class CalendarPart(msgspec.Struct, frozen=True):
    """A text/calendar part, or an attached .ics; `method` is the one of its Content-Type."""

    content: bytes
    method: str = ""


class Message(msgspec.Struct, frozen=True):
    """One message.

    `headers` are decoded, their names in lower case, in the order of the message. `sent` is aware,
    or nothing where the Date header is missing or broken. `thread` holds the Message-IDs that it
    answers, newest first. `reports` are the parts of a delivery report that a machine wrote.
    """

    raw: bytes
    headers: tuple[tuple[str, str], ...] = ()
    sender: Address = Address()
    reply_to: Address = Address()
    to: tuple[Address, ...] = ()
    subject: str = ""
    sent: datetime | None = None
    message_id: str = ""
    thread: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    types: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    calendars: tuple[CalendarPart, ...] = ()
    reports: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Return the first header of a name, "" if there is none."""
        return next((value for key, value in self.headers if key == name), "")

    def has(self, name: str) -> bool:
        """Return whether there is a header of a name."""
        return any(key == name for key, _ in self.headers)
