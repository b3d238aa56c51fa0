"""What went to and fro over other roles says when to hold back, and who is thanked."""

from datetime import datetime

import msgspec
import pytest

from afterword.etiquette.fold import standing
from afterword.etiquette.standing import Anchor, Standing
from tests.etiquette.timeline import at, situation

NOW = "2026-03-31 11:00"
PEOPLE = "manager:hiring-manager hr:hr ann:reference@third-party"
MET = "2026-03-03 14:00 interview with=manager"


def after(here: str, elsewhere: str) -> Standing:
    """Return where things stand after what happened here, and over other roles."""
    other = situation(elsewhere, now=NOW, people=PEOPLE)
    told = situation(here, now=NOW, people=PEOPLE)
    return standing(msgspec.structs.replace(told, elsewhere=other.events))


def moments(stands: Standing, who: str) -> dict[Anchor, datetime]:
    """Return the moments of other roles that count towards a person."""
    found = stands.people[who].anchors
    return {name: found[name] for name in Anchor if name.startswith("other-") and name in found}


def test_a_message_is_noted_for_whom_it_went_to() -> None:
    stands = after(MET, "2026-03-10 10:00 sent act=reply to=hr")
    assert moments(stands, "hr") == {Anchor.OTHER_MESSAGE: at("2026-03-10 10:00")}
    assert moments(stands, "manager") == {}


def test_of_two_questions_the_first_counts_for_the_whole_house() -> None:
    asked = "2026-03-10 10:00 sent act=check-in to=hr\n2026-03-12 10:00 sent act=check-in"
    stands = after(MET, asked)
    assert moments(stands, "manager") == {Anchor.OTHER_QUESTION_BEFORE: at("2026-03-10 10:00")}
    assert stands.people["hr"].anchors[Anchor.OTHER_QUESTION] == at("2026-03-10 10:00")


@pytest.mark.parametrize(
    "then",
    [
        "2026-03-11 received what=reply",
        "2026-03-11 received what=reply from=hr",
        "2026-03-11 received what=acknowledgement from=manager",
    ],
)
def test_a_human_word_over_there_answers_what_was_asked_there(then: str) -> None:
    stands = after(MET, f"2026-03-10 sent act=check-in to=hr\n{then}")
    assert Anchor.OTHER_QUESTION not in stands.people["hr"].anchors


@pytest.mark.parametrize(
    "then",
    [
        "2026-03-11 received what=auto-reply from=hr",
        "2026-03-11 received what=reply from=hr no_reply=yes",
        "2026-03-11 received what=reply from=ann",
    ],
)
def test_a_machine_and_an_outsider_answer_nothing(then: str) -> None:
    stands = after(MET, f"2026-03-10 sent act=check-in to=hr\n{then}")
    assert Anchor.OTHER_QUESTION in stands.people["hr"].anchors


def test_a_question_to_an_outsider_is_none_to_the_house() -> None:
    asked = "2026-03-10 sent act=ask-question to=ann\n2026-03-11 sent act=ask-question to=ann"
    stands = after(MET, asked)
    assert Anchor.OTHER_QUESTION not in stands.people["ann"].anchors
    assert moments(stands, "manager") == {}


def test_nothing_over_there_is_done_asked_or_answered_here() -> None:
    asked = "2026-03-10 sent act=check-in to=manager\n2026-03-11 received what=reply from=manager"
    alone, stands = after(MET, ""), after(MET, asked)
    assert (stands.done, stands.unanswered, stands.stage) == ({}, 0, alone.stage)
    assert stands.anchors == alone.anchors


@pytest.mark.parametrize(
    ("elsewhere", "thanked"),
    [
        ("2026-03-03 18:00 sent act=thank-you to=manager", True),
        ("2026-03-03 13:00 sent act=thank-you to=manager", False),
        ("2026-03-03 18:00 sent act=thank-you to=hr", False),
        ("2026-03-03 18:00 sent act=reply to=manager", False),
        ("2026-03-03 18:00 sent act=gracious-exit to=manager", False),
    ],
)
def test_thanks_reach_a_person_for_whatever_they_were_due(elsewhere: str, thanked: bool) -> None:
    assert after(MET, elsewhere).people["manager"].thanked is thanked


def test_a_new_occasion_here_is_worth_new_thanks() -> None:
    stands = after(
        f"{MET}\n2026-03-09 14:00 interview with=manager",
        "2026-03-03 18:00 sent act=thank-you to=manager",
    )
    assert not stands.people["manager"].thanked


def test_who_was_never_met_has_nothing_to_be_thanked_for() -> None:
    assert not after("", "2026-03-03 sent act=thank-you to=manager").people["manager"].thanked
