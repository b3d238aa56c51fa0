"""The employer is the one that was noted, rightly spelt, and no other stands in their place."""

import pytest

from afterword.letters.check.gates import employer
from afterword.letters.check.proper import proper_names
from afterword.letters.finding import Class
from tests.letters.check.desk import better, found, letter, sheet

OURS = "Halloway Press"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("I would be glad to work at Cedarbrook.", "Cedarbrook"),
        ("I am keen to join the Cedarbrook Group.", "Cedarbrook Group"),
        ("I read about Haloway Press.", "Haloway Press"),
        ("I read about Holloway.", "Holloway"),
        ("I read about Halloway Books.", "Halloway Books"),
        ("The Halloway-Brandt office is bright.", "Halloway-Brandt"),
    ],
)
def test_another_employer_is_found(said: str, wrong: str) -> None:
    assert found(employer, sheet(letter(said), employer=OURS)) == [f"stop: {wrong}"]


@pytest.mark.parametrize(
    ("said", "ours"),
    [
        ("I would be glad to work at Halloway Press.", OURS),
        ("I would be glad to work at Halloway’s.", OURS),
        ("I read about Cedarbrook.", OURS),  # invented, but in nobody's place
        ("I would be glad to work at Cedarbrook.", ""),
        ("I read about Axa Group.", "Aya"),  # so short a name is nearly anything
        ("I read about Ballowax.", OURS),
    ],
)
def test_their_own_name_and_those_of_others_elsewhere_are_not(said: str, ours: str) -> None:
    assert found(employer, sheet(letter(said), employer=ours)) == []


PAIR = "Marsh & Quill"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("I liked March & Quill.", ["stop: March & Quill"]),  # a month, and no foreign name
        ("I liked March and Quill.", ["stop: March and Quill"]),
        ("I liked Marsh & Quigg.", ["stop: Marsh & Quigg"]),  # told once
        ("I liked Marsh & Quill.", []),
        ("I liked Marsh and Quill in London.", []),
        ("I met Ada and Quill.", []),  # both noted
        ("I saw Paris and London.", []),
    ],
)
def test_of_two_names_both_are_right(said: str, wrong: list[str]) -> None:
    laid = sheet(letter(said), employer=PAIR, others=("Ada Cole",))
    assert found(employer, laid) == wrong


def test_an_employer_with_one_name_may_stand_beside_a_place() -> None:
    laid = sheet(letter("I saw the Halloway and London yards."), employer=OURS)
    assert found(employer, laid) == []


def test_the_right_name_is_told() -> None:
    laid = sheet(letter("I would like to join Cedarbrook."), employer=OURS)
    assert better(employer, laid) == [letter(f"I would like to join {OURS}.")]
    (finding,) = employer.look(laid)
    assert finding.class_ is Class.WRONG_COMPANY


def test_a_noted_name_is_nobody_elses() -> None:
    laid = sheet(letter("I met Tamsin of Halloway Press."), "Tamsin", employer=OURS)
    assert list(proper_names(laid)) == []
    assert found(employer, laid) == []


def test_a_sign_that_is_no_letter_by_itself_hurts_nobody() -> None:
    laid = sheet(letter("I read about Halloway-\N{HALFWIDTH KATAKANA VOICED SOUND MARK} Press."))
    assert found(employer, laid) == []
