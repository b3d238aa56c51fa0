"""Reading a folder through invented histories: whatever happens, nothing is missed or doubled."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from afterword.mailbox.box import State
from afterword.mailbox.head import Head
from afterword.mailbox.memory import Kept, Memory, Shelf
from afterword.mailbox.sync import LATE, MANY
from afterword.mailbox.trouble import Doubtful, Dropped, Renumbered
from tests.mailbox.faults import FaultyBox, Plan
from tests.mailbox.journals import BACK, INBOX, Notebook
from tests.mailbox.keepers import MONDAY, letter

LIES: dict[str, Callable[[State], State]] = {
    "honest": lambda state: state,
    "no next number": lambda state: msgspec.structs.replace(state, next=0),
    "next number too high": lambda state: msgspec.structs.replace(state, next=10_000),
    "next number stays low": lambda state: msgspec.structs.replace(state, next=1),
}


class Hunt(RuleBasedStateMachine):
    """One mailbox, its server, the world, and a notebook that must follow."""

    @initialize(condstore=st.booleans(), lie=st.sampled_from(sorted(LIES)))
    def begin(self, *, condstore: bool, lie: str) -> None:
        self.memory = Memory(condstore=condstore or lie == "next number too high")
        self.lie = LIES[lie]
        self.honest = lie == "honest"
        self.notebook = Notebook(slice=2)  # so that looks break off within them
        self.names = count()

    @property
    def inbox(self) -> Shelf:
        return self.memory["INBOX"]

    @rule(matters=st.booleans(), old=st.booleans(), draft=st.booleans())
    def something_arrives(self, *, matters: bool, old: bool, draft: bool) -> None:
        self._deliver(matters=matters, old=old, draft=draft)

    @precondition(lambda self: self.inbox.messages)
    @rule(data=st.data())
    def something_is_delivered_again(self, data: st.DataObject) -> None:
        one = self.inbox.messages[self._pick(data)]
        self.inbox.add(one.raw, arrived=one.arrived, draft=one.draft)

    @precondition(lambda self: self.inbox.messages)
    @rule(data=st.data())
    def its_owner_deletes(self, data: st.DataObject) -> None:
        self.inbox.drop(self._pick(data))

    @precondition(lambda self: self.memory.condstore)
    @rule(depth=st.integers(1, LATE - 1))
    def something_turns_up_late(self, depth: int) -> None:
        """A message becomes visible below one with a higher number."""
        free = set(range(max(1, self.inbox.next - depth), self.inbox.next))
        free -= set(self.inbox.messages)
        if free and self._mark() < self.inbox.next:
            self.inbox.modseq += 1
            raw = letter(f"late-{next(self.names)}")
            self.inbox.messages[min(free)] = Kept(
                raw, draft=False, arrived=MONDAY, modseq=self.inbox.modseq
            )

    @rule(first=st.integers(1, 300))
    def the_server_numbers_anew(self, first: int) -> None:
        self.inbox.renumber(first)

    @rule(gap=st.integers(1, 5))
    def the_server_skips_numbers(self, gap: int) -> None:
        self.inbox.next += gap

    @precondition(lambda self: self.honest and len(self.inbox.messages) > 1)
    @rule(lost=st.integers(2, 4))
    def the_server_restores_a_backup_and_tells_nobody(self, lost: int) -> None:
        """The last messages that we saw are gone, and their numbers are given out again."""
        self.a_look_goes_well()
        for uid in sorted(self.inbox.messages)[-lost:]:
            self.inbox.drop(uid)
        self.inbox.next = max(self.inbox.messages, default=0) + 1
        self._deliver(matters=True)
        self.a_look_goes_well()

    @rule(
        call=st.integers(0, 12),
        after=st.booleans(),
        meanwhile=st.integers(0, 6),
        batches=st.integers(0, 6),
    )
    def a_look_goes_wrong(self, call: int, *, after: bool, meanwhile: int, batches: int) -> None:
        """It breaks off at a call, or we die after some batches; meanwhile something arrives."""
        plan = Plan(call, after, meanwhile, lambda: self._deliver(matters=True))
        box = FaultyBox(self.memory, plan, self.lie)
        looking = self.notebook.batches(box)
        try:
            for _, batch in zip(range(batches), looking, strict=False):
                self.notebook.store(INBOX, batch)
        except (Dropped, Renumbered, Doubtful):
            return

    @rule()
    def a_look_goes_well(self) -> None:
        wanted = self._wanted()
        box = FaultyBox(self.memory, Plan(), self.lie)
        try:
            self.notebook.look(box)
        except Doubtful:
            assert len(self.inbox.messages) < MANY
            self.notebook.look(box, trusted=True)
        assert wanted <= set(self.notebook.identities), "nothing that matters is missed"

    @invariant()
    def nothing_is_counted_twice(self) -> None:
        identities = self.notebook.identities
        assert len(identities) == len(set(identities))

    @invariant()
    def nothing_is_taken_that_does_not_matter(self) -> None:
        assert not [name for name in self.notebook.subjects if name.startswith(("sale", "draft"))]

    def _deliver(self, *, matters: bool, old: bool = False, draft: bool = False) -> None:
        kind = "draft" if draft else "mail" if matters else "sale"
        fields = {} if matters else {"From": "Shop <news@shop.example>"}
        raw = letter(f"{kind}-{next(self.names)}", **fields)
        arrived = MONDAY - timedelta(days=90 if old else 0)
        self.inbox.add(raw, arrived=arrived, draft=draft)

    def _pick(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.inbox.messages)))

    def _mark(self) -> int:
        known = self.notebook.known.get("INBOX")
        return known.mark if known else 0

    def _wanted(self) -> set[str]:
        """Return the identities of the messages that a look now must not miss."""
        return {
            Head(uid, len(one.raw), fields=one.fields).identity
            for uid, one in self.inbox.messages.items()
            if one.fields["subject"].startswith(("mail", "late")) and one.arrived.date() >= BACK
        }


Hunt.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
test_reading_through_invented_histories = Hunt.TestCase
