"""Signatures without a mark."""

import pytest

from afterword.mailbox.recognising import signature

BODY = "Thursday works for me.\n\nBest,\nJo"


@pytest.mark.parametrize(
    "block",
    [
        "Jo Park\nHead of Data\nTel: +44 20 7946 0000",
        "Jo Park\njo@pellworth.example | www.pellworth.example",
        "+44 20 7946 0000\nhttps://pellworth.example",
        "Jo Park\nHead of Data, Pellworth",
    ],
)
def test_contact_details_below_the_name_go(block: str) -> None:
    assert signature.without(f"{BODY}\n\n{block}") == BODY


@pytest.mark.parametrize(
    "last",
    [
        "Ring me on +44 20 7946 0000 when you are there.",
        "https://pellworth.example/directions",
        "Is it www.lindqvist.example?\nI could not open it.",
        "PS: bring the dog,\nhttps://dogs.example is where ours came from!",
    ],
)
def test_a_last_paragraph_that_says_something_stays(last: str) -> None:
    assert signature.without(f"{BODY}\n\n{last}") == f"{BODY}\n\n{last}"


def test_a_letter_that_is_all_details_is_left_alone() -> None:
    text = "Jo Park\nTel: +44 20 7946 0000"
    assert signature.without(text) == text


def test_white_space_above_is_as_it_was() -> None:
    text = f"One\n\n\n\nTwo\n\n{'Jo Park' + chr(10) + 'Tel: +44 20 7946 0000'}"
    assert signature.without(text) == "One\n\n\n\nTwo"
