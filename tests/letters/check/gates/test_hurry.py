"""No reader is set a date; their own dates, and the writer's, may be named."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import hurry
from tests.letters.check.desk import found, letter, sheet


def told(body: str, **about: object) -> list[str]:
    """Return what the gate finds in a letter."""
    return found(hurry, sheet(letter(body), **about))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "I would need to hear from you by Friday.",
        "Please let me know as soon as possible.",
        "I need an answer by noon.",
        "Please confirm by return.",
        "Kindly get back to me at your earliest convenience.",
    ],
)
def test_a_date_for_the_reader_is_found(said: str) -> None:
    assert told(said) == [f"fix: {said}"]


@pytest.mark.parametrize(
    "said",
    [
        "You hoped to decide by Friday.",
        "I will send my answer by Friday.",
        "No reply needed today.",
        "Could you tell me how the timeline looks now?",
    ],
)
def test_their_own_dates_and_the_writers_are_fine(said: str) -> None:
    assert told(said) == []


@pytest.mark.parametrize("act", [Act.SHARE_OFFER_DEADLINE, Act.ASK_FOR_TIME])
def test_a_true_date_has_letters_of_its_own(act: Act) -> None:
    assert told("I need to know by Friday.", act=act) == []
