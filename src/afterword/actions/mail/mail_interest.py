"""Which messages of a mailbox concern a hunt: told from their heads, before anything is fetched."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from afterword.mailbox.head import Head
from afterword.mailbox.interest import Interest
from afterword.mailbox.recognising import wording
from afterword.mailbox.recognising.matching import SHORTEST_NAME, Known
from afterword.mailbox.recognising.message import Address
from afterword.mailbox.recognising.sender import hires, is_relay

LETTERS = re.compile(r"[^\W_]+")


class Hunt:
    """What a hunt is known by in mail; `mine` is the candidate's own address."""

    def __init__(self, known: Sequence[Known], mine: str) -> None:
        """Gather the people, their domains, the threads, and what the employers are called."""
        self.mine = mine.strip().lower()
        addresses = {email for one in known for email in _addresses(one) if "@" in email}
        addresses -= {self.mine}
        told = {domain for one in known for domain in one.domains}
        self.interest = Interest(
            addresses=frozenset(addresses),
            domains=frozenset(told | set(_own_domains(addresses))),
            threads=frozenset(name for one in known for name in one.thread),
        )
        self.employers = frozenset(
            one.employer.strip() for one in known if len(one.employer.strip()) >= SHORTEST_NAME
        )

    @property
    def asked(self) -> list[str]:
        """Return what is looked for, but for the threads, in words that can be compared."""
        return sorted(self.interest.addresses | self.interest.domains | self.employers)

    def matters(self, head: Head) -> bool:
        """Return whether a message is to be fetched: its head ties it to the hunt, or its text may.

        A service with which employers hire often names them nowhere else.
        """
        return self.ties(head) or (bool(self.employers) and hires(head.sender))

    def ties(self, head: Head) -> bool:
        """Return whether the head of a message ties it to the hunt.

        Somebody unknown who names an employer does so too, unless it is to a list: the first who
        writes is often somebody new.
        """
        return self.interest.matters(head) or self._is_named(head)

    def _is_named(self, head: Head) -> bool:
        sender = head.sender
        if sender.email == self.mine or (head.fields.get("list-id") and not is_relay(sender)):
            return False
        if self._labels & set(sender.domain.split(".")[:-1]):
            return True
        named = self._names
        return bool(named and named.search(f"{head.subject}\n{sender.name}"))

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        names = "|".join(re.escape(name) for name in sorted(self.employers))
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None

    @cached_property
    def _labels(self) -> frozenset[str]:
        """Return the employers as they would stand in a domain: "Blue Owl" as blueowl, blue-owl."""
        words = [LETTERS.findall(name.lower()) for name in self.employers]
        return frozenset(sign.join(one) for one in words for sign in ("", "-") if one)


def _addresses(known: Known) -> Iterable[str]:
    yield from known.taught
    for person in known.people:
        yield from person.emails


def _own_domains(addresses: Iterable[str]) -> Iterable[str]:
    """Yield the domains of addresses that belong to one employer alone."""
    for email in addresses:
        address = Address(email)
        public = address.domain in wording.public_domains()
        if address.domain and not public and not is_relay(address):
            yield address.domain
