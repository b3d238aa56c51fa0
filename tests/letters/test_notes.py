"""Which notes belong into which letter: those about its reader, and a fair share of the others."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.notes import Note, Notes, notes_for

jotted = st.lists(st.sampled_from(["", "ann", "ben"]), max_size=12).map(
    lambda people: tuple(Note(f"note {at}", about=who) for at, who in enumerate(people))
)
NOTES = (Note("a"), Note("b", about="ann"), Note("c"), Note("d", about="ben"), Note("e"))


def indices(notes: Notes, person: str, place: int = 0, table: int = 1) -> list[int]:
    """Return which notes a person gets."""
    return [index for index, _ in notes_for(notes, person, place, table)]


@pytest.mark.parametrize(
    ("person", "place", "table", "got"),
    [
        ("ann", 0, 1, [0, 1, 2, 4]),
        ("ann", 0, 2, [0, 1, 4]),
        ("ben", 1, 2, [2, 3]),
        ("tom", 0, 1, [0, 2, 4]),
        ("tom", 2, 3, [4]),
        ("tom", 3, 4, []),
    ],
)
def test_each_gets_their_own_notes_and_their_turn_of_the_others(
    person: str, place: int, table: int, got: list[int]
) -> None:
    assert indices(NOTES, person, place, table) == got


@given(jotted, st.integers(1, 6))
def test_at_one_table_no_note_about_nobody_is_told_twice_and_none_is_lost(
    notes: Notes, table: int
) -> None:
    told = list(chain.from_iterable(indices(notes, "x", place, table) for place in range(table)))
    assert sorted(told) == [index for index, note in enumerate(notes) if not note.about]


@given(jotted, st.integers(1, 6))
def test_whoever_sits_alone_gets_all_and_a_note_comes_with_its_index(
    notes: Notes, table: int
) -> None:
    assert indices(notes, "ann") == [at for at, one in enumerate(notes) if one.about != "ben"]
    assert all(notes[index] is note for index, note in notes_for(notes, "ann", 0, table))
