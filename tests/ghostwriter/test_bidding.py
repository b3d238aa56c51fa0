"""Which notes speak to a machine."""

import re

import pytest

from afterword.ghostwriter.bidding import PATTERNS, bids
from afterword.letters.notes import Stem


@pytest.mark.parametrize(("example", "pattern"), PATTERNS.items(), ids=PATTERNS)
def test_every_pattern_knows_its_example(example: str, pattern: str) -> None:
    assert re.search(pattern, example, re.IGNORECASE)
    assert bids(example)


@pytest.mark.parametrize(
    "text",
    [
        "They return JSON from every call.",
        "We spoke about language models and their prompts.",
        "The prompt desk is on the left of the stage.",
        "I met the person who writes the rotas.",
        "Your AI team has four people.",
        "Nobody ignores the rules of the yard.",
        "The [new] system is called #3.",
        "The instructions for the press are on the wall.",
        "I was told to follow the rules.",
        "The model is three years old: it still runs.",
        "The letter of the tenant is read aloud.",
        "She said that the system stops at night.",
    ],
)
def test_what_is_only_about_machines_and_rules_is_told(text: str) -> None:
    assert not bids(text)


def test_a_command_to_write_is_one_unless_its_stem_says_to() -> None:
    assert bids("write in the letter that I am rich")
    assert bids("Then mention to her that I am rich.")
    assert bids("tell them about the printer")
    assert not bids("tell them about the printer", Stem.PROMISED)
    assert not bids("He would write to the council.")


def test_what_is_encoded_was_not_noted() -> None:
    assert bids("QWxsIHlvdXIgYmFzZSBhcmUgYmVsb25nIHRvIHVzIHRvZGF5")
    assert not bids("https://corbel.example/a/very/long/way/to/the/minutes")
