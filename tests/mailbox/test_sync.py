"""What is looked at next in a folder, case by case."""

from datetime import date

import pytest

from afterword.mailbox.box import Search, State
from afterword.mailbox.sync import LATE, Decision, Doubt, Known, Look, Nothing, decide

BACK = date(2026, 2, 1)
FLOOR = date(2026, 1, 1)
STATE = State(validity=7, next=1001, count=500, modseq=40)
KNOWN = Known(validity=7, mark=1000, floor=FLOOR, state=STATE)
ABOVE = Search(above=1000, since=FLOOR)


def now(*, next: int = 1001, count: int = 500, modseq: int = 40, validity: int = 7) -> State:  # noqa: A002  as in State
    return State(validity, next, count, modseq)


def searches(decision: Decision) -> tuple[Search, ...]:
    assert isinstance(decision, Look)
    return decision.searches


def test_the_first_look_goes_back_to_a_day_and_no_further() -> None:
    look = decide(Known(), STATE, back=BACK)
    assert searches(look) == (Search(since=BACK),)
    assert isinstance(look, Look)
    assert look.at(12) == Known(7, 12, BACK, State(0))
    assert look.done(12) == Known(7, 12, BACK, STATE)


def test_a_folder_that_says_the_same_as_before_has_nothing_new() -> None:
    assert decide(KNOWN, STATE, back=BACK) == Nothing(KNOWN)


def test_new_numbers_are_looked_at_above_the_mark() -> None:
    assert ABOVE in searches(decide(KNOWN, now(next=1003, count=502, modseq=42), back=BACK))


def test_a_mark_is_kept_while_the_look_goes_on_and_never_goes_back() -> None:
    look = decide(KNOWN, now(next=1003, count=502, modseq=42), back=BACK)
    assert isinstance(look, Look)
    assert look.at(1001) == Known(7, 1001, FLOOR, STATE)
    assert look.at(900).mark == 1000
    assert look.done(1002).state == now(next=1003, count=502, modseq=42)


def test_a_look_that_broke_off_goes_on_above_its_mark() -> None:
    begun = Known(7, 300, FLOOR, State(0))
    assert searches(decide(begun, STATE, back=BACK)) == (Search(above=300, since=FLOOR),)


def test_with_modseq_a_message_that_turns_up_late_is_found_among_the_old_numbers() -> None:
    late = Search(above=1000 - LATE, since=FLOOR, changed=40)
    assert searches(decide(KNOWN, now(count=501, modseq=41), back=BACK)) == (late,)
    assert searches(decide(KNOWN, now(next=1003, modseq=42), back=BACK)) == (ABOVE, late)


def test_without_modseq_more_messages_than_numbers_are_looked_into() -> None:
    known = Known(7, 1000, FLOOR, now(modseq=0))
    late = Search(above=1000 - LATE, since=FLOOR)
    assert searches(decide(known, now(count=501, modseq=0), back=BACK)) == (late,)
    assert searches(decide(known, now(next=1002, count=501, modseq=0), back=BACK)) == (ABOVE,)
    assert searches(decide(known, now(next=1002, count=503, modseq=0), back=BACK)) == (ABOVE, late)


def test_messages_that_vanish_take_nothing_with_them() -> None:
    known = Known(7, 1000, FLOOR, now(modseq=0))
    fewer = now(count=450, modseq=0)
    assert decide(known, fewer, back=BACK) == Nothing(Known(7, 1000, FLOOR, fewer))


def test_a_server_that_tells_no_next_number_is_asked_each_time() -> None:
    known = Known(7, 1000, FLOOR, now(next=0, modseq=0))
    assert ABOVE in searches(decide(known, now(next=0, modseq=0), back=BACK))


def test_a_server_that_tells_only_modseq_is_believed_when_it_says_no_change() -> None:
    known = Known(7, 1000, FLOOR, now(next=0))
    assert isinstance(decide(known, now(next=0), back=BACK), Nothing)


def test_a_folder_numbered_anew_is_read_again_from_its_floor() -> None:
    look = decide(KNOWN, now(validity=8, next=501), back=BACK)
    assert searches(look) == (Search(since=FLOOR),)
    assert isinstance(look, Look)
    assert look.at(5) == Known(8, 5, FLOOR, State(0))


def test_numbers_that_went_back_are_a_restore_whatever_the_validity_says() -> None:
    assert searches(decide(KNOWN, now(next=600), back=BACK)) == (Search(since=FLOOR),)


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [(500, 0, True), (500, 99, True), (500, 100, False), (20, 3, True), (19, 0, False)],
)
@pytest.mark.parametrize("validity", [7, 8])
def test_a_folder_suddenly_empty_is_not_believed(
    before: int, after: int, validity: int, doubted: bool
) -> None:
    known = Known(7, 1000, FLOOR, now(count=before))
    decision = decide(known, now(count=after, validity=validity), back=BACK)
    assert isinstance(decision, Doubt) is doubted


def test_the_person_can_say_that_an_empty_folder_is_right() -> None:
    emptied = now(count=0, modseq=90)
    assert decide(KNOWN, emptied, back=BACK) == Doubt(500, 0)
    look = decide(KNOWN, emptied, back=BACK, trusted=True)
    assert isinstance(look, Look)
    assert isinstance(decide(look.done(0), emptied, back=BACK), Nothing), "once is enough"
