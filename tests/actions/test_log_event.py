"""What happened is written down, put right and taken back, and each time the plan is made anew."""

import pytest

from afterword.actions.correct_event import correct_event, remove_event
from afterword.actions.errors import Missing, Refused
from afterword.actions.log_event import log_event
from afterword.actions.timeline import situation_at
from afterword.actions.undo import undo
from afterword.actions.values import Shift
from afterword.etiquette.problem import Malformed
from afterword.journal.models import Event
from tests.actions.hunt import EVENING, at, book, event, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")

THANKED = "2026-03-04 10:00  sent  act=thank-you channel=email to=lena"
LATER = at("2026-03-04 11:00")


def kinds(uid: str, owner: object) -> list[str]:
    return [row.kind for row in book(owner, uid).events]  # type: ignore[arg-type]  # a User


def test_logging_says_what_changed_in_the_plan() -> None:
    alice = person()
    uid = interviewed(alice)
    done = log_event(alice, uid, event(THANKED), now=LATER)
    gone = [one for one in done.replanned.changes if one.what is Shift.STEP_VANISHED]
    assert [one.said for one in gone] == ["No longer needed: thank Lena in your own hand."]
    assert done.said == "Logged: sent."


def test_a_reply_removes_the_check_in_and_says_so() -> None:
    alice = person()
    uid = interviewed(alice)
    log_event(alice, uid, event(THANKED), now=LATER)
    rejected = log_event(alice, uid, event("2026-03-05 09:00 rejected"), now=at("2026-03-05 10:00"))
    assert "No longer needed: ask Lena how things stand" in rejected.replanned.sentence


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    alice = person()
    uid = interviewed(alice)
    first = book(alice, uid).events[0]
    log_event(alice, uid, event("2026-03-03 received what=auto-reply"), now=LATER)
    correct_event(alice, first.uid, event("2026-03-03  interview with=lena"), now=LATER)
    assert kinds(uid, alice) == ["interview", "received"]
    assert Event.objects.count() == 3  # what was written stays written


def test_undo_brings_back_what_was_there_and_undoing_that_does_it_again() -> None:
    alice = person()
    uid = interviewed(alice)
    before = situation_at(alice, uid, now=LATER)
    done = log_event(alice, uid, event(THANKED), now=LATER)
    after = situation_at(alice, uid, now=LATER)
    undone = undo(alice, done.change, now=LATER)
    assert situation_at(alice, uid, now=LATER) == before
    undo(alice, undone.change, now=LATER)
    assert situation_at(alice, uid, now=LATER) == after


def test_undoing_a_correction_brings_back_what_was_corrected() -> None:
    alice = person()
    uid = interviewed(alice)
    before = situation_at(alice, uid, now=LATER)
    first = book(alice, uid).events[0]
    corrected = correct_event(alice, first.uid, event("2026-03-02 interview"), now=LATER)
    undo(alice, corrected.change, now=LATER)
    assert situation_at(alice, uid, now=LATER) == before


def test_what_was_changed_again_is_not_undone_out_of_turn() -> None:
    alice = person()
    uid = interviewed(alice)
    done = log_event(alice, uid, event(THANKED), now=LATER)
    row = book(alice, uid).events[-1]
    remove_event(alice, row.uid, now=LATER)
    with pytest.raises(Refused, match="Undo that first"):
        undo(alice, done.change, now=LATER)


def test_an_event_that_makes_no_sense_is_refused_and_leaves_nothing_behind() -> None:
    alice = person()
    uid = interviewed(alice)
    with pytest.raises(Malformed, match="is after now"):
        log_event(alice, uid, event("2026-03-09 10:00 offered"), now=LATER)
    with pytest.raises(Malformed, match="is not the id of anybody"):
        log_event(alice, uid, event("2026-03-04 sent act=reply to=tom", people="tom"), now=LATER)
    assert kinds(uid, alice) == ["interview"]


def test_the_same_call_again_writes_nothing_twice() -> None:
    alice = person()
    uid = interviewed(alice)
    first = log_event(alice, uid, event(THANKED), now=LATER, once="mail-17")
    again = log_event(alice, uid, event(THANKED), now=LATER, once="mail-17")
    assert again.change == first.change
    assert kinds(uid, alice) == ["interview", "sent"]


def test_on_a_computer_whose_clock_was_set_back_one_can_still_write() -> None:
    alice = person()
    uid = interviewed(alice)
    log_event(alice, uid, event("2026-02-20 applied"), now=at("2026-03-01 09:00"))
    assert kinds(uid, alice) == ["interview", "applied"]


def test_nobody_reaches_what_is_somebody_elses() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    done = log_event(alice, uid, event(THANKED), now=LATER)
    row = book(alice, uid).events[0]
    with pytest.raises(Missing):
        log_event(bob, uid, event(THANKED), now=LATER)
    with pytest.raises(Missing):
        correct_event(bob, row.uid, event(THANKED), now=LATER)
    with pytest.raises(Missing):
        remove_event(bob, row.uid, now=EVENING)
    with pytest.raises(Missing):
        undo(bob, done.change, now=LATER)
