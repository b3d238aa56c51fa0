"""A draft as a message: whom it answers, our header, and what says whether it was changed since."""

import hashlib
import hmac
import json
import re
from datetime import datetime
from email.headerregistry import Address as Addressee
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import msgspec

from afterword.mailbox.head import CONTENT, STEP
from afterword.mailbox.recognising import headers, mime
from afterword.mailbox.recognising.message import Address, Message
from afterword.tongue import gettext as _

DIGITS = 32  # hex digits of a digest: enough that no two steps of anyone share one
MOST_REFERENCES = 20
ANSWERED = re.compile(
    r"(?:re|aw|sv|vs|antw|odp|ynt|rv|res|rif|r)\s*(?:\[\d+\])?\s*:", re.IGNORECASE
)
UNPRINTED = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


class Answered(msgspec.Struct, frozen=True):
    """The message that a draft answers; `thread` holds the Message-IDs before it, newest first."""

    message_id: str
    thread: tuple[str, ...] = ()
    subject: str = ""


class Letter(msgspec.Struct, frozen=True):
    """Words for a step, with everything that a message needs; `step` comes from `step_of`."""

    step: str
    sender: Address
    to: Address
    subject: str
    text: str
    answers: Answered | None = None

    @property
    def message_id(self) -> str:
        """Return its Message-ID, without the angle brackets: the same for the same step, always."""
        return f"{self.step}@{self.sender.domain}"

    @property
    def content(self) -> str:
        """Return the digest of what a person could change about it."""
        return _digest(Message(b"", to=(self.to,), subject=self.line, text=self.text))

    def raw(self, *, now: datetime) -> bytes:
        """Return the message; raises ValueError, naming the field, for what no message may hold."""
        message = EmailMessage(SMTP)
        message["From"] = _addressee("sender", self.sender)
        message["To"] = _addressee("to", self.to)
        message["Subject"] = self.line
        message["Date"] = format_datetime(now)
        message["Message-ID"] = f"<{self.message_id}>"
        if self.answers:
            earlier = tuple(reversed(self.answers.thread[: MOST_REFERENCES - 1]))
            message["In-Reply-To"] = f"<{self.answers.message_id}>"
            message["References"] = " ".join(
                f"<{one}>" for one in (*earlier, self.answers.message_id)
            )
        message[STEP] = self.step
        message[CONTENT] = self.content
        message.set_content(self.text, cte="quoted-printable")
        return message.as_bytes()

    @property
    def line(self) -> str:
        """Return the subject as it stands in the message: that of the thread, if there is one."""
        thread = self.answers.subject if self.answers else ""
        if not thread:
            return _one_line(self.subject)
        return _one_line(thread if ANSWERED.match(thread) else f"Re: {thread}")


def step_of(person: str, act: str, episode: str, *, secret: bytes) -> str:
    """Return the name of a step: it tells nobody who has not got the secret whom or what it is for.

    `secret` belongs to the journal, and must be kept and backed up with it.
    """
    named = json.dumps([person, act, episode]).encode()
    return hmac.new(secret, named, hashlib.sha256).hexdigest()[:DIGITS]


def content_of(raw: bytes) -> str:
    """Return the digest of a message's content, the same as the `content` of the Letter it was."""
    return _digest(mime.read(raw))


def _digest(message: Message) -> str:
    """Return a digest that a server's own line ends and empty lines do not change."""
    told = [
        sorted(one.email for one in message.to),
        message.header("bcc"),
        headers.unfolded(message.subject),
        [line.rstrip() for line in message.text.strip().splitlines()],
        message.attachments,
        message.html,
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:DIGITS]


def _addressee(field: str, address: Address) -> Addressee:
    try:
        return Addressee(_one_line(address.name), addr_spec=address.email)
    except (ValueError, IndexError) as error:
        said = _("{field}: {address} is no address that a message can be written to")
        raise ValueError(said.format(field=field, address=repr(address.email))) from error


def _one_line(text: str) -> str:
    return UNPRINTED.sub(" ", text).strip()
