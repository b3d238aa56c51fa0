"""What was released leaves once, or not at all: whatever comes meanwhile, and wherever it dies."""

from datetime import timedelta

import pytest

from afterword.accounts.models import User
from afterword.actions.errors import Refused
from afterword.actions.log_event import log_event
from afterword.actions.mail.arrived import Answer, arrived
from afterword.actions.mail.forget_mailbox import rest_after_a_restore
from afterword.actions.mail.send import LEASE, Ways, send_due
from afterword.actions.mail.sending import sending, set_sending
from afterword.actions.mail.take_message import take
from afterword.actions.mail.withdraw import withdraw
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.undo import undo
from afterword.journal.outgoing import Release, State
from afterword.mailbox.outgoing import NotAccepted, Receipt, Unknown
from afterword.mailbox.posted import Posted
from afterword.mailbox.trouble import Dropped
from tests.actions.hunt import at, book, event, person
from tests.actions.mail.mailboxes import ADDRESS, LENA, LENA_AT, mail
from tests.actions.mail.outbox import DOOR, RELEASED, TEXT, World, fresh, hunting, released

pytestmark = pytest.mark.usefixtures("journal")
SOON, DUE = "2026-03-04 09:09", "2026-03-04 09:10"
LATER, LATER_STILL = "2026-03-04 11:00", "2026-03-04 11:20"
PEOPLE = f"{LENA} hugo:interviewer,name=Hugo,email=h@corbel.example"


class Died(BaseException):
    """The process was killed: nothing else is done."""


def dies(letter: Posted) -> None:
    raise Died(letter.to)


def refuses(letter: Posted) -> None:
    why = f"no time for {letter.to} (450)."
    raise NotAccepted(why)


def refuses_for_good(letter: Posted) -> None:
    why = f"nobody called {letter.to} (550)."
    raise NotAccepted(why, for_good=True)


def events(owner: User, uid: str) -> list[str]:
    return [row.kind for row in book(owner, uid).events]


def test_it_leaves_once_and_is_logged_once() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    assert [world.turn(when) for when in (SOON, DUE, DUE, LATER)] == [0, 1, 0, 0]
    (letter,) = world.delivered
    assert letter.to == "lena@corbel.example"
    assert fresh(row).state == State.SENT
    assert events(alice, uid) == ["interview", "sent"]
    assert [(one.text, one.state) for one in book(alice, uid).drafts] == [(TEXT, "sent")]


def test_a_copy_lies_among_the_sent_mail_and_is_the_letter_to_the_byte() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    world.turn(DUE)
    world.turn(LATER)
    assert world.sent_mail == [world.delivered[0].raw]
    assert fresh(row).copied


def test_where_the_server_keeps_a_copy_itself_there_is_no_second_one() -> None:
    alice, world = person(), World()
    released(alice, hunting(alice, world))
    world.answer = lambda letter: world.memory["Sent"].add(letter.raw)
    world.turn(DUE)
    assert len(world.sent_mail) == 1


def test_nothing_tells_what_wrote_it() -> None:
    alice, world = person(), World()
    released(alice, hunting(alice, world))
    world.turn(DUE)
    assert b"afterword" not in world.delivered[0].raw.lower()


def test_what_was_taken_back_never_leaves() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    withdraw(alice, row.uid, now=at(SOON))
    assert world.turn(LATER) == 0
    assert world.delivered == []


def test_a_reply_a_minute_before_the_door_opens_stops_it() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    reply = event("2026-03-04 09:09 received what=reply from=lena")
    world.comes = lambda: log_event(alice, uid, reply, now=at(DUE))
    assert world.turn(DUE) == 0
    assert world.delivered == []
    assert fresh(row).state == State.STOPPED
    assert fresh(row).why == "Something has happened there since you released it."


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-04 09:05 rejected",
        "2026-03-04 09:05 received what=bounce from=lena",
        "2026-03-04 09:05 told instruction=no-thank-you-notes",
    ],
)
def test_whatever_happens_meanwhile_stops_it(line: str) -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    log_event(alice, uid, event(line), now=at(SOON))
    world.turn(DUE)
    assert (fresh(row).state, world.delivered) == (State.STOPPED, [])


def test_what_the_candidate_did_by_hand_is_not_done_again() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    by_hand = event("2026-03-04 09:05 sent act=thank-you channel=email to=lena")
    log_event(alice, uid, by_hand, now=at(SOON))
    world.turn(DUE)
    assert (fresh(row).state, world.delivered) == (State.STOPPED, [])
    assert fresh(row).why == "That is not in the plan any more."


def test_what_the_candidate_wrote_by_hand_meanwhile_stops_it() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    by_hand = mail("Dear Lena, thanks!", when=SOON, sender=ADDRESS, to=LENA_AT, message_id="<1@h>")
    world.comes = lambda: take(alice, by_hand, now=at(DUE), mine=frozenset({ADDRESS}))
    world.turn(DUE)
    assert (fresh(row).state, world.delivered) == (State.STOPPED, [])
    assert uid


def test_two_letters_of_one_evening_do_not_stop_each_other() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world, people=PEOPLE)
    first = released(alice, uid)
    log_event(
        alice, uid, event("2026-03-04 09:05 sent act=thank-you to=hugo", PEOPLE), now=at(SOON)
    )
    world.turn(DUE)
    assert fresh(first).state == State.SENT


def test_a_letter_that_lies_among_the_sent_mail_already_is_not_sent_again() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    world.memory["Sent"].add(f"Message-ID: <{row.message_id}>\r\n\r\nhi\r\n".encode())
    world.turn(DUE)
    assert (fresh(row).state, world.delivered) == (State.SENT, [])
    assert events(alice, uid) == ["interview", "sent"]


