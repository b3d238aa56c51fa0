"""Numbers are the same in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.check.numbers import numbers
from tests.letters.check.desk import LEXICON

ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(number: int, link: str = " and ") -> str:
    """Return a number from 1 to 999,999,999 in English words."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            before = f"{spelt(number // size, link)} {name}"
            joint = link if rest < 100 else " "
            return f"{before}{joint}{spelt(rest, link)}" if rest else before
    if number < 20:
        return ONES.split()[number]
    tens, ones = TENS.split()[number // 10], number % 10
    return f"{tens}-{ONES.split()[ones]}" if ones else tens


def read(text: str) -> list[tuple[str, frozenset[str]]]:
    """Return each number of a text: what stands there, and how a note may hold it."""
    return [(one.span.text, one.values) for one in numbers(text, LEXICON)]


@given(st.integers(1, 999_999_999), st.sampled_from([" and ", " "]))
def test_a_number_in_words_is_the_one_in_figures(number: int, link: str) -> None:
    text = spelt(number, link)
    assert read(text) == [(text, frozenset({str(number)}))]


@given(st.integers(1, 999_999_999))
def test_a_number_in_figures_is_itself_with_and_without_commas(number: int) -> None:
    assert read(str(number)) == [(str(number), frozenset({str(number)}))]
    assert read(f"{number:,}") == [(f"{number:,}", frozenset({str(number)}))]


@given(st.text(max_size=80))
def test_every_number_stands_where_it_says(text: str) -> None:
    for one in numbers(text, LEXICON):
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.values


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We have 40 homes.", ["40"]),
        ("We have forty homes.", ["forty"]),
        ("a hundred and ten", ["hundred and ten"]),
        ("A Hundred And Ten", ["Hundred And Ten"]),
        ("thirty-\none", ["thirty-\none"]),
        ("It was a hundred and I left.", ["hundred"]),
        ("no numbers, and no tensions", []),
        ("", []),
    ],
)
def test_numbers_are_found_among_other_words(text: str, said: list[str]) -> None:
    assert [number for number, _ in read(text)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two and three", ["two", "three"]),
        ("two twelve-hour shifts", ["two", "twelve"]),
        ("between twenty and thirty", ["twenty", "thirty"]),
        ("four, five", ["four", "five"]),
        ("one. Two", ["one", "Two"]),
        ("nine ten-minute talks", ["nine", "ten"]),
        ("forty twelve", ["forty", "twelve"]),
    ],
)
def test_numbers_that_do_not_go_on_from_each_other_are_two(text: str, said: list[str]) -> None:
    assert [number for number, _ in read(text)] == said


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("14:30", {"14:30", "14", "30"}),
        ("3.5", {"3.5", "3", "5"}),
        ("1,100.50", {"1100.50", "1100", "50"}),
        ("1,2", {"1,2", "1", "2"}),
        ("007", {"7"}),
        ("0", {"0"}),
    ],
)
def test_figures_may_be_noted_in_part(text: str, noted: set[str]) -> None:
    assert read(text) == [(text, frozenset(noted))]
