"""The outbox through invented histories: whatever dies, lies or comes, no letter arrives twice."""

from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from afterword.actions.errors import Refused
from afterword.actions.log_event import log_event
from afterword.actions.mail.arrived import Answer, arrived
from afterword.actions.mail.send import send_due
from afterword.actions.mail.withdraw import withdraw
from afterword.journal.outgoing import Release, State
from afterword.mailbox.outgoing import NotAccepted, Unknown
from afterword.mailbox.posted import Posted
from afterword.mailbox.trouble import Dropped
from tests.actions.hunt import event, person
from tests.actions.mail.outbox import RELEASED, World, hunting, released

NAMES = iter(range(1_000_000))


class Died(BaseException):
    """The process was killed."""


class Outbox(RuleBasedStateMachine):
    """One letter, workers that die or are slow, and a server that takes letters as it likes."""

    @initialize()
    def begin(self) -> None:
        Release.objects.all().delete()  # of the history before
        self.alice = person(f"alice-{next(NAMES)}")
        self.world = World()
        self.uid = hunting(self.alice, self.world)
        self.now: datetime = RELEASED
        self.row = released(self.alice, self.uid, now=self.now)
        self.came = False

    @property
    def letter(self) -> Release:
        return Release.objects.get(pk=self.row.pk)

    @rule(minutes=st.sampled_from([1, 10, 20, 200]))
    def time_goes_by(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(keeps_a_copy=st.booleans())
    def a_worker_does_its_work(self, *, keeps_a_copy: bool) -> None:
        self._work(self._takes if keeps_a_copy else str)

    @rule(for_good=st.booleans())
    def the_server_refuses(self, *, for_good: bool) -> None:
        def refuses(letter: Posted) -> None:
            raise NotAccepted(letter.to, for_good=for_good)

        self._work(refuses)

    @rule(took_it=st.booleans(), keeps_a_copy=st.booleans())
    def the_line_breaks_where_nobody_knows(self, *, took_it: bool, keeps_a_copy: bool) -> None:
        def breaks(letter: Posted) -> None:
            if took_it:
                self.world.delivered.append(letter)
            if took_it and keeps_a_copy:
                self._takes(letter)
            raise Unknown(letter.to)

        self._work(breaks)

    @rule(took_it=st.booleans())
    def the_worker_is_killed_at_the_door(self, *, took_it: bool) -> None:
        def killed(letter: Posted) -> None:
            if took_it:
                self.world.delivered.append(letter)
            raise Died

        self._work(killed)

    @rule()
    def the_worker_is_killed_while_it_looks(self) -> None:
        def killed() -> None:
            raise Died

        self._work(str, killed)

    @rule()
    def the_mailbox_cannot_be_reached(self) -> None:
        def breaks() -> None:
            raise Dropped("imap.home.example")

        self._work(str, breaks)

    @rule(hours=st.sampled_from([0, 1]))
    def another_worker_comes_by_in_the_middle(self, hours: int) -> None:
        def meanwhile() -> None:
            self.world.comes = dict
            send_due(now=self.now + timedelta(hours=hours), ways=self.world.ways)

        self._work(str, meanwhile)

    @rule()
    def another_worker_takes_a_slow_one_for_dead(self) -> None:
        def meanwhile(letter: Posted) -> None:
            self.world.answer = str
            send_due(now=self.now + timedelta(hours=1), ways=self.world.ways)
            assert letter.to

        self._work(meanwhile)

    @precondition(lambda self: not self.came)
    @rule()
    def an_answer_comes_just_before(self) -> None:
        def comes() -> None:
            if not self.came:
                self.came = True
                day = self.now.strftime("%Y-%m-%d %H:%M")
                line = event(f"{day} received what=reply from=lena")
                log_event(self.alice, self.uid, line, now=self.now)

        before = len(self.world.delivered)
        self._work(str, comes)
        assert not self.came or len(self.world.delivered) == before

    @rule()
    def the_candidate_takes_it_back(self) -> None:
        try:
            withdraw(self.alice, self.row.uid, now=self.now)
        except Refused:
            assert self.letter.state != State.WAITING

    @precondition(lambda self: self.letter.state == State.UNSURE)
    @rule()
    def the_candidate_answers_as_it_is(self) -> None:
        answer = Answer.THERE if self.world.delivered else Answer.AGAIN
        arrived(self.alice, self.row.uid, answer, now=self.now)

    @invariant()
    def it_arrives_once_at_most(self) -> None:
        assert len(self.world.delivered) <= 1

    @invariant()
    def what_is_said_of_it_is_true(self) -> None:
        delivered, state = len(self.world.delivered), self.letter.state
        if state == State.SENT:
            assert delivered == 1
        elif state in {State.WAITING, State.STOPPED, State.WITHDRAWN}:
            assert delivered == 0

    @invariant()
    def it_is_logged_once_and_only_if_it_left(self) -> None:
        rows = self.alice.opportunities.get().event_rows
        logged = rows.filter(kind="sent").count()
        assert logged == (self.letter.state == State.SENT)

    def _takes(self, letter: Posted) -> None:
        self.world.memory["Sent"].add(letter.raw)

    def _work(self, answer: object, comes: object = dict) -> None:
        self.world.answer, self.world.comes = answer, comes  # type: ignore[assignment]
        try:
            send_due(now=self.now, ways=self.world.ways)
        except Died:
            return
        finally:
            self.world.answer, self.world.comes = str, dict


@pytest.mark.usefixtures("journal")
def test_the_outbox_through_invented_histories() -> None:
    run_state_machine_as_test(Outbox, settings=settings(max_examples=40, stateful_step_count=20))
