"""How one thing is said: only where it belongs, and only when it can be said whole."""

import pytest

from afterword.etiquette.vocabulary import Channel, Role
from afterword.letters.facts import facts
from afterword.letters.language import Part, Wordings
from afterword.letters.notes import Note, Stem
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Register
from afterword.letters.saying import NOTHING, Said, Voice
from afterword.letters.telling import told
from afterword.letters.turn import turn
from tests.letters.desk import ENGLISH, SAM, occasion

HELLO = ("Hello.",)


def voice(about: Occasion, *notes: Note) -> Voice:
    known = facts(about, SAM, ENGLISH)
    jotted = told(about, notes, ENGLISH.usage)
    return Voice(about, Register.PLAIN, known, jotted, turn(about, 0))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Part(all=HELLO), True),
        (Part(all=HELLO, phases=(Phase.INTERVIEWED,)), True),
        (Part(all=HELLO, phases=(Phase.OFFERED, Phase.ACCEPTED)), False),
        (Part(all=HELLO, readers=(Role.HIRING_MANAGER,)), True),
        (Part(all=HELLO, readers=(Role.MENTOR,)), False),
        (Part(all=HELLO, channels=(Channel.EMAIL,)), True),
        (Part(all=HELLO, channels=(Channel.PHONE,)), False),
        (Part(formal=HELLO), False),
        (Part(all=("By {phone}.",)), False),
        (Part(all=HELLO, wants=Stem.MINE), False),
    ],
)
def test_a_part_is_said_where_it_belongs_and_can_be_filled(part: Part, *, said: bool) -> None:
    assert voice(occasion()).part("hello", part) == (Said("Hello.") if said else NOTHING)


def test_a_note_that_fits_no_wording_is_not_told() -> None:
    about = occasion(employer="")
    part = Part(wants=Stem.STRUCK, all=("At {employer} {note}.",))
    note = Note("it is warm", Stem.STRUCK)
    assert voice(about, note).part("struck", part) == NOTHING
    assert voice(occasion(), note).part("struck", part).used == (0,)


def test_there_are_never_more_notes_than_wordings() -> None:
    part = Part(wants=Stem.STRUCK, all=("It struck me that {note}.",))
    notes = (Note("it is warm", Stem.STRUCK), Note("it is dry", Stem.STRUCK))
    said = voice(occasion(), *notes).part("struck", part)
    assert said == Said("It struck me that it is warm.", (0,))


def test_where_no_wording_fits_nothing_is_said() -> None:
    assert voice(occasion(met=None)).phrase("subject", Wordings(all=("About {day}",))) == ""
