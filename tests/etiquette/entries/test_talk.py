"""Who said, sent, asked and promised what is entered for the house and for the person."""

import pytest

from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Act, Mistake, Stage, Undertaking, Wish
from tests.etiquette.timeline import after, at

NOW = "2026-03-31 11:00"
PEOPLE = "manager:hiring-manager hr:hr ann:coordinator eve:agency-recruiter@agency"


# --- promises -----------------------------------------------------------------------------------


def test_a_promise_without_a_day_is_still_a_promise() -> None:
    stands = after("2026-03-03 10:00 promised what=answer from=manager", now=NOW)
    assert stands.promised
    assert Anchor.PROMISE not in stands.anchors
    assert stands.anchors[Anchor.WORD] == at("2026-03-03 10:00")


def test_a_later_promise_replaces_an_earlier_one() -> None:
    dated = "2026-03-03 10:00 promised what=answer by=2026-03-10"
    moved = after(f"{dated}\n2026-03-09 10:00 promised what=answer by=2026-03-20", now=NOW)
    assert moved.anchors[Anchor.PROMISE] == at("2026-03-20 09:00")
    vague = after(f"{dated}\n2026-03-09 10:00 promised what=answer", now=NOW)
    assert Anchor.PROMISE not in vague.anchors


def test_the_promise_of_a_letter_is_no_promise_of_an_answer() -> None:
    stands = after("2026-03-03 promised what=offer-letter by=2026-03-10", now=NOW)
    assert not stands.promised
    assert stands.anchors[Anchor.LETTER_PROMISE] == at("2026-03-10 09:00")
    assert Anchor.PROMISE not in stands.anchors


# --- sending ------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["thank-you", "reply", "gift", "correction", "keep-in-touch"])
def test_what_asks_for_nothing_is_not_counted_as_unanswered(act: str) -> None:
    stands = after(f"2026-03-03 sent act={act} to=manager", now=NOW)
    assert stands.unanswered == 0
    assert stands.done == {Act(act): 1}
    assert Anchor.LAST_ASK not in stands.anchors


@pytest.mark.parametrize("to", ["", "to=manager", "to=manager,eve"])
def test_what_asks_is_unanswered_at_the_employer_if_it_went_there_or_nobody_knows(to: str) -> None:
    stands = after(f"2026-03-03 10:00 sent act=ask-question {to}", now=NOW, people=PEOPLE)
    assert stands.unanswered == 1
    assert stands.anchors[Anchor.LAST_ASK] == at("2026-03-03 10:00")


def test_what_is_known_to_be_answered_is_not_unanswered() -> None:
    stands = after("2026-03-03 sent act=check-in to=manager answered=yes", now=NOW)
    assert stands.unanswered == 0


@pytest.mark.parametrize(
    "awaited", ["requested what=sample", "undertook what=sample by=2026-03-09"]
)
def test_material_that_they_wait_for_asks_nothing(awaited: str) -> None:
    stands = after(
        f"""
        2026-03-03 10:00  {awaited}
        2026-03-04 10:00  sent  act=send-material to=manager
        """,
        now=NOW,
    )
    assert stands.unanswered == 0
    assert not stands.owed
    assert not stands.asked_for
    assert {Anchor.OWN_MATERIAL, Anchor.REQUEST}.isdisjoint(stands.anchors)


def test_material_that_nobody_waits_for_asks_for_attention() -> None:
    assert after("2026-03-04 sent act=send-material to=manager", now=NOW).unanswered == 1


@pytest.mark.parametrize("act", ["keep-in-touch", "re-approach"])
def test_the_last_contact_is_remembered(act: str) -> None:
    stands = after(f"2026-03-03 10:00 sent act={act} to=manager", now=NOW)
    assert stands.anchors[Anchor.LAST_CONTACT] == at("2026-03-03 10:00")


def test_a_check_in_keeps_ones_own_promise_to_follow_up_and_no_other() -> None:
    stands = after(
        """
        2026-03-03 10:00  undertook  what=follow-up by=2026-03-09
        2026-03-03 10:00  undertook  what=sample by=2026-03-09
        2026-03-09 10:00  sent       act=check-in to=manager
        """,
        now=NOW,
    )
    assert stands.owed == {Undertaking.SAMPLE}
    assert Anchor.OWN_FOLLOW_UP not in stands.anchors
    assert stands.anchors[Anchor.OWN_MATERIAL] == at("2026-03-09 17:00")


