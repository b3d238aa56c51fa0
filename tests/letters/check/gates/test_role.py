"""What is called the post is the one that was noted."""

import pytest

from afterword.letters.check.gates import role
from tests.letters.check.desk import better, found, letter, sheet


@pytest.mark.parametrize(
    ("said", "post", "wrong"),
    [
        ("I enjoyed the talk about the sales assistant role.", "Charge nurse", "sales assistant"),
        ("Thank you for the warehouse job.", "Receptionist", "warehouse"),
        ("I remain keen on your data analyst position.", "Charge nurse", "data analyst"),
    ],
)
def test_another_post_is_found(said: str, post: str, wrong: str) -> None:
    laid = sheet(letter(said), role=post)
    assert found(role, laid) == [f"fix: {wrong}"]
    assert better(role, laid) == [letter(said.replace(wrong, post))]


@pytest.mark.parametrize(
    "said",
    [
        "I enjoyed the talk about the charge nurse role.",
        "I enjoyed the talk about the nursing role.",
        "Thank you for the talk about the receptionist job.",  # akin to what was noted
        "Thank you for the night-shift post.",  # a note speaks of it
        "I remain keen on the same position.",
        "Thank you for the two full-time positions, and the first job.",
        "It was the best job of the day after the long post.",
        "I liked the work before the post came.",
        "I left the post.",
    ],
)
def test_the_noted_post_and_plain_words_are_not(said: str) -> None:
    notes = ("the reception is by the door", "night shifts are shared")
    assert found(role, sheet(letter(said), *notes, role="Charge nurse")) == []


def test_where_no_post_was_noted_none_is_wrong() -> None:
    assert found(role, sheet(letter("Thank you for the sales assistant role."), role="")) == []
