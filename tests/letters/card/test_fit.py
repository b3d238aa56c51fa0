"""How much a card holds, and where its lines end.

The capacities are those of the table in the digest on the handwritten kit; the rest must hold for
any text, any card and any hand.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.card.fit import (
    FRAME_LINES,
    NARROWEST,
    blocks,
    broken,
    fitted,
    holding,
    room,
    sentence_to_cut,
    width,
)
from afterword.letters.card.hand import Hand, HandSize, measured, sized
from afterword.letters.card.stationery import Card, CardSize, Orientation, cut
from afterword.letters.message import Message
from tests.letters.card.cards import A2, A6, LETTER, MEDIUM

UP, DOWN = Orientation.PORTRAIT, Orientation.LANDSCAPE
TABLE = [
    (CardSize.A6, UP, (72, 58, 47)),
    (CardSize.A6, DOWN, (49, 40, 33)),
    (CardSize.A2, UP, (67, 54, 44)),
    (CardSize.A2, DOWN, (56, 45, 36)),
    (CardSize.A7, UP, (115, 94, 76)),
    (CardSize.DL, DOWN, (59, 48, 39)),
]

EVERY_CARD = tuple(cut(size, way) for size in CardSize for way in Orientation)
CARDS = st.sampled_from(EVERY_CARD)
HANDS = st.floats(min_value=30, max_value=150).map(measured)
# Words as people write them, and some that nobody does: too long, accented, Chinese, hyphenated.
WORDS = st.one_of(
    st.text("abcdefghijklmnop", min_size=1, max_size=12),
    st.text("abcñøšłễ-", min_size=1, max_size=90),
    st.text("田中さんの手紙か\u3099", min_size=1, max_size=40),
    st.text("éa", min_size=1, max_size=8),
)
LINES = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
LETTERS = st.integers(min_value=NARROWEST, max_value=120)


@pytest.mark.parametrize(("size", "way", "words"), TABLE)
def test_a_card_holds_what_was_measured(
    size: CardSize, way: Orientation, words: tuple[int, int, int]
) -> None:
    held = [room(cut(size, way), sized(hand)).words for hand in HandSize]
    assert held == pytest.approx(words, abs=2)


def test_a_capacity_is_for_what_stands_between_greeting_and_close() -> None:
    space = room(A6, MEDIUM)
    assert (space.letters, space.lines) == (32, 15)
    assert space.words == round(32 * (15 - FRAME_LINES) * 0.92 / 5.6)


def test_a_card_that_holds_no_more_than_a_greeting_holds_no_words() -> None:
    assert room(cut(CardSize.DL, DOWN), measured(190)).words == 0


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
def test_the_lines_stand_in_the_middle_of_the_card(card: Card) -> None:
    space = room(card, MEDIUM)
    above = space.top - space.pitch
    below = card.height - (space.top + (space.lines - 1) * space.pitch)
    assert above == pytest.approx(below, abs=0.02)
    assert space.left + space.length == pytest.approx(card.width - 10, abs=0.02)


def test_a_letter_is_broken_where_its_lines_will_end() -> None:
    assert fitted(Message(LETTER), A2, MEDIUM).lines == (
        "Dear Lena,",
        "",
        "Thank you for showing me the",
        "planning room on Tuesday. I was",
        "struck that the night shift",
        "writes the board for the morning,",
        "and not the other way round.",
        "",
        "At the harbour we planned berths",
        "from the tide back. I would",
        "gladly do it again.",
        "",
        "With kind regards,",
        "Sam Lee",
    )


def test_the_gap_before_the_close_is_given_up_last() -> None:
    message = Message("Dear Lena,\n\nIt was a good day.\n\nI learned a lot.\n\nThanks,\nSam")
    gaps = {}
    for way, hand in ((UP, 60), (DOWN, 113), (DOWN, 134), (DOWN, 150)):
        fit = fitted(message, cut(CardSize.A6, way), measured(hand))
        gaps[room(cut(CardSize.A6, way), measured(hand)).lines] = fit.lines.count("")
    assert gaps == {15: 3, 6: 1, 5: 0, 4: 0}


def test_a_letter_without_a_close_has_its_gap_before_the_last_paragraph() -> None:
    message = Message("Dear Lena,\n\nThank you for the tour of the harbour on Tuesday.")
    assert fitted(message, A6, MEDIUM).lines[:2] == ("Dear Lena,", "")


def test_a_text_of_one_paragraph_has_no_gap() -> None:
    assert fitted(Message("Thank you for your time."), A6, MEDIUM).lines == (
        "Thank you for your time.",
    )


def test_an_empty_text_has_no_lines() -> None:
    fit = fitted(Message(""), A6, MEDIUM)
    assert (fit.lines, fit.words, fit.fits) == ((), 0, True)


def test_what_a_screen_broke_is_put_together_again() -> None:
    message = Message(
        "Dear Lena,\n\nThank you for\nshowing me   the room.\n\nBest wishes,\nSam Lee"
    )
    assert blocks(message) == [
        "Dear Lena,",
        "Thank you for showing me the room.",
        "Best wishes,\nSam Lee",
    ]


def test_a_letter_that_is_too_long_says_by_how_many_lines() -> None:
    fit = fitted(Message(LETTER), cut(CardSize.A6, DOWN), sized(HandSize.LARGE))
    assert not fit.fits
    assert fit.over == len(fit.lines) - room(cut(CardSize.A6, DOWN), sized(HandSize.LARGE)).lines
    assert "" not in fit.lines


def test_the_shortest_sentence_that_helps_is_the_one_to_cut() -> None:
    card, hand = cut(CardSize.A6, DOWN), sized(HandSize.MEDIUM)
    body = "Thank you for the tour on Tuesday, and for your time. " * 5
    message = Message(f"Dear Lena,\n\n{body}\nIt rained.\n\nBest wishes,\nSam Lee")
    assert not fitted(message, card, hand).fits
    assert sentence_to_cut(message, card, hand).startswith("Thank you for the tour")


def test_the_first_sentence_is_never_the_one_to_cut() -> None:
    message = Message(f"Dear Lena,\n\n{'thanks ' * 90}.\n\nBest wishes,\nSam Lee")
    assert sentence_to_cut(message, A6, MEDIUM) == ""


def test_larger_cards_are_found_that_hold_it() -> None:
    message = Message(
        LETTER.replace("again.", "again. " + "And the tide was kind to us that day. " * 5)
    )
    held = list(holding(message, EVERY_CARD, MEDIUM))
    assert A6 not in held
    assert cut(CardSize.A7, UP) in held


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("as wide as this", 15, ("as wide as this",)),
        ("as wide as this", 14, ("as wide as", "this")),
        ("Donaudampfschiff", 9, ("Donaudam-", "pfschiff")),
        ("well-mannered", 9, ("well-", "mannered")),
        ("his Donaudampfschiff sank", 9, ("his", "Donaudam-", "pfschiff", "sank")),
        ("田中さんの手紙", 6, ("田中さ", "んの手", "紙")),
        ("a\nb", 9, ("a", "b")),
        ("", 9, ("",)),
    ],
)
def test_a_line_ends_where_the_next_word_has_no_room(
    text: str, letters: int, lines: tuple[str, ...]
) -> None:
    assert broken(text, letters) == lines


def test_chinese_signs_are_two_letters_wide_and_accents_none() -> None:
    assert width("田a") == 3
    assert width("e\N{COMBINING ACUTE ACCENT}") == 1


@given(LINES, LETTERS)
def test_breaking_loses_nothing(text: str, letters: int) -> None:
    assert bare("".join(broken(text, letters))) == bare(text)


@given(LINES, LETTERS)
def test_no_line_is_longer_than_there_is_room(text: str, letters: int) -> None:
    assert all(width(line) <= letters for line in broken(text, letters))


@given(LINES, LETTERS)
def test_a_wider_line_never_needs_more_of_them(text: str, letters: int) -> None:
    assert len(broken(text, letters + 1)) <= len(broken(text, letters))


@given(st.lists(LINES, min_size=1, max_size=4), CARDS, HANDS, st.floats(min_value=1, max_value=1.5))
def test_more_room_never_holds_less(
    paragraphs: list[str], card: Card, hand: Hand, more: float
) -> None:
    message = Message("Dear Lena,\n\n" + "\n\n".join(paragraphs) + "\n\nBest wishes,\nSam Lee")
    small, large = hand, measured(min(200, hand.line * more))
    assert room(card, small).words >= room(card, large).words
    if fitted(message, card, large).fits:
        assert fitted(message, card, small).fits


@given(LINES, CARDS, HANDS)
def test_all_words_of_a_letter_stand_on_the_card(text: str, card: Card, hand: Hand) -> None:
    message = Message(f"Dear Lena,\n\n{text}\n\nBest wishes,\nSam Lee")
    lines = fitted(message, card, hand).lines
    assert bare("".join(lines)) == bare("".join(blocks(message)))


def bare(text: str) -> str:
    """Return text without what breaking may add or take: hyphens, and space."""
    return "".join(text.replace("-", "").split())
