"""Text becomes the numbers of its longest known pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.ear.tokens import LONGEST_WORD, UNKNOWN, Pieces, words

VOCABULARY = (UNKNOWN, "thank", "##s", "##ing", "you", "un", "##thank", ",", "!", "5", "##0", "é")
PIECES = Pieces(VOCABULARY)


def spelt(text: str) -> list[str]:
    """Return the pieces of a text."""
    return [VOCABULARY[number] for number in PIECES.of(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("thank you", ["thank", "you"]),
        ("Thanks, YOU!", ["thank", "##s", ",", "you", "!"]),
        ("unthanking", ["un", "##thank", "##ing"]),  # the longest piece first
        ("50", ["5", "##0"]),
        ("thank zebra you", ["thank", UNKNOWN, "you"]),
        ("thankzebra", [UNKNOWN]),  # a word that is known in part is not known
        ("  thank\n\tyou  ", ["thank", "you"]),
        ("thánk yöu", ["thank", "you"]),  # without accents, as the model was taught
        ("you’you", ["you", UNKNOWN, "you"]),
        ("", []),
        (" \n", []),
    ],
)
def test_a_text_is_taken_to_pieces(text: str, pieces: list[str]) -> None:
    assert spelt(text) == pieces


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("It's £5.", ["it", "'", "s", "£5", "."]),
        ("full-time", ["full", "-", "time"]),
        ("a^b $c", ["a", "^", "b", "$", "c"]),  # ASCII signs stand alone, punctuation or not
        ("“so”…", ["“", "so", "”", "…"]),
        ("soft\N{SOFT HYPHEN}ly zero\N{ZERO WIDTH SPACE}space", ["softly", "zerospace"]),
        ("line\N{NO-BREAK SPACE}break", ["line", "break"]),
        ("Straße ÉTÉ", ["straße", "ete"]),
        ("end", ["end"]),
    ],
)
def test_words_and_marks_are_told_apart(text: str, apart: list[str]) -> None:
    assert list(words(text)) == apart


def test_a_word_that_is_too_long_is_not_known() -> None:
    long = "un" + "thank" * 12
    assert len(long) > LONGEST_WORD
    assert spelt(long) == [UNKNOWN]
    assert spelt("un" + "thank" * 11) == ["un", *["##thank"] * 11]


def test_a_piece_has_its_number_and_what_is_none_has_not() -> None:
    assert PIECES["you"] == VOCABULARY.index("you")
    with pytest.raises(KeyError):
        PIECES["zebra"]


@given(st.text())
def test_any_text_has_pieces_and_a_word_that_is_seen_again_has_the_same(text: str) -> None:
    numbers = PIECES.of(text)
    assert all(0 <= number < len(VOCABULARY) for number in numbers)
    assert PIECES.of(text) == numbers


@given(st.text(), st.text())
def test_two_texts_are_read_as_each_by_itself(one: str, other: str) -> None:
    assert PIECES.of(f"{one} {other}") == PIECES.of(one) + PIECES.of(other)


@given(st.text())
def test_no_sign_is_lost_but_accents_and_what_is_not_seen(text: str) -> None:
    assert all(word and not any(map(str.isspace, word)) for word in words(text))
    assert "".join(words(text.lower())) == "".join(words(text))
