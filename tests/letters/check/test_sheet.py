"""What the gates see of a draft: its language, and what the candidate may claim."""

from datetime import date

import pytest

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.check.sheet import Claims, Sheet, claims_to, words_of
from afterword.letters.kind import Kind
from afterword.letters.notes import Note
from afterword.letters.occasion import Occasion, Phase
from tests.letters.check.desk import aids, letter, sheet
from tests.letters.check.taught import CALM
from tests.letters.desk import occasion

ENGLISH = "I enjoyed the tour of the night wards."


def test_everything_that_was_written_down_may_be_claimed() -> None:
    claims = Claims(notes=("a note",), context=("a context",), names=("Sam Lee",))
    about = occasion(others=("Ada Cole",), opening="Ward manager")
    laid = Sheet(ENGLISH, about, claims, aids(CALM))
    assert laid.sources == (
        *("a note", "a context", "Riverside Hospital", "Charge nurse", "Ward manager"),
        *("Robin Kerr", "Ada Cole", "Sam Lee"),
    )


def test_what_was_noted_of_others_may_be_claimed_but_is_not_for_this_reader_to_miss() -> None:
    notes = (Note("one"), Note("two", about="robin"), Note("three", about="ada"))
    claims = claims_to("robin", notes, ["Sam Lee"], ["Dear Ada"])
    assert claims == Claims(
        notes=("one", "two"), context=("three",), names=("Sam Lee",), siblings=("Dear Ada",)
    )


def test_a_word_may_be_claimed_in_any_of_its_forms() -> None:
    known = sheet(ENGLISH, "they translated the signs").known
    assert {"translat", "sign", "riversid", "nurs"} <= known


def test_names_are_those_of_the_notes_and_the_one_that_signs() -> None:
    names = sheet(letter(ENGLISH), "Šárka runs the night shift").names
    assert {"sarka", "robin", "kerr", "riverside", "sam", "lee"} <= names
    assert "wards" not in names


def test_numbers_are_those_of_the_notes_and_of_the_days_that_are_known() -> None:
    about = Occasion(
        kind=Kind.THANKS,
        act=Act.THANK_YOU,
        channel=Channel.EMAIL,
        phase=Phase.INTERVIEWED,
        met=date(2026, 3, 6),
    )
    claims = Claims(notes=("forty homes, 1,100 doors",))
    laid = Sheet(ENGLISH, about, claims, aids(CALM))
    assert laid.numbers == {"40", "1100", "6", "3", "2026"}


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        (ENGLISH, True),
        ("Vielen Dank für das Gespräch und die Führung.", False),
        ("Robin Kerr, Riverside Hospital!", True),
        ("Tēnā koe e hoa, ngā mihi nui.", False),
        ("…?!", False),
    ],
)
def test_a_sentence_is_english_when_most_of_its_words_are(sentence: str, *, english: bool) -> None:
    laid = sheet(letter(f"{ENGLISH} {sentence}"))
    assert [one.text for one in laid.english] == [ENGLISH, *([sentence] if english else [])]


def test_the_parts_of_a_compound_are_words_too() -> None:
    assert list(words_of(["a part-time post", "it’s"])) == [
        *("a", "part-time", "part", "time", "post", "it’s"),
    ]


def test_the_name_of_the_reader_may_be_unknown() -> None:
    assert "robin" not in sheet(ENGLISH, to=Person(id="x")).names
