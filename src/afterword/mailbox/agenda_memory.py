"""A calendar server in memory, for tests and as the base of invented faults.

It keeps the same contract as a real server (tests/mailbox/test_agenda.py).
"""

from collections.abc import Collection, Mapping

import icalendar

from afterword.mailbox.agenda import Changed, Found, Gone, Listed, Taken


class MemoryServer:
    """What a server keeps: its calendars by address, and in each the entries by name."""

    def __init__(self, *calendars: Listed) -> None:
        """Begin with calendars, all empty."""
        self.names = {one.url: one.name for one in calendars}
        self.kept: dict[str, dict[str, Found]] = {one.url: {} for one in calendars}
        self._states = 0

    def write(self, calendar: str, name: str, raw: bytes) -> str:
        """Keep an entry in place of whatever was there; return its state."""
        self._states += 1
        found = Found(f'"{self._states}"', raw)
        self.kept[calendar][name] = found
        return found.etag


class MemoryAgenda:
    """One connection to a MemoryServer."""

    def __init__(self, server: MemoryServer) -> None:
        """Connect."""
        self._server = server

    def calendars(self) -> tuple[Listed, ...]:
        """Return every calendar."""
        return tuple(Listed(url, name) for url, name in self._server.names.items())

    def etags(self, calendar: str, names: Collection[str]) -> Mapping[str, str]:
        """Return the states of the entries that are there."""
        kept = self._kept(calendar)
        return {name: kept[name].etag for name in names if name in kept}

    def entry(self, calendar: str, name: str) -> Found | None:
        """Return an entry, if it is there."""
        return self._kept(calendar).get(name)

    def put(self, calendar: str, name: str, raw: bytes, *, instead: str = "") -> str:
        """Write an entry; raises Changed and Taken."""
        kept = self._kept(calendar)
        self._expect(calendar, name, instead)
        others = [one for other, one in kept.items() if other != name]
        if uid_of(raw) in {uid_of(one.raw) for one in others}:
            raise Taken
        return self._server.write(calendar, name, raw)

    def remove(self, calendar: str, name: str, etag: str) -> bool:
        """Take an entry away; raises Changed."""
        if name not in self._kept(calendar):
            return False
        self._expect(calendar, name, etag)
        del self._server.kept[calendar][name]
        return True

    def close(self) -> None:
        """Let go."""

    def _kept(self, calendar: str) -> dict[str, Found]:
        try:
            return self._server.kept[calendar]
        except KeyError:
            raise Gone from None

    def _expect(self, calendar: str, name: str, etag: str) -> None:
        found = self._kept(calendar).get(name)
        if (found.etag if found else "") != etag:
            raise Changed


def uid_of(raw: bytes) -> str:
    """Return what an entry calls itself, for all calendars."""
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    return str(events[0].get("uid", "")) if events else ""
