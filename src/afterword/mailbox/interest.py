"""Which messages matter: those of the people, employers and threads of a hunt, and of no others.

What does not matter is never fetched; of it, Afterword sees the head and forgets it.
"""

import re
from functools import lru_cache

import msgspec

from afterword.mailbox.head import Head
from afterword.mailbox.recognising import headers

AT = re.compile(r"@\s*([^\s<>,;:()\"\[\]]+)")  # finds at least every domain that there is
# Who wrote it, whom it answers to, who gets it, and whom it could not reach.
READ = ("from", "sender", "reply-to", "to", "cc", "x-failed-recipients")
DAEMONS = frozenset({"mailer-daemon", "postmaster"})  # a bounce: its text says whom it is about


class Interest(msgspec.Struct, frozen=True):
    """Addresses, domains (their subdomains too) and Message-IDs; all but the last in lower case."""

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    threads: frozenset[str] = frozenset()

    def matters(self, head: Head) -> bool:
        """Return whether a message is to be fetched."""
        if self.threads and (head.message_id in self.threads or self.threads & {*head.thread}):
            return True
        return _is_a_bounce(head) or self._is_named(head)

    def _is_named(self, head: Head) -> bool:
        """Return whether an address is known; parsing them is worth it for few messages only."""
        written = [value for name in READ if (value := head.fields.get(name))]
        domains = (domain for value in written for domain in AT.findall(value.lower()))
        if not any(_is_within(domain, _domains(self)) for domain in domains):
            return False
        found = (one.email for value in written for one in headers.addresses(value))
        return any(self._is_known(email) for email in found)

    def _is_known(self, email: str) -> bool:
        return email in self.addresses or _is_within(email.rpartition("@")[2], self.domains)


@lru_cache(maxsize=8)
def _domains(interest: Interest) -> frozenset[str]:
    """Return the domains outside of which nobody is known."""
    return interest.domains | {email.rpartition("@")[2] for email in interest.addresses}


def _is_a_bounce(head: Head) -> bool:
    value = head.fields.get("from", "").lower()
    return any(daemon in value for daemon in DAEMONS) and head.sender.local in DAEMONS


def _is_within(domain: str, known: frozenset[str]) -> bool:
    """Return whether a domain is a known one, or below it."""
    labels = domain.split(".")
    return any(".".join(labels[start:]) in known for start in range(len(labels)))
