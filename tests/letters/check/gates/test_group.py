"""One note to several people has a line for each of them, or at least for half."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import group
from tests.letters.check.desk import found, letter, sheet

OTHERS = ("Ada Cole", "Tom Marsh", "Wen Li")
PLAIN = "Thank you all for your time on Friday. It was a good talk."
EACH = "Thank you all for Friday. Robin, I liked the tour. Ada, I have read the list."


def told(body: str, greeting: str, act: Act = Act.THANK_YOU) -> list[str]:
    """Return what the gate finds in a note with a greeting to several."""
    return found(group, sheet(letter(body, greeting), others=OTHERS, act=act))


@pytest.mark.parametrize("greeting", ["Dear Robin and Ada,", "Dear Robin, Ada, Tom and Wen,"])
def test_a_note_to_several_without_a_line_for_each_is_found(greeting: str) -> None:
    assert told(PLAIN, greeting) == [f"fix: {greeting}"]


@pytest.mark.parametrize(
    ("body", "greeting"),
    [
        (EACH, "Dear Robin and Ada,"),
        (EACH, "Dear Robin, Ada, Tom and Wen,"),  # half of them
        (PLAIN, "Dear Robin,"),
        (PLAIN, "Dear Robin Kerr,"),  # one person, with both names
        (PLAIN, "Dear Mr Kerr,"),
        (PLAIN, "Dear all,"),
        (PLAIN, "Dear Zoe and Max,"),  # nobody noted them: for another gate
    ],
)
def test_a_line_for_half_of_them_is_enough_and_one_person_is_no_group(
    body: str, greeting: str
) -> None:
    assert told(body, greeting) == []


def test_only_thanks_are_owed_one_by_one() -> None:
    assert told(PLAIN, "Dear Robin and Ada,", Act.WITHDRAW) == []