@pytest.mark.parametrize("act", ["correction", "apology"])
def test_a_mistake_is_mended_by_a_word_about_it(act: str) -> None:
    slip = "2026-03-03 10:00 slip what=wrong-name"
    stands = after(slip, now=NOW)
    assert stands.slips == {Mistake.WRONG_NAME}
    assert stands.anchors[Anchor.SLIP] == at("2026-03-03 10:00")
    assert not after(f"{slip}\n2026-03-03 11:00 sent act={act} to=manager", now=NOW).slips


def test_a_second_mistake_is_an_occasion_of_its_own() -> None:
    stands = after(
        """
        2026-03-03 10:00  slip  what=typo
        2026-03-03 11:00  sent  act=correction to=manager
        2026-03-04 10:00  slip  what=wrong-fact
        """,
        now=NOW,
    )
    assert stands.slips == {Mistake.WRONG_FACT}
    assert stands.done == {}


def test_anything_but_a_gift_answers_the_message_of_the_person_that_it_goes_to() -> None:
    asked = "2026-03-03 10:00 received what=question from=manager"
    gift = after(f"{asked}\n2026-03-04 10:00 sent act=gift to=manager", now=NOW)
    assert gift.people["manager"].question_open
    note = after(f"{asked}\n2026-03-04 10:00 sent act=reply to=manager", now=NOW)
    assert not note.people["manager"].question_open
    other = after(f"{asked}\n2026-03-04 10:00 sent act=reply to=hr", now=NOW, people=PEOPLE)
    assert other.people["manager"].question_open


# --- what comes back ----------------------------------------------------------------------------


def test_a_bounce_takes_back_what_was_asked() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in to=manager,hr
        2026-03-09 10:01  received  what=bounce
        """,
        now=NOW,
        people=PEOPLE,
    )
    assert stands.unanswered == 0
    assert [stands.people[id_].unanswered for id_ in ("manager", "hr")] == [0, 0]
    assert [stands.people[id_].bounced for id_ in ("manager", "hr", "ann")] == [True, True, False]


def test_a_bounce_from_one_address_is_the_bounce_of_that_person() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in to=manager,hr
        2026-03-09 10:01  received  what=bounce from=hr
        """,
        now=NOW,
        people=PEOPLE,
    )
    assert [stands.people[id_].bounced for id_ in ("manager", "hr")] == [False, True]
    assert [stands.people[id_].unanswered for id_ in ("manager", "hr")] == [1, 0]


def test_the_bounce_of_a_note_does_not_take_back_an_earlier_question() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in to=manager
        2026-03-10 10:00  sent      act=thank-you to=manager
        2026-03-10 10:01  received  what=bounce
        """,
        now=NOW,
    )
    assert stands.unanswered == 1
    assert stands.people["manager"].unanswered == 1
    assert stands.people["manager"].bounced


def test_one_message_that_bounces_twice_is_taken_back_once() -> None:
    stands = after(
        """
        2026-03-02 10:00  sent      act=check-in to=manager
        2026-03-09 10:00  sent      act=check-in to=manager
        2026-03-09 10:01  received  what=bounce
        2026-03-10 10:01  received  what=bounce
        """,
        now=NOW,
    )
    assert stands.unanswered == 1
    assert stands.people["manager"].unanswered == 1


def test_whoever_never_got_the_thanks_is_not_thanked() -> None:
    stands = after(
        """
        2026-03-03 14:00  interview  with=manager
        2026-03-04 10:00  sent       act=thank-you to=manager
        2026-03-04 10:01  received   what=bounce from=manager
        """,
        now=NOW,
    )
    assert not stands.people["manager"].thanked
    assert stands.people["manager"].done[Act.THANK_YOU] == 0


def test_a_bounce_that_comes_after_the_next_meeting_is_survived() -> None:
    stands = after(
        """
        2026-03-03 10:00  sent       act=thank-you to=manager
        2026-03-03 14:00  interview  with=manager
        2026-03-03 15:00  received   what=bounce from=manager
        """,
        now=NOW,
    )
    assert stands.people["manager"].bounced


def test_another_message_gives_the_address_another_chance() -> None:
    stands = after(
        """
        2026-03-04 10:00  sent      act=check-in to=manager
        2026-03-04 10:01  received  what=bounce from=manager
        2026-03-04 11:00  sent      act=resend to=manager
        """,
        now=NOW,
    )
    assert not stands.people["manager"].bounced


def test_a_bounce_of_something_unknown_takes_nothing_back() -> None:
    stands = after("2026-03-09 received what=bounce from=manager", now=NOW)
    assert stands.unanswered == 0
    assert stands.people["manager"].unanswered == 0
    assert stands.people["manager"].bounced


def test_a_bounce_at_the_agency_takes_nothing_back_at_the_employer() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in to=manager
        2026-03-10 10:00  sent      act=check-in to=eve
        2026-03-10 10:01  received  what=bounce from=eve
        """,
        now=NOW,
        people=PEOPLE,
    )
    assert stands.unanswered == 1
    assert stands.people["eve"].unanswered == 0


