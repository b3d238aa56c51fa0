"""The offline dictionary: what is a word, how common it is, and what a slip was meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.dictionary import Dictionary, dictionary

ENGLISH = dictionary()
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = ("received", "friend", "interview", "conversation", "necessary", "tomorrow", "believe")


@pytest.mark.parametrize(
    "words",
    [
        "friend interview conversation necessary tomorrow",
        # British, of which the word counts only hold the American forms.
        "colour favourite organise organisation apologise analyse programme centre metre theatre",
        "travelling cancelled modelled jeweller counsellor marvellous woollen dialogue catalogue",
        "paediatric foetus defence judgement ageing sizeable plough mould moulding cheque tyre",
        # Compounds.
        "whiteboard handover spreadsheet timesheet keyring webcam helpdesk flatbread runbook",
        # Derived from a word, before and behind.
        "rehired overlocked unfilled multibeam dispatchers takeaway yarned seeing changeable",
        "signwriter fermenters thankfulness trainees",
    ],
)
def test_what_is_a_word_is_known(words: str) -> None:
    assert [word for word in words.split() if not ENGLISH.knows(word)] == []


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("recieved", "received"),
        ("freind", "friend"),
        ("thier", "their"),
        ("adress", "address"),  # and not the more frequent dress: the first letter is right
        ("definately", "definitely"),
        ("takeing", "taking"),  # an e is lost before an ending that begins with a vowel
        ("immediatly", "immediately"),  # and only there
        ("untill", "until"),  # and no compound of un and till
        ("carefull", "careful"),
        ("allready", "already"),
        ("comming", "coming"),
    ],
)
def test_a_slip_is_no_word_and_it_is_plain_what_was_meant(slip: str, meant: str) -> None:
    assert not ENGLISH.knows(slip)
    assert ENGLISH.correction(slip) == meant


@pytest.mark.parametrize("noise", ["xqzt", "freindd", "zzyzzy"])
def test_of_what_is_no_slip_of_one_letter_nothing_is_guessed(noise: str) -> None:
    assert not ENGLISH.knows(noise)
    assert ENGLISH.correction(noise) is None


def test_a_rare_word_is_no_correction() -> None:
    assert not ENGLISH.is_common("ablutomane")
    assert ENGLISH.correction("fettlre") is None


@given(st.sampled_from(WORDS), st.integers(0, 11), st.sampled_from(LETTERS))
def test_a_changed_letter_gives_a_word_or_can_be_put_right(word: str, at: int, letter: str) -> None:
    at %= len(word)
    changed = word[:at] + letter + word[at + 1 :]
    assert ENGLISH.knows(changed) or ENGLISH.correction(changed)


@given(st.text(LETTERS + "é’-", max_size=12))
def test_any_text_can_be_looked_up(text: str) -> None:
    assert ENGLISH.knows(text) in {True, False}
    assert ENGLISH.is_common(text) or not ENGLISH.is_everyday(text)


def test_words_are_everyday_common_or_rare() -> None:
    assert ENGLISH.is_everyday("time")
    assert ENGLISH.is_common("printer")
    assert not ENGLISH.is_everyday("printer")
    assert ENGLISH.knows("otolith")
    assert not ENGLISH.is_common("otolith")


def test_it_is_loaded_once() -> None:
    assert dictionary() is ENGLISH
    assert isinstance(ENGLISH, Dictionary)
