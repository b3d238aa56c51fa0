"""Which opportunity, and which person, a message belongs to: a pure function of what is known.

The thread decides first, then addresses, then names in the text. Two that fit equally well are
never chosen between: the person is asked. What a relay calls itself is never the employer.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec

from afterword.mailbox.recognising import wording
from afterword.mailbox.recognising.message import Address, Message
from afterword.mailbox.recognising.reply import own_words
from afterword.mailbox.recognising.sender import is_relay

SHORTEST_NAME = 3  # letters of an employer's name that are evidence


class Because(StrEnum):
    """What ties a message to an opportunity, the strongest first."""

    THREAD = "thread"
    CORRECTION = "correction"
    PERSON = "person"
    DOMAIN = "domain"
    NAME = "name"
    NOTHING = "nothing"


class Acquaintance(msgspec.Struct, frozen=True):
    """A person of an opportunity, by the addresses that are known."""

    id: str
    emails: tuple[str, ...] = ()


class Known(msgspec.Struct, frozen=True):
    """What is known of an opportunity when mail is matched.

    `thread` holds the Message-IDs of its mail so far; `taught` the addresses that the candidate
    said belong to it.
    """

    id: str
    employer: str = ""
    role: str = ""
    people: tuple[Acquaintance, ...] = ()
    thread: frozenset[str] = frozenset()
    taught: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()


class Match(msgspec.Struct, frozen=True):
    """Where a message belongs; with several `candidates` and no `opportunity`, ask."""

    opportunity: str | None
    because: Because
    person: str | None = None
    candidates: tuple[str, ...] = ()


Tie = Callable[[Message, Known], bool]


def match(message: Message, known: Sequence[Known]) -> Match:
    """Return the opportunity and the person of a message, as far as that is certain."""
    for because, tie in TIES:
        fitting = [one for one in known if tie(message, one)]
        if fitting:
            return _decided(message, _narrowed(message, fitting), because)
    return Match(None, Because.NOTHING)


def _decided(message: Message, fitting: Sequence[Known], because: Because) -> Match:
    if len(fitting) > 1:
        return Match(None, because, candidates=tuple(one.id for one in fitting))
    (only,) = fitting
    return Match(only.id, because, _person(message, only), (only.id,))


def _person(message: Message, known: Known) -> str | None:
    for address in _senders(message):
        for one in known.people:
            if address.email in one.emails:
                return one.id
    return None


def _narrowed(message: Message, fitting: Sequence[Known]) -> Sequence[Known]:
    """Return those whose role the message names, where that leaves exactly one."""
    if len(fitting) == 1:
        return fitting
    told = f"{message.subject}\n{own_words(message)}"
    named = [one for one in fitting if _names(one.role, told)]
    return named if len(named) == 1 else fitting


def _senders(message: Message) -> tuple[Address, ...]:
    return (message.sender, message.reply_to)


def _by_thread(message: Message, known: Known) -> bool:
    return not known.thread.isdisjoint(message.thread)


def _by_correction(message: Message, known: Known) -> bool:
    return any(one.email in known.taught for one in _senders(message))


def _by_person(message: Message, known: Known) -> bool:
    addresses = {email for person in known.people for email in person.emails}
    return any(one.email in addresses for one in _senders(message))


def _by_domain(message: Message, known: Known) -> bool:
    """Return whether sender and a known person share a domain that is the employer's own."""
    domains = known.domains | {
        email.rpartition("@")[2] for person in known.people for email in person.emails
    }
    return any(
        one.domain in domains and not is_relay(one) and one.domain not in wording.public_domains()
        for one in _senders(message)
    )


def _by_name(message: Message, known: Known) -> bool:
    """Return whether subject or text name the employer; a person's own address may, a relay not."""
    told = [message.subject, own_words(message)]
    told += [one.name for one in _senders(message) if not is_relay(one)]
    return any(_names(known.employer, one) for one in told)


def _names(name: str, text: str) -> bool:
    """Return whether a text names something in whole words."""
    if len(name.strip()) < SHORTEST_NAME:
        return False
    return re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", text, re.IGNORECASE) is not None


TIES: tuple[tuple[Because, Tie], ...] = (
    (Because.THREAD, _by_thread),
    (Because.CORRECTION, _by_correction),
    (Because.PERSON, _by_person),
    (Because.DOMAIN, _by_domain),
    (Because.NAME, _by_name),
)
