"""Invented histories of a calendar that two write into: its owner, and we, who may die."""

from collections.abc import Collection, Mapping

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from afterword.mailbox.agenda import Found, Listed
from afterword.mailbox.agenda_memory import MemoryAgenda, MemoryServer, uid_of
from afterword.mailbox.entries import carry_out, decide, present, tells, tells_of, wish
from tests.mailbox.desks import MEMORY, TUESDAY, Notes, entry, raw

UIDS = st.sampled_from(["a", "b", "c"])
DAYS = st.integers(0, 3)
OWNERS = "The owner’s"


class Death(Exception):
    """The process was killed."""


class Mortal:
    """A connection over which so much is said, and then no more: before a deed, or right after."""

    def __init__(self, server: MemoryServer, steps: int) -> None:
        self.inner, self.steps = MemoryAgenda(server), steps

    def _live(self) -> None:
        self.steps -= 1
        if self.steps == 0:
            raise Death

    def calendars(self) -> tuple[Listed, ...]:
        return self.inner.calendars()

    def etags(self, calendar: str, names: Collection[str]) -> Mapping[str, str]:
        self._live()
        return self.inner.etags(calendar, names)

    def entry(self, calendar: str, name: str) -> Found | None:
        self._live()
        return self.inner.entry(calendar, name)

    def put(self, calendar: str, name: str, raw: bytes, *, instead: str = "") -> str:
        self._live()
        etag = self.inner.put(calendar, name, raw, instead=instead)
        self._live()
        return etag

    def remove(self, calendar: str, name: str, etag: str) -> bool:
        self._live()
        gone = self.inner.remove(calendar, name, etag)
        self._live()
        return gone

    def close(self) -> None:
        pass


class Histories(RuleBasedStateMachine):
    """What is wanted changes, the owner does as they like, and we write until we are killed."""

    def __init__(self) -> None:
        super().__init__()
        self.server = MemoryServer(Listed(MEMORY, "Hunt"))
        self.notes = Notes()
        self.wanted: dict[str, int] = {}
        self.owners: dict[str, bytes] = {}  # what the owner wrote, by its name there

    @rule(uid=UIDS, days=DAYS)
    def want(self, uid: str, days: int) -> None:
        self.wanted[uid] = days

    @rule(uid=UIDS)
    def want_no_more(self, uid: str) -> None:
        self.wanted.pop(uid, None)

    @rule(uid=UIDS)
    def the_owner_writes(self, uid: str) -> None:
        name = f"{uid}.ics"
        if name in self.server.kept[MEMORY]:
            self.owners[name] = raw(uid, f"{OWNERS} {len(self.owners)}")
            self.server.write(MEMORY, name, self.owners[name])

    @rule(uid=UIDS)
    def the_owner_imports_the_same_by_hand(self, uid: str) -> None:
        if uid not in {uid_of(one.raw) for one in self.server.kept[MEMORY].values()}:
            self.owners[f"import-{uid}"] = raw(uid)
            self.server.write(MEMORY, f"import-{uid}", self.owners[f"import-{uid}"])

    @rule(uid=UIDS)
    def the_owner_takes_away(self, uid: str) -> None:
        for name in (f"{uid}.ics", f"import-{uid}"):
            self.server.kept[MEMORY].pop(name, None)
            self.owners.pop(name, None)

    @rule(steps=st.integers(1, 8))
    def we_write_and_die(self, steps: int) -> None:
        try:
            self._write(Mortal(self.server, steps))
        except Death:
            return

    @rule()
    def we_write(self) -> None:
        self._write(MemoryAgenda(self.server))
        kept = self.server.kept[MEMORY]
        theirs = {uid for uid, one in self.notes.before.items() if one.theirs}
        for uid, days in self.wanted.items():
            if uid not in theirs:
                assert tells(kept[f"{uid}.ics"].raw) == tells_of(entry(uid, days=days))
        ours = {name for name in kept if name not in self.owners}
        assert ours <= {f"{uid}.ics" for uid in {*self.wanted, *theirs}}

    def _write(self, agenda: MemoryAgenda | Mortal) -> None:
        wishes = [wish(entry(uid, days=days)) for uid, days in self.wanted.items()]
        uids = {*self.wanted, *self.notes.before}
        there = present(agenda, MEMORY, uids, self.notes.before)
        deeds = decide(wishes, self.notes.before, there, now=TUESDAY.replace(year=2025))
        for _deed in carry_out(agenda, MEMORY, deeds, self.notes):
            pass

    @invariant()
    def nothing_is_there_twice(self) -> None:
        found = [uid_of(one.raw) for one in self.server.kept[MEMORY].values()]
        assert len(found) == len(set(found))

    @invariant()
    def what_the_owner_wrote_stands(self) -> None:
        kept = self.server.kept[MEMORY]
        assert {name: kept[name].raw for name in self.owners} == self.owners


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
