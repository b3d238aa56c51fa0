"""What holds for the whole house: words, asks, named days, and interviews that lie ahead."""

import pytest

from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Act, Stage
from tests.etiquette.timeline import after, at

TWO_HOUSES = "manager:hiring-manager hr:hr eve:agency-recruiter@agency bob:referrer@third-party"


def test_a_word_of_anybodys_at_the_employer_answers_what_was_asked_there() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in channel=phone to=manager
        2026-03-10 10:00  received  what=reply from=hr
        """,
        now="2026-03-11 11:00",
        people=TWO_HOUSES,
    )
    assert (stands.unanswered, stands.unanswered_calls) == (0, 0)
    assert stands.anchors[Anchor.WORD] == at("2026-03-10 10:00")
    assert Anchor.LAST_ASK not in stands.anchors


def test_a_word_from_a_friend_outside_answers_nothing_at_the_employer() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in to=manager
        2026-03-10 10:00  received  what=reply from=bob
        """,
        now="2026-03-11 11:00",
        people=TWO_HOUSES,
    )
    assert stands.unanswered == 1
    assert Anchor.WORD not in stands.anchors
    assert stands.people["bob"].anchors[Anchor.WORD] == at("2026-03-10 10:00")


@pytest.mark.parametrize("what", ["auto-reply", "form-letter"])
def test_no_automatic_reply_resets_the_count_of_unanswered_messages(what: str) -> None:
    stands = after(
        f"""
        2026-03-09 10:00  sent      act=check-in to=manager
        2026-03-09 10:01  received  what={what} from=manager
        """,
        now="2026-03-10 11:00",
    )
    assert stands.unanswered == 1
    assert stands.people["manager"].unanswered == 1
    assert stands.anchors[Anchor.LAST_ASK] == at("2026-03-09 10:00")
    assert Anchor.WORD not in stands.anchors


def test_a_message_to_which_nobody_can_reply_answers_nothing() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent      act=check-in to=manager
        2026-03-09 11:00  received  what=reply from=manager no_reply=yes
        """,
        now="2026-03-10 11:00",
    )
    assert stands.unanswered == 1
    assert stands.no_reply
    assert not stands.people["manager"].message_open


def test_an_invitation_begins_a_course_again_after_its_end() -> None:
    invited = "2026-03-09  received  what=invitation from=manager"
    assert after(invited, now="2026-03-10").stage is Stage.INVITED
    assert after(f"2026-03-02 rejected\n{invited}", now="2026-03-10").stage is Stage.INVITED


def test_an_invitation_to_another_round_changes_no_stage() -> None:
    stands = after(
        """
        2026-03-03  interview  with=manager
        2026-03-09  received   what=invitation from=manager
        """,
        now="2026-03-10",
    )
    assert stands.stage is Stage.INTERVIEWED


def test_a_promised_day_begins_in_the_morning() -> None:
    stands = after("2026-03-03 promised what=answer by=2026-03-10", now="2026-03-04")
    assert stands.anchors[Anchor.PROMISE] == at("2026-03-10 09:00")


def test_a_promised_time_is_kept_to_the_minute() -> None:
    stands = after("2026-03-03 promised what=call by=2026-03-10T15:30", now="2026-03-04")
    assert stands.anchors[Anchor.PROMISE] == at("2026-03-10 15:30")


def test_a_deadline_ends_at_the_close_of_its_day_or_to_the_minute() -> None:
    stands = after(
        """
        2026-03-03  offered          answer_by=2026-03-10
        2026-03-03  competing-offer  answer_by=2026-03-09T12:00
        """,
        now="2026-03-04",
    )
    assert stands.anchors[Anchor.OFFER_DEADLINE] == at("2026-03-10 17:00")
    assert stands.anchors[Anchor.COMPETING_DEADLINE] == at("2026-03-09 12:00")


@pytest.mark.parametrize(
    ("now", "ahead"),
    [
        ("2026-03-08 10:00", True),
        ("2026-03-09 21:59", True),  # it may have lasted, and nobody has told of it yet
        ("2026-03-09 22:01", False),
    ],
)
def test_an_interview_lies_ahead_until_its_day_has_passed(now: str, *, ahead: bool) -> None:
    stands = after("2026-03-02 interview-scheduled at=2026-03-09T10:00", now=now)
    assert (Anchor.SCHEDULED in stands.anchors) is ahead


def test_going_to_another_stage_is_news_for_those_who_helped() -> None:
    told = """
        2026-03-01 10:00  helped    who=bob how=referral
        2026-03-02 10:00  sent      act=update-helper to=bob
    """
    stands = after(told, now="2026-03-03 11:00", people=TWO_HOUSES)
    assert stands.people["bob"].done == {Act.UPDATE_HELPER: 1}
    stands = after(f"{told}\n2026-03-03 10:00 rejected", now="2026-03-03 11:00", people=TWO_HOUSES)
    assert stands.people["bob"].done == {}
    assert stands.anchors[Anchor.NEWS] == at("2026-03-03 10:00")
