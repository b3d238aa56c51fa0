"""Asks name servers, through dnspython: the standard library knows addresses only."""

import dns.exception
import dns.rdata
import dns.resolver
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.IN.SRV import SRV

from afterword.mailbox.connecting import Record

PATIENCE = 5.0  # seconds for one question, however many servers are asked


class NameServers:
    """The name servers of this machine, or those of a resolver of one's own."""

    def __init__(self, resolver: dns.resolver.Resolver | None = None) -> None:
        """Read this machine's settings only when there is something to ask."""
        self._resolver = resolver

    def srv(self, name: str) -> tuple[Record, ...]:
        """Return the SRV records of a name, nothing where there are none or nobody answers."""
        return tuple(
            Record(
                one.target.to_text(omit_final_dot=True).strip("."),
                one.port,
                one.priority,
                one.weight,
            )
            for one in self._answers(name, "SRV")
            if isinstance(one, SRV)
        )

    def mx(self, domain: str) -> tuple[str, ...]:
        """Return the mail exchangers of a domain, the preferred one first."""
        found = [one for one in self._answers(domain, "MX") if isinstance(one, MX)]
        found.sort(key=lambda one: one.preference)
        return tuple(one.exchange.to_text(omit_final_dot=True) for one in found)

    def _answers(self, name: str, kind: str) -> list[dns.rdata.Rdata]:
        try:
            resolver = self._resolver or dns.resolver.get_default_resolver()
            return list(resolver.resolve(name, kind, lifetime=PATIENCE, search=False))
        except (dns.exception.DNSException, OSError, UnicodeError):
            return []
