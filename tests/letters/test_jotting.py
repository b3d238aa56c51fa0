"""Notes as people jot them down: a line each, with or without a stem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.situation import Person
from afterword.letters.jotting import jotted
from afterword.letters.notes import Note, Stem
from tests.letters.desk import ENGLISH

USAGE = ENGLISH.usage
PEOPLE = (Person(id="robin", name="Robin Kerr"), Person(id="ada", name="Ada Cole"))


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("half of the orders come by fax", Note("half of the orders come by fax")),
        (
            "struck: half of the orders come by fax",
            Note("half of the orders come by fax", Stem.STRUCK),
        ),
        ("STRUCK:  it is warm", Note("it is warm", Stem.STRUCK)),
        ("I was struck that … it is warm", None),
        ("- struck: it is warm", Note("it is warm", Stem.STRUCK)),
        ("• it is warm", Note("it is warm")),
        ("free: it is warm", Note("free: it is warm")),
        ("strucked: it is warm", Note("strucked: it is warm")),
    ],
)
def test_a_line_is_a_note_and_its_beginning_may_be_a_stem(line: str, note: Note | None) -> None:
    assert jotted(line, USAGE) == (note or Note("it is warm", Stem.STRUCK),)


@pytest.mark.parametrize("stem", [stem for stem in Stem if stem is not Stem.FREE])
def test_every_stem_is_understood_as_it_is_asked(stem: Stem) -> None:
    says = USAGE.stems[stem].says
    assert jotted(f"{says} it is warm", USAGE) == (Note("it is warm", stem),)
    assert jotted(f"{says.upper()} … it is warm", USAGE) == (Note("it is warm", stem),)


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark", " - ", "  # another\n•"])
def test_empty_lines_and_remarks_are_no_notes(text: str) -> None:
    assert jotted(text, USAGE, PEOPLE) == ()


def test_notes_below_a_name_are_about_that_person_until_an_empty_line() -> None:
    text = """
        the lift is from 1931
        Robin Kerr:
        struck: it is warm
        # she said so twice
        they are short of drivers
        ADA:
        shared: swear by paper lists

        the yard is full
    """
    assert jotted(text, USAGE, PEOPLE) == (
        Note("the lift is from 1931"),
        Note("it is warm", Stem.STRUCK, "robin"),
        Note("they are short of drivers", about="robin"),
        Note("swear by paper lists", Stem.SHARED, "ada"),
        Note("the yard is full"),
    )


@pytest.mark.parametrize("line", ["Robin Kerr", "Tom:", "Robin: it is warm"])
def test_only_a_name_that_is_known_and_stands_alone_with_a_colon_is_a_heading(line: str) -> None:
    assert jotted(line, USAGE, PEOPLE) == (Note(line),)


def test_a_person_without_a_name_is_meant_by_no_line() -> None:
    assert jotted(":", USAGE, (Person(id="x"),)) == (Note(":"),)


@given(st.text())
def test_whatever_is_jotted_gives_notes_whose_words_stand_there(text: str) -> None:
    lines = {line.strip() for line in text.splitlines()}
    for note in jotted(text, USAGE, PEOPLE):
        assert any(note.text in line for line in lines)