def test_whoever_writes_again_can_be_reached_again() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=thank-you to=manager
        2026-03-09 10:01  received  what=bounce
        2026-03-10 10:00  received  what=reply from=manager
        """,
        now=NOW,
    )
    assert not stands.people["manager"].bounced


def test_a_mere_acknowledgement_is_a_word_that_asks_for_no_reply() -> None:
    stands = after("2026-03-03 10:00 received what=acknowledgement from=manager", now=NOW)
    assert stands.anchors[Anchor.WORD] == at("2026-03-03 10:00")
    assert not stands.people["manager"].message_open


def test_a_question_is_no_invitation() -> None:
    assert after("2026-03-03 received what=question", now=NOW).stage is Stage.NOTHING_YET


def test_a_message_is_remembered_until_they_say_when_or_how_to_go_on() -> None:
    message = "2026-03-03 10:00 received what=reply from=manager"
    assert after(message, now=NOW).anchors[Anchor.MESSAGE] == at("2026-03-03 10:00")
    for more in ("promised what=answer", "told instruction=check-back"):
        assert Anchor.MESSAGE not in after(f"{message}\n2026-03-04 {more}", now=NOW).anchors


@pytest.mark.parametrize(("what", "asks"), [("reply", False), ("question", True)])
def test_a_message_is_open_and_a_question_asks_for_a_reply(what: str, *, asks: bool) -> None:
    stands = after(
        f"""
        2026-03-02 10:00  sent      act=reply to=manager
        2026-03-03 10:00  received  what={what} from=manager
        """,
        now=NOW,
    )
    assert stands.people["manager"].message_open
    assert stands.people["manager"].question_open is asks
    assert stands.anchors[Anchor.QUESTION] == at("2026-03-03 10:00")
    assert Act.REPLY not in stands.done


# --- absences, undertakings, wishes -------------------------------------------------------------


def test_whoever_decides_and_is_away_is_waited_for_until_the_morning_after() -> None:
    stands = after("2026-03-03 absent who=manager until=2026-03-13", now=NOW, people=PEOPLE)
    assert stands.people["manager"].away
    assert stands.anchors[Anchor.RETURN] == at("2026-03-14 09:00")
    assert not stands.people["hr"].away


def test_whoever_does_not_decide_is_waited_for_alone() -> None:
    stands = after("2026-03-03 absent who=ann until=2026-03-13", now=NOW, people=PEOPLE)
    assert Anchor.RETURN not in stands.anchors
    assert stands.people["ann"].anchors[Anchor.RETURN] == at("2026-03-14 09:00")


def test_an_undertaking_without_a_day_is_to_be_followed_up_from_now_on() -> None:
    stands = after("2026-03-03 10:00 undertook what=follow-up", now=NOW)
    assert stands.owed == {Undertaking.FOLLOW_UP}
    assert stands.anchors[Anchor.OWN_FOLLOW_UP] == at("2026-03-03 10:00")


def test_one_follows_up_in_the_morning_of_the_day_that_one_named() -> None:
    stands = after("2026-03-03 undertook what=follow-up by=2026-03-09", now=NOW)
    assert stands.anchors[Anchor.OWN_FOLLOW_UP] == at("2026-03-09 09:00")


def test_another_undertaking_is_another_occasion_to_send_something() -> None:
    stands = after(
        """
        2026-03-02 10:00  sent       act=send-material to=manager
        2026-03-03 10:00  undertook  what=sample
        """,
        now=NOW,
    )
    assert stands.done == {}


def test_material_without_a_day_has_no_deadline() -> None:
    stands = after("2026-03-03 undertook what=information", now=NOW)
    assert stands.owed == {Undertaking.INFORMATION}
    assert Anchor.OWN_MATERIAL not in stands.anchors


def test_a_wish_is_a_word_and_an_occasion_to_fulfil_it() -> None:
    stands = after(
        """
        2026-03-02 10:00  sent       act=send-material to=manager
        2026-03-03 10:00  requested  what=references
        """,
        now=NOW,
    )
    assert stands.asked_for == {Wish.REFERENCES}
    assert stands.unanswered == 0
    assert stands.done == {}
    assert stands.anchors[Anchor.REQUEST] == at("2026-03-03 10:00")
    assert stands.anchors[Anchor.WORD] == at("2026-03-03 10:00")
