"""What is wrong is said at the field that it is about, in words that need no manual."""

import pytest

from afterword.etiquette.problem import Problem
from afterword.web.asking import Field
from afterword.web.wrong import in_words
from tests.web.reading import Browser

FIELDS = (Field("on", "On which day?"), Field("by", "By when?"))


@pytest.mark.parametrize(
    ("path", "message", "said"),
    [
        (
            "events[2].on",
            '"2031-01-01" is after now (2026-11-23T13:24+00:00)',
            "On which day: That is still to come: log it when it has happened.",
        ),
        ("", "Object missing required field `by`", "By when: There has to be something here."),
        (
            "",
            "Invalid date - at `$.by`",
            "By when: That does not fit here. Look at it once more, or leave it empty.",
        ),
        (
            "step",
            "names no act",
            "That does not fit here. Look at it once more, or leave it empty.",
        ),
        ("password", "has at most 256 characters", "password: has at most 256 characters"),
        ("", "Choose a file first.", "Choose a file first."),
    ],
)
def test_a_problem_is_said_in_words(path: str, message: str, said: str) -> None:
    assert [str(one) for one in in_words([Problem(path, message)], FIELDS)] == [said]


def test_a_day_to_come_is_told_at_its_field(page: Browser, hunt: str) -> None:
    answer = page.post("log", hunt, what_happened="reply", on="2027-01-01")
    assert "On which day : That is still to come" in answer.text
    assert '<a href="#f-on">' in answer.html
    assert "events[" not in answer.text


def test_what_is_no_day_is_told_at_its_field(page: Browser, hunt: str) -> None:
    answer = page.post("log", hunt, what_happened="reply", on="soon")
    assert '<a href="#f-on">' in answer.html


def test_an_address_with_a_slip_lists_no_vocabulary(page: Browser, hunt: str) -> None:
    answer = page.open("write", hunt, step="nonsense")
    assert answer.status == 422
    assert "accepted" not in answer.text
    assert "Go back, and choose once more." in answer.text
