"""Claims that carry weight, another offer or a record, stand in a note or not in the letter."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import claims
from tests.letters.check.desk import found, letter, sheet

RIVAL = "I have another offer, and have to answer soon."
HEARD = "stop: another offer"


def told(body: str, *notes: str, **about: object) -> list[str]:
    """Return what the gate finds in a letter where no other offer is known."""
    about = {"deadline": None, **about}
    return found(claims, sheet(letter(body), *notes, **about))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        RIVAL,
        "I have had an offer from another firm.",
        "Two other companies are pursuing me.",
        "Another school has a contract waiting for me.",
    ],
)
def test_another_offer_that_nobody_noted_is_found(said: str) -> None:
    (claim,) = told(said, "the lamp is green")
    assert claim.startswith("stop: ")


@pytest.mark.parametrize(
    "note", ["written offer from the museum", "I have accepted elsewhere", "another post, signed"]
)
def test_another_offer_that_was_noted_is_true(note: str) -> None:
    assert told(RIVAL, note) == []


@pytest.mark.parametrize("note", ["no other offer yet", "an offer may come, not yet"])
def test_a_note_that_there_is_none_makes_it_untrue(note: str) -> None:
    assert told(RIVAL, note) == [HEARD]
    assert told(RIVAL, note, act=Act.SHARE_OFFER_DEADLINE) == [HEARD]


def test_the_situation_may_know_of_another_offer() -> None:
    assert found(claims, sheet(letter(RIVAL))) == []  # with the day by which they want an answer
    assert told(RIVAL, act=Act.SHARE_OFFER_DEADLINE) == []


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("I hold a diploma in this.", "diploma"),
        ("I am certified for it.", "certified"),
        ("I have been fluent for years.", "fluent"),
    ],
)
def test_a_record_that_nobody_noted_is_found(said: str, claim: str) -> None:
    assert told(said) == [f"fix: {claim}"]
    assert told(said, f"I said: {claim}") == []


def test_plain_words_claim_nothing() -> None:
    assert told("Thank you for the offer of a lift. The other school was quiet.") == []
