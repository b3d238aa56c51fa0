"""What a page says of a kit."""

import msgspec
import pytest

from afterword.etiquette.judge import Verdict
from afterword.etiquette.vocabulary import Word
from afterword.letters.card.envelope import Route
from afterword.letters.card.hand import measured
from afterword.letters.card.stationery import CardSize, Orientation, cut
from afterword.press.saying import said
from tests.letters.card.cards import NO, TOO_SLOW, a_kit, mail, service


def test_it_opens_on_the_minutes() -> None:
    assert said(a_kit()).lead == "About 12 minutes, practice and envelope included."


def test_it_says_how_much_fits() -> None:
    assert said(a_kit()).fit == (
        "45 words; US A2, folded, portrait, holds about 54 in a medium hand (2.6 mm a letter). "
        "All of it fits."
    )


def test_a_measured_hand_is_the_person_s_own() -> None:
    fit = said(a_kit(hand=measured(66))).fit
    assert "in your hand (2.87 mm a letter; “thank you for your time” is 66 mm long)" in fit


def test_what_does_not_fit_is_answered_with_advice() -> None:
    made = a_kit(hand=measured(120))
    assert said(made).fit.endswith(made.advice)


@pytest.mark.parametrize(
    ("word", "title"),
    [
        (Word.WAIT, "Not yet"),
        (Word.ASK, "Ask first"),
        (Word.NO, "No card now"),
        (Word.STOP, "No card now"),
    ],
)
def test_what_the_rulebook_says_has_a_title(word: Word, title: str) -> None:
    made = a_kit(Verdict(verdict=word, because=(TOO_SLOW,)))
    assert (said(made).hold_title, said(made).hold) == (title, "They decide within days.")


def test_what_is_better_follows_the_reason() -> None:
    assert said(a_kit(NO)).hold == "They decide within days. Better: Send the same words by e-mail."
    assert (said(a_kit()).hold_title, said(a_kit()).hold) == ("", "")


@pytest.mark.parametrize(
    ("way", "folded", "where"),
    [
        (Orientation.PORTRAIT, True, "the right half of the open card"),
        (Orientation.LANDSCAPE, True, "the lower half of the open card"),
        (Orientation.PORTRAIT, False, "the card"),
    ],
)
def test_a_guide_says_where_it_lies(way: Orientation, where: str, *, folded: bool) -> None:
    made = a_kit(card=cut(CardSize.A6, way, folded=folded))
    assert said(made).guide.startswith(f"Lay it under {where}, edge on edge.")


def test_an_envelope_is_described_in_millimetres() -> None:
    assert said(a_kit()).envelope == (
        "US A2, 146 × 111 mm: the address begins 58 mm from the left, its first line stands 60 mm "
        "below the upper edge; stamp at the upper right. "
        "Town, state and ZIP code share the last line."
    )


def test_a_price_comes_with_its_source() -> None:
    noted = msgspec.structs.replace(service(1, 3), note="Stiff envelopes cost more.")
    words = said(a_kit(way=mail(services=(noted,))))
    assert words.stamp == "Stamp: 0.78 USD (Letter, up to 28 g; checked on 15 Jan 2026)."
    assert words.trust == (
        "Stiff envelopes cost more. Source: Price list · https://example.org/prices."
    )


def test_without_a_service_nothing_is_said_of_a_stamp() -> None:
    words = said(a_kit(way=mail(route=Route("KE", "KE"))))
    assert (words.stamp, words.trust) == ("", "")