def test_without_a_look_into_the_mailbox_nothing_leaves() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))

    def breaks() -> None:
        raise Dropped("imap.home.example")

    world.comes = breaks
    assert world.turn(DUE) == 0
    assert "broke off" in fresh(row).why
    world.comes = dict
    assert world.turn(LATER) == 1


def test_what_the_server_refuses_for_now_is_tried_again_and_for_good_is_not() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))

    world.answer = refuses
    world.turn(DUE)
    assert (fresh(row).state, fresh(row).tries) == (State.WAITING, 1)
    assert world.turn("2026-03-04 09:19") == 0
    world.answer = refuses_for_good
    world.turn("2026-03-04 09:20")
    assert fresh(row).state == State.STOPPED
    assert "(550)" in fresh(row).why
    assert world.delivered == []


def test_a_server_that_never_has_time_is_given_up() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    world.answer = refuses
    for hour in range(24):
        world.turn(f"2026-03-05 {hour:02}:00")
    assert fresh(row).state == State.STOPPED


def test_what_nobody_knows_is_asked_and_never_sent_on_a_guess() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))

    def breaks_off(letter: Posted) -> None:
        world.delivered.append(letter)
        raise Unknown(DOOR.host)

    world.answer = breaks_off
    for when in (DUE, LATER, "2026-03-05 10:00"):
        world.turn(when)
    assert (fresh(row).state, len(world.delivered)) == (State.UNSURE, 1)


@pytest.mark.parametrize(
    ("answer", "state", "logged"),
    [
        (Answer.THERE, State.SENT, ["interview", "sent"]),
        (Answer.AGAIN, State.WAITING, ["interview"]),
        (Answer.LET_BE, State.STOPPED, ["interview"]),
    ],
)
def test_the_candidate_s_answer_settles_it(answer: Answer, state: State, logged: list[str]) -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    Release.objects.filter(pk=row.pk).update(state=State.UNSURE, attempted_at=at(DUE))
    assert arrived(alice, row.uid, answer, now=at(LATER)).state == state
    assert events(alice, uid) == logged
    with pytest.raises(Refused, match="settled already"):
        arrived(alice, row.uid, answer, now=at(LATER))


def test_whoever_was_taken_for_dead_sends_nothing() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    asleep = at(DUE) + LEASE

    def falls_asleep() -> None:
        world.comes = dict
        send_due(now=asleep, ways=world.ways)  # somebody else takes the letter over,
        send_due(now=asleep, ways=world.ways)  # and sends it

    world.comes = falls_asleep
    world.turn(DUE)
    assert len(world.delivered) == 1
    assert fresh(row).state == State.SENT


def test_whoever_sleeps_in_the_attempt_while_the_candidate_answers_sends_nothing() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))

    def falls_asleep(letter: Posted) -> None:
        del letter
        world.answer = str
        world.turn(LATER)
        assert fresh(row).state == State.UNSURE
        arrived(alice, row.uid, Answer.AGAIN, now=at(LATER))
        assert world.turn(LATER_STILL) == 1

    world.answer = falls_asleep
    assert world.turn(DUE) == 0
    assert len(world.delivered) == 1
    assert fresh(row).state == State.SENT


def test_killed_before_the_attempt_it_waits_again() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))

    def killed() -> None:
        raise Died

    world.comes = killed
    with pytest.raises(Died):
        world.turn(DUE)
    world.comes = dict
    assert fresh(row).state == State.CLAIMED
    assert world.turn(SOON) == 0
    assert world.turn(LATER) == 1


@pytest.mark.parametrize("is_among_sent", [True, False])
def test_killed_in_the_attempt_it_is_looked_for_and_else_asked(*, is_among_sent: bool) -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    world.answer = dies
    with pytest.raises(Died):
        world.turn(DUE)
    if is_among_sent:
        world.memory["Sent"].add(f"Message-ID: <{row.message_id}>\r\n\r\nhi\r\n".encode())
    world.turn(LATER)
    assert fresh(row).state == (State.SENT if is_among_sent else State.UNSURE)
    assert world.delivered == []


def test_switched_off_everything_that_waits_stays() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    set_sending(alice, on=False, server=DOOR, minutes=10)
    world.turn(DUE)
    assert (fresh(row).state, fresh(row).why) == (State.STOPPED, "Sending was switched off.")


def test_after_a_restore_what_waited_is_asked_about_and_sending_is_off() -> None:
    alice, world = person(), World()
    row = released(alice, hunting(alice, world))
    rest_after_a_restore()
    world.turn(DUE)
    assert fresh(row).state == State.UNSURE
    assert not sending(alice).on
    with pytest.raises(Refused, match="switched off"):
        arrived(alice, row.uid, Answer.AGAIN, now=at(DUE))


def test_an_opportunity_that_was_taken_out_is_not_written_to() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    row = released(alice, uid)
    remove_opportunity(alice, uid, now=at(SOON))
    world.turn(DUE)
    assert (fresh(row).state, world.delivered) == (State.STOPPED, [])


def test_the_event_of_a_letter_that_left_can_be_undone_and_it_does_not_leave_again() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    released(alice, uid)
    world.turn(DUE)
    change = book(alice, uid).events[-1].change.batch
    undo(alice, change, now=at(LATER))
    with pytest.raises(Refused, match="released already"):
        released(alice, uid, now=at(LATER))


def test_the_ways_as_they_are_lead_out_of_the_house() -> None:
    assert Ways().look.__name__ == "must_look"
    assert Receipt("taken").words == "taken"
    assert RELEASED + timedelta(minutes=10) == at(DUE)
