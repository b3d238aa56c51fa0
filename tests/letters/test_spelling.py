"""Two spellings: the language's own words change, and the candidate's never do."""

import pytest

from afterword.letters.language import Dialect
from afterword.letters.notes import Note, Stem
from afterword.letters.profile import Profile, Register, Spelling
from afterword.letters.spelling import spelt
from tests.letters.desk import ENGLISH, drafted, occasion

US = ENGLISH.dialects[Spelling.US]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("I recognised some of it.", "I recognized some of it."),
        ("Organised by you.", "Organized by you."),
        ("colourful", "colourful"),
        ("I should be glad.", "I would be glad."),
        ("Yours sincerely,", "Sincerely,"),
    ],
)
def test_our_words_are_spelt_as_the_candidate_spells(british: str, american: str) -> None:
    assert spelt(british, US) == american


@pytest.mark.parametrize("dialect", [None, Dialect()])
def test_without_a_table_nothing_changes(dialect: Dialect | None) -> None:
    assert spelt("I recognised it.", dialect) == "I recognised it."


def test_the_words_of_a_note_are_never_touched() -> None:
    note = Note("the centre organised its programme in colour", Stem.STRUCK)
    letter = drafted(occasion(), (note,), Profile(names=("Sam",), spelling=Spelling.US))
    assert note.text in letter.body


def test_an_american_letter_ends_in_the_american_way() -> None:
    formal = Profile(names=("Sam",), register=Register.FORMAL, spelling=Spelling.US)
    closings = {
        drafted(occasion(), (), formal, variant=variant).body.split("\n\n")[-1]
        for variant in range(8)
    }
    assert "Sincerely,\nSam" in closings
    assert "Yours sincerely,\nSam" not in closings
