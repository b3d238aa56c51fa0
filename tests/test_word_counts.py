"""The table of words in little memory holds what pyspellchecker's own holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spellchecker import SpellChecker

from afterword.word_counts import WordCounts

OURS, THEIRS = WordCounts(), SpellChecker(language="en", distance=1)
WORDS = sorted(THEIRS)


def test_every_word_is_there_with_its_count() -> None:
    frequency = THEIRS.word_frequency
    assert {word: OURS.count(word) for word in WORDS} == frequency.dictionary
    assert (OURS.total, OURS.longest) == (frequency.total_words, frequency.longest_word_length)


@pytest.mark.parametrize("word", ["Friend", "FRIEND", "abbé"])
def test_capitals_make_no_difference(word: str) -> None:
    assert word in OURS
    assert OURS.count(word) == OURS.count(word.lower())


@given(st.one_of(st.text(max_size=9), st.text("ab1'\t\n é", max_size=6), st.sampled_from(WORDS)))
def test_what_they_know_we_know(text: str) -> None:
    assert (text in OURS) == (text in THEIRS)


@settings(max_examples=30)
@given(st.sampled_from(WORDS), st.integers(0, 40), st.sampled_from(["", *"aeqz'é1"]), st.booleans())
def test_what_they_find_near_we_find(word: str, at: int, letter: str, put_in: bool) -> None:
    at %= len(word)
    slip = word[:at] + letter + word[at + (not put_in) :]
    assert OURS.near(slip) == THEIRS.known(THEIRS.edit_distance_1(slip))


@pytest.mark.parametrize("text", ["5", "1e5", "?", "x" * 80, ""])
def test_a_mark_or_a_number_is_no_slip(text: str) -> None:
    assert OURS.near(text) == THEIRS.known(THEIRS.edit_distance_1(text))
