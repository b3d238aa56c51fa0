"""Whatever is done in whatever order, nothing is lost, and the plan is that of the file."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule
from hypothesis.stateful import run_state_machine_as_test as lived
from msgspec.structs import replace

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from afterword.actions import outlook, planning, timeline
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.add_person import add_person
from afterword.actions.choose import Choosing, choose
from afterword.actions.correct_event import correct_event, remove_event
from afterword.actions.due import derived
from afterword.actions.edit_opportunity import edit_opportunity
from afterword.actions.errors import Missing, Refused
from afterword.actions.export import export
from afterword.actions.import_ import Became, import_
from afterword.actions.log_event import log_event
from afterword.actions.opportunities import opportunities
from afterword.actions.override import Deciding, lift, override, set_layer
from afterword.actions.planning import plan_of
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.rules import Scope, rules_of
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.save_notes import save_notes
from afterword.actions.today import today
from afterword.actions.undo import undo
from afterword.actions.values import Changed, Decision, StepKey
from afterword.etiquette import decode
from afterword.etiquette.events import Event
from afterword.etiquette.plan import plan
from afterword.etiquette.problem import Malformed
from afterword.etiquette.rulebook.override import Bounds
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Role
from afterword.journal.held import Held, held
from afterword.journal.rulings import rulings
from afterword.journal.situation import event_of, situation_of
from afterword.letters.notes import Note
from afterword.settings.start import start
from tests.actions.hunt import at
from tests.actions.test_override import OURS
from tests.etiquette import worlds

BEGIN = at("2026-06-17 12:00")
EVENT = st.one_of(*worlds.EVENTS.values())
LINE = st.tuples(
    st.sampled_from(["Corbel", "Riverside", "=Oak"]),
    st.sampled_from(["", "2026-05-04", "2026-06-01"]),
    st.sampled_from(["", "Applied", "Rejected", "Offer", "Ghosted"]),
)
CORBEL = ["Corbel", "corbel ", ""]
DECIDED = st.sampled_from(
    [
        ("leave-a-week-between-questions", None),
        ("two-questions-a-week-to-one-employer", None),
        ("leave-a-week-between-questions", Bounds(until="last-ask + 9 days")),
        ("thank-each-person-you-met", None),
        ("no-gift-before-the-ink-is-dry", None),
        ("no-such-rule", None),
    ]
)
TEXT = st.text("abcäß '\"=\n", max_size=8)


class Life(RuleBasedStateMachine):
    """A candidate who writes down, corrects, takes back, moves house and comes back."""

    changes = Bundle("changes")
    empty = Path()  # a folder with an empty journal, to be copied

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="afterword-life-"))
        shutil.copytree(self.empty, self.folder / "data")
        start(str(self.folder / "data"))
        self.now = BEGIN
        self.me = new_owner("me", now=self.now)
        self.houses = 0

    def teardown(self) -> None:
        """End every life with a list, taken back again, and a move that leaves nothing behind.

        Not every life happens to have them, and they are what loses things if anything does.
        """
        try:
            before = _said(self.me)
            brought = self.bring_a_list(lines=[("Corbel", "2026-05-04", "Rejected")])
            if isinstance(brought, str):
                self.tick()
                undo(self.me, brought, now=self.now)
                assert _said(self.me) == before
            self.move_house()
        finally:
            start(str(self.empty))
            shutil.rmtree(self.folder)

    def tick(self) -> None:
        """Let some time go by, so that no two changes are of one moment."""
        self.now += timedelta(minutes=7)

    def books(self) -> tuple[Held, ...]:
        return held(self.me)

    def one(self, number: int) -> Held | None:
        books = self.books()
        return books[number % len(books)] if books else None

    @rule(target=changes, raw=worlds.raw_hunts())
    def add(self, raw: worlds.Raw) -> object:
        self.tick()
        return add_opportunity(self.me, decode.from_raw(raw), now=self.now).change

    @rule(target=changes, number=st.integers(0, 3), raw=EVENT)
    def log(self, number: int, raw: worlds.Raw) -> object:
        self.tick()
        told = self.one(number)
        if told is None:
            return multiple()
        return self.tried(lambda: log_event(self.me, told.uid, _event(raw), now=self.now))

    @rule(target=changes, number=st.integers(0, 3), place=st.integers(0, 5), raw=EVENT)
    def correct(self, number: int, place: int, raw: worlds.Raw) -> object:
        self.tick()
        told = self.one(number)
        if told is None or not told.events:
            return multiple()
        row = told.events[place % len(told.events)]
        return self.tried(lambda: correct_event(self.me, row.uid, _event(raw), now=self.now))

    @rule(target=changes, number=st.integers(0, 3))
    def take_out(self, number: int) -> object:
        self.tick()
        told = self.one(number)
        if told is None or not told.events:
            return multiple()
        return self.tried(lambda: remove_event(self.me, told.events[0].uid, now=self.now))

    @rule(target=changes, number=st.integers(0, 3), who=worlds.somebody, name=TEXT)
    def meet(self, number: int, who: str, name: str) -> object:
        self.tick()
        told = self.one(number)
        if told is None:
            return multiple()
        known = Person(who, name=name, role=Role.HR)
        return self.tried(lambda: add_person(self.me, told.uid, known, now=self.now))

    @rule(target=changes, number=st.integers(0, 3), texts=st.lists(TEXT, max_size=3))
    def note(self, number: int, texts: list[str]) -> object:
        self.tick()
        told = self.one(number)
        if told is None:
            return multiple()
        notes = tuple(map(Note, texts))
        return self.tried(lambda: save_notes(self.me, told.uid, notes, now=self.now))

    @rule(target=changes, number=st.integers(0, 3), decision=st.sampled_from(Decision))
    def decide(self, number: int, decision: Decision) -> object:
        self.tick()
        told = self.one(number)
        steps = plan_of(told, self.now).steps if told else ()
        if told is None or not steps:
            return multiple()
        key = StepKey(steps[0].act, steps[0].to)
        return self.tried(lambda: choose(self.me, told.uid, key, Choosing(decision), now=self.now))

    @rule(
        target=changes, number=st.integers(0, 3), told=DECIDED, scope=st.sampled_from(tuple(Scope))
    )
    def overrule(self, number: int, told: tuple[str, Bounds | None], scope: Scope) -> object:
        self.tick()
        book = self.one(number)
        if book is None and scope is not Scope.EVERYWHERE:
            return multiple()
        deciding = Deciding(*told, scope, book.uid if book else "")
        return self.tried(lambda: override(self.me, deciding, now=self.now))

    @rule(target=changes, name=st.sampled_from(["quiet-in-june", "quiet-in-july"]))
    def bring_own_rules(self, name: str) -> object:
        self.tick()
        text = OURS.replace("no-check-ins-in-march", name)
        return self.tried(lambda: set_layer(self.me, text, now=self.now))

    @rule(target=changes, number=st.integers(0, 3))
    def have_it_as_it_was(self, number: int) -> object:
        self.tick()
        rows = tuple(rulings(self.me))
        if not rows:
            return multiple()
        return self.tried(lambda: lift(self.me, rows[number % len(rows)].uid, now=self.now))

    @rule(target=changes, number=st.integers(0, 3), employer=st.sampled_from(CORBEL))
    def move_next_door(self, number: int, employer: str) -> object:
        self.tick()
        told = self.one(number)
        if told is None:
            return multiple()
        facts = replace(situation_of(told, self.now).opportunity, employer=employer)
        return self.tried(lambda: edit_opportunity(self.me, told.uid, facts, now=self.now))

    @rule(target=changes, number=st.integers(0, 3), text=TEXT)
    def write(self, number: int, text: str) -> object:
        self.tick()
        told = self.one(number)
        steps = plan_of(told, self.now).steps if told else ()
        if told is None or not steps:
            return multiple()
        words = Words(StepKey(steps[0].act, steps[0].to), text)
        return self.tried(lambda: save_draft(self.me, told.uid, words, now=self.now))

    @rule(target=changes, number=st.integers(0, 3))
    def remove(self, number: int) -> object:
        self.tick()
        told = self.one(number)
        if told is None:
            return multiple()
        return self.tried(lambda: remove_opportunity(self.me, told.uid, now=self.now))

    @rule(target=changes, change=consumes(changes))
    def take_back(self, change: str) -> object:
        self.tick()
        before = _said(self.me)
        done = self.tried(lambda: undo(self.me, change, now=self.now))
        if isinstance(done, str):  # undoing what was undone leads back to where one was
            self.tick()
            again = undo(self.me, done, now=self.now)
            assert _said(self.me) == before
            return again.change
        return done

    @rule(hours=st.integers(1, 300))
    def wait(self, hours: int) -> None:
        """Let days go by in which nothing happens but that plans change by themselves."""
        self.now += timedelta(hours=hours)

    @rule(target=changes, lines=st.lists(LINE, min_size=1, max_size=3))
    def bring_a_list(self, lines: list[tuple[str, str, str]]) -> object:
        self.tick()
        before = _said(self.me)
        table = "\n".join(map(",".join, [("Company", "Applied", "Status"), *lines])).encode()
        preview = import_(self.me, table, now=self.now, write=False)
        assert _said(self.me) == before
        done = import_(self.me, table, now=self.now)
        assert done.entries == preview.entries
        again = import_(self.me, table, now=self.now)
        assert {one.became for one in again.entries} == {Became.KNOWN}
        return done.change or multiple()

    @rule()
    def move_house(self) -> None:
        """Go on as somebody else, who has nothing but the file."""
        self.tick()
        file = export(self.me, now=self.now)
        self.houses += 1
        other = new_owner(f"me {self.houses}", now=self.now)
        import_(other, file, now=self.now)
        assert _said(other) == _said(self.me)
        assert export(other, now=self.now) == file
        import_(self.me, file, now=self.now)
        assert export(self.me, now=self.now) == file
        self.me = other

    @invariant()
    def the_plan_is_that_of_the_situation_file(self) -> None:
        for told in self.books():
            file = decode.to_json(situation_of(told, self.now))
            assert plan(decode.from_json(file), rules_of(told).book) == plan_of(told, self.now)

    @invariant()
    def when_to_look_again_is_what_a_rebuild_would_say(self) -> None:
        for row in self.me.opportunities.select_related("owner"):
            assert row.looked
            assert row.look_again == derived(row, row.looked)

    @invariant()
    def what_comes_from_memory_is_what_would_be_made_anew(self) -> None:
        remembered = self.pages()
        outlook.forget()
        planning.forget()
        timeline.forget()
        assert remembered == self.pages()

    def pages(self) -> object:
        """Return what the pages are made of, but for the mark by which they know it again."""
        told = [timeline.timeline(self.me, one.uid, now=self.now) for one in self.books()]
        return (
            today(self.me, now=self.now),
            opportunities(self.me, now=self.now),
            [msgspec.structs.replace(one, edition=None) for one in told],
        )

    def tried(self, action: Callable[[], Changed]) -> object:
        """Do what may be refused; what is refused leaves everything as it was."""
        before = _said(self.me)
        try:
            done = action()
        except (Malformed, Missing, Refused):
            assert _said(self.me) == before
            return multiple()
        return done.change or multiple()


def _event(raw: worlds.Raw) -> Event:
    people = [{"id": name} for name in worlds.PEOPLE]
    return decode.from_raw({"now": "2026-12-31", "people": people, "events": [raw]}).events[0]


def _said(owner: User) -> object:
    """Return everything that counts, without the names of rows."""
    decided = {
        (row.rule, row.decision, row.scope, row.where, str(row.terms)) for row in rulings(owner)
    }
    return decided, [
        (
            told.uid,
            decode.to_json(situation_of(told, BEGIN)),
            [(row.stem, row.text) for row in told.notes],
            [(row.step, row.text) for row in told.drafts],
            [(row.step, row.decision) for row in told.choices],
            [event_of(row) for row in told.events],
        )
        for told in sorted(held(owner), key=lambda one: one.uid)
    ]


@pytest.mark.usefixtures("journal")
def test_any_life(empty_journal: Path) -> None:
    Life.empty = empty_journal
    life = settings(max_examples=10, stateful_step_count=12)
    lived(Life, settings=life)
