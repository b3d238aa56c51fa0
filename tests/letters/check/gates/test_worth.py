"""Nothing of value is given, and no pay asked for, before an offer is there and settled."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates import worth
from afterword.letters.occasion import Phase
from tests.letters.check.desk import found, letter, sheet

WINE = "A bottle of wine is on its way to your office."
VOUCHER = "A voucher is enclosed."
PACKAGE = "Could you tell me what the package looks like?"


def told(body: str, *notes: str, **about: object) -> list[str]:
    """Return what the gate finds in a letter."""
    return found(worth, sheet(letter(body), *notes, **about))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        WINE,
        VOUCHER,
        "Lunch is on me next week.",
        "I have sent you a box of chocolates.",
        "Please accept this small present.",
        "Here is a discount code for you as a thank-you.",
        "It was a good talk, and I would love to bring you a box of chocolates.",
        "I have two tickets for Friday, would you and your husband like them?",
        "May I take you out for lunch?",
    ],
)
def test_a_gift_before_the_ink_is_dry_is_found(said: str) -> None:
    assert told(said) == [f"stop: {said}"]


@pytest.mark.parametrize("phase", [Phase.INTERVIEWED, Phase.WAITING, Phase.OFFERED])
def test_pay_before_its_time_is_found(phase: Phase) -> None:
    assert told(PACKAGE, phase=phase) == [f"stop: {PACKAGE}"]


def test_flowers_after_acceptance_are_fine() -> None:
    assert told("Please accept these flowers.", phase=Phase.ACCEPTED) == []


@pytest.mark.parametrize("act", [Act.NEGOTIATE, Act.ACCEPT, Act.ASK_FOR_TIME])
def test_pay_is_what_these_letters_are_about(act: Act) -> None:
    assert told(PACKAGE, act=act, phase=Phase.OFFERED) == []


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("I have sent the cake order to the shop as you asked.", "cake orders by noon"),
        ("Could you tell me how the pension backlog grew?", "pension credit backlog"),
        ("The cake counter was busy.", ""),
        ("I would like to bring what I know of the counter to you.", ""),
        ("I would love to hear how the lunch rush went.", ""),
        ("I enjoyed the talk about overtime.", ""),
    ],
)
def test_the_same_words_as_the_work_are_fine(said: str, note: str) -> None:
    assert told(said, note) == []
