"""Notes are taken up as their stem begins, so that they stand inside a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.notes import Note, Stem
from afterword.letters.telling import Told, is_one_clause, retold, told
from tests.letters.desk import ENGLISH, occasion

USAGE = ENGLISH.usage


@pytest.mark.parametrize(
    ("stem", "jotted", "taken_up"),
    [
        (Stem.STRUCK, "The handover takes two minutes.", "the handover takes two minutes"),
        (Stem.STRUCK, "I was struck that the team is small", "the team is small"),
        (Stem.STRUCK, "that the team is small", "the team is small"),
        (Stem.STRUCK, "St Mary’s has one lift", "St Mary’s has one lift"),
        (Stem.STRUCK, "we close at 5 p.m.", "we close at 5 p.m."),
        (Stem.STRUCK, "thatched roofs last\n sixty  years;", "thatched roofs last sixty years"),
        (Stem.MINE, "I ran the night desk!", "I ran the night desk"),
        (Stem.THEIRS, "Cut the waiting time", "cut the waiting time"),
        (Stem.THEIRS, "They are trying to cut the waiting time", "cut the waiting time"),
        (Stem.THEIRS, "to cut the waiting time", "cut the waiting time"),
        (Stem.THEIRS, "SAP has to go", "SAP has to go"),
        (Stem.SHARED, "Trained at St Mary’s", "trained at St Mary’s"),
        (Stem.GRATEFUL, "The tour", "the tour"),
        (Stem.GRATEFUL, "for the tour", "the tour"),
        (Stem.ASKING, "how the nights are staffed?", "how the nights are staffed"),
        (Stem.TIMES, "On Tuesday", "on Tuesday"),
        (Stem.FREE, "The dog was kind", "The dog was kind."),
        (Stem.FREE, "Was that your dog?", "Was that your dog?"),
        (Stem.FREE, "You said “yes.”", "You said “yes.”"),
        (Stem.FREE, "  ", ""),
        (Stem.STRUCK, " … ", ""),
    ],
)
def test_how_a_note_is_taken_up(stem: Stem, jotted: str, taken_up: str) -> None:
    assert retold(Note(jotted, stem), USAGE) == taken_up


@pytest.mark.parametrize(
    ("note", "one"),
    [
        ("the handover takes two minutes", True),
        ("the team, small as it is, covers two wards", True),
        ("the team is small, at the end of the corridor", False),
        ("the team is small. It covers two wards", False),
        ("the team is small; it covers two wards", False),
        ("the team is small – it covers two wards", False),
        ("the well-run ward is loud", True),
        (" ".join(["word"] * 18), True),
        (" ".join(["word"] * 19), False),
    ],
)
def test_whether_more_of_the_sentence_can_follow(note: str, *, one: bool) -> None:
    assert is_one_clause(note) is one


def test_notes_go_by_their_stem_and_keep_their_index() -> None:
    notes = (
        Note("a", Stem.STRUCK, "robin"),
        Note(".", Stem.STRUCK, "robin"),
        Note("b", Stem.MINE),
        Note("c", Stem.STRUCK, "somebody else"),
        Note("d", Stem.STRUCK),
    )
    assert told(occasion(), notes, USAGE) == {
        Stem.STRUCK: (Told(0, "a"), Told(4, "d")),
        Stem.MINE: (Told(2, "b"),),
    }


@given(st.text(), st.sampled_from(Stem))
def test_a_note_loses_words_at_its_ends_and_gains_none(text: str, stem: Stem) -> None:
    taken_up = retold(Note(text, stem), USAGE).casefold()
    assert taken_up.rstrip(".") in " ".join(text.split()).casefold()
