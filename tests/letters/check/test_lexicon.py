"""How words are compared: without accents and endings, and by the letters in which they differ."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.lexicon import distance, plain, stem
from tests.letters.check.desk import LEXICON

names = st.text("abcdé", min_size=1, max_size=8)
MOST = 3  # one more than the limit: so far apart that it does not matter how far


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Robin", "robin"),
        ("Robin's", "robin"),
        ("Robin’s", "robin"),
        ("the Kerrs’", "the kerrs"),
        ("Dr.", "dr"),
        ("Šárka", "sarka"),
        ("O’Neill", "o'neill"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_words_are_compared_without_what_does_not_matter(written: str, compared: str) -> None:
    assert plain(written) == compared


@given(st.text(st.characters(max_codepoint=0x24F, categories=["L"]), max_size=20))
def test_what_is_plain_stays_as_it_is(word: str) -> None:
    assert plain(plain(word)) == plain(word)


@pytest.mark.parametrize(
    "forms",
    [
        ("reader", "readers", "reading", "reads", "read"),
        ("organise", "organised", "organising", "organisation", "organisations"),
        ("supply", "supplies", "supplied"),
        ("carry", "carries", "carried"),
        ("licence", "license", "licences", "licensed"),
        ("quick", "quickly"),
        ("Café", "cafes"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["as", "bus", "red", "sing", "fly"])
def test_a_short_word_keeps_its_ending(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("robin", "robin", 0),
        ("robin", "robyn", 1),  # changed
        ("robin", "robbin", 1),  # added
        ("robin", "rbin", 1),  # lost
        ("robin", "robni", 1),  # swapped
        ("catharine", "katherine", 2),
        ("sean", "siobhan", MOST),
        ("", "ab", 2),
        ("", "abc", MOST),
    ],
)
def test_distance_counts_the_letters_that_differ(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == letters


@given(names, names)
def test_distance_is_the_same_both_ways_and_none_only_between_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) is (one == other)
    assert distance(one, other) <= MOST


@given(names, st.integers(0, 7), st.sampled_from("xyz"))
def test_one_slip_is_one_letter_wherever_it_is(name: str, at: int, letter: str) -> None:
    at %= len(name)
    assert distance(name, name[:at] + letter + name[at:]) == 1
    assert distance(name, name[:at] + letter + name[at + 1 :]) == 1
    assert distance(name, name[:at] + name[at + 1 :]) == 1
    swapped = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    assert distance(name, swapped) == int(swapped != name)


@given(names, names, st.integers(0, 4))
def test_a_limit_only_cuts_off_what_lies_beyond_it(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(distance(one, other, 20), limit + 1)


def test_every_listed_word_is_written_as_words_are_compared() -> None:
    lists = {
        field: words
        for field in LEXICON.__struct_fields__
        if isinstance(words := getattr(LEXICON, field), frozenset | tuple)
    }
    assert len(lists) > 10
    odd = {word for words in lists.values() for word in words if plain(word) != word}
    assert odd == set()


def test_the_english_lists_are_whole() -> None:
    assert len(LEXICON.weekdays) == 7
    assert len(LEXICON.months) == 12
    assert LEXICON.numbers["thirty"] == 30
    assert {"mr", "mrs", "dr"} <= LEXICON.titles
    assert set(LEXICON.decisions) <= set(Act)


def test_every_pattern_of_the_lists_can_be_read() -> None:
    dealt = (LEXICON.offers, LEXICON.gift, LEXICON.pay)
    deals = [pattern for one in dealt for pattern in msgspec.structs.astuple(one)]
    patterns = (*LEXICON.decisions.values(), *deals, *LEXICON.mixed_up, LEXICON.met)
    assert all(re.compile(pattern).pattern for pattern in patterns)
    assert "day" in re.compile(LEXICON.met).groupindex
