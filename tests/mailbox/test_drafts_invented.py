"""Drafts through invented histories: never two of one, none touched that is the person's."""

from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from afterword.mailbox import drafts
from afterword.mailbox.drafts import Due, Keep, Put
from afterword.mailbox.memory import Memory, Shelf
from afterword.mailbox.trouble import Dropped
from tests.mailbox.faults import FaultyBox, Plan
from tests.mailbox.test_drafts import words

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
STEP = words().step
TEXTS = st.sampled_from(["Thank you.", "Many thanks.", "Thanks again."])


class Desk(RuleBasedStateMachine):
    """One step, whose words change, whose person edits, and whose program dies at any moment."""

    @initialize(text=TEXTS)
    def begin(self, text: str) -> None:
        self.memory = Memory()
        self.text = text
        self.placed = False
        self.over = False
        self.theirs: set[bytes] = set()

    @property
    def shelf(self) -> Shelf:
        return self.memory["Drafts"]

    @property
    def ours(self) -> list[int]:
        kept = self.shelf.messages
        return [uid for uid, one in kept.items() if one.raw not in self.theirs]

    @rule(text=TEXTS)
    def the_words_change(self, text: str) -> None:
        self.text = text

    @rule(over=st.booleans())
    def the_plan_changes(self, over: bool) -> None:
        self.over = over

    @precondition(lambda self: self.ours)
    @rule(keeps_header=st.booleans())
    def the_person_edits(self, *, keeps_header: bool) -> None:
        uid = min(self.ours)
        raw = self.shelf.messages[uid].raw.replace(b"Dear", b"Hello") + b"PS: and so on.\r\n"
        raw = raw if keeps_header else raw.replace(b"X-Afterword-", b"X-Other-")
        self.shelf.drop(uid)
        self.shelf.add(raw, draft=True)
        self.theirs.add(raw)

    @precondition(lambda self: self.ours)
    @rule()
    def the_person_deletes(self) -> None:
        self.shelf.drop(min(self.ours))

    @rule(first=st.integers(1, 50))
    def the_server_numbers_anew(self, first: int) -> None:
        self.shelf.renumber(first)

    @rule(call=st.integers(1, 8), after=st.booleans())
    def settling_goes_wrong(self, call: int, *, after: bool) -> None:
        try:
            self._settle(Plan(call, after))
        except Dropped:
            return

    @rule()
    def settling_goes_well(self) -> None:
        gone = self.placed and not self.ours
        self._settle(Plan())
        texts = [self.shelf.messages[uid].raw for uid in self.ours]
        if self.over or gone or any(b"X-Afterword-" in raw for raw in self._kept_by_them()):
            assert texts == []
        else:
            assert len(texts) == 1 or self._took_it()
            assert all(self.text.encode() in raw for raw in texts)

    @invariant()
    def what_is_theirs_is_still_there(self) -> None:
        assert self.theirs == set(self._kept_by_them())

    @invariant()
    def there_are_never_more_than_the_old_and_the_new_one(self) -> None:
        assert len(self.ours) <= 2

    def _kept_by_them(self) -> list[bytes]:
        return [one.raw for one in self.shelf.messages.values() if one.raw in self.theirs]

    def _took_it(self) -> bool:
        return self.placed and not self.ours

    def _settle(self, plan: Plan) -> None:
        box = FaultyBox(self.memory, plan)
        due = () if self.over else (Due(words(self.text), placed=self.placed),)
        retired = frozenset({STEP}) if self.over else frozenset()
        deeds = drafts.decide(due, drafts.present(box, "Drafts"), retired=retired)
        for deed in drafts.carry_out(box, "Drafts", deeds, now=NOW):
            if isinstance(deed, Put | Keep):
                self.placed = True


Desk.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
test_drafts_through_invented_histories = Desk.TestCase
