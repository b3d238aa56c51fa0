"""A yes says yes and a no says no, before anything else."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import decision
from tests.letters.check.desk import found, letter, sheet

WARM = "It was good to see the wards. The handover stays with me. You were all very kind."


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Act.ACCEPT, "I accept the post with pleasure."),
        (Act.ACCEPT, "It is a very happy yes from me."),
        (Act.DECLINE, "I have decided to turn it down."),
        (Act.DECLINE, "I cannot take the post."),
        (Act.WITHDRAW, "I would like to withdraw from the process."),
        (Act.WITHDRAW, "Please take my name off the list."),
    ],
)
def test_an_answer_in_the_first_lines_is_right(act: Act, said: str) -> None:
    assert found(decision, sheet(letter(f"{said} {WARM}"), act=act)) == []


@pytest.mark.parametrize("act", [Act.ACCEPT, Act.DECLINE, Act.WITHDRAW])
def test_a_missing_answer_is_found(act: Act) -> None:
    laid = sheet(letter(WARM), act=act)
    assert found(decision, laid) == ["fix: It was good to see the wards."]


def test_an_answer_that_comes_late_is_something_to_consider() -> None:
    laid = sheet(letter(f"{WARM} I accept the post."), act=Act.ACCEPT)
    assert found(decision, laid) == ["consider: I accept the post."]


def test_other_letters_decide_nothing() -> None:
    assert found(decision, sheet(letter(WARM), act=Act.THANK_YOU)) == []


def test_where_nothing_is_said_there_is_nothing_to_point_at() -> None:
    assert found(decision, sheet("", act=Act.ACCEPT)) == []
