"""Who writes: a person, a machine, or a service on behalf of many employers."""

import re

import msgspec

from afterword.mailbox.recognising import wording
from afterword.mailbox.recognising.message import Address, Message

NO_REPLY = re.compile(
    r"no-?_?reply|do-?not-?reply|donotreply|unattended|notification|mailer|noreply|bounce|alert|auto-?confirm|automat"
)
ROLE = re.compile(
    r"^(?:hr|jobs?|careers?|recruit\w*|talent\w*|people|staffing|hiring|hello|info|team|office|support|admin|contact|bewerbung\w*|karriere|personal|rh"
    r"|ta|seleccion|recrutement|apprenticeships|scheduling|reminders?|loop|portal|cv|news\w*|noreply|apply|application\w*|humanresources|mail|sourcing|interview\w*|assessments?)(?:[+.\-_]|$)"
)
ANSWER = re.compile(
    r"\W*(?:re|aw|sv|antw|rif|ref|res|odp|vs|r)\s*(?:\[\d+\])?\s*[:\uff1a]", re.IGNORECASE
)
FORWARD = re.compile(r"\W*(?:fwd?|wg|tr|rv|enc|doorst|i)\s*[:\uff1a]", re.IGNORECASE)


class Writer(msgspec.Struct, frozen=True):
    """What the headers tell about who wrote, and to how many."""

    relay: bool
    no_reply: bool
    role: bool
    bulk: bool
    answers: bool

    @property
    def person(self) -> bool:
        """Return whether it looks like one person writing to one other."""
        return not (self.relay or self.no_reply or self.role or self.bulk)


def writer(message: Message) -> Writer:
    """Return who wrote a message, as far as its headers tell."""
    precedence = message.header("precedence").lower()
    return Writer(
        relay=is_relay(message.sender),
        no_reply=bool(NO_REPLY.search(message.sender.local)),
        role=bool(ROLE.match(message.sender.local)),
        bulk=message.has("list-unsubscribe")
        or message.has("list-id")
        or precedence in {"bulk", "list", "junk"},
        answers=bool(message.thread or ANSWER.match(message.subject)),
    )


def is_relay(address: Address) -> bool:
    """Return whether an address belongs to a service that writes for many employers."""
    return _is_within(address, wording.relays())


def hires(address: Address) -> bool:
    """Return whether an address belongs to a service that employers hire with."""
    return _is_within(address, wording.hiring())


def _is_within(address: Address, domains: frozenset[str]) -> bool:
    labels = address.domain.split(".")
    return any(".".join(labels[at:]) in domains for at in range(len(labels) - 1))


def is_titled_anew(subject: str) -> bool:
    """Return whether a subject was written for this message, and not for one before it."""
    return not (ANSWER.match(subject) or FORWARD.match(subject))
