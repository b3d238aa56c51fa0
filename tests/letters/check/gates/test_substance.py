"""What in a letter could only come from this conversation, and letters in which nothing could."""

import pytest

from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.check.gates import substance
from afterword.letters.check.gates.substance import noted, specifics
from afterword.letters.finding import Class
from afterword.letters.kind import Kind
from tests.letters.check.desk import found, letter, sheet

NOTES = ("half of the orders arrive by fax", "the printer jams at dawn", "I repaired tractors")
EMPTY = "Thank you for your time. It was a pleasure to meet you and to learn about the team."
FAX = "Thank you for your time. The fax made me smile."
FULL = "Thank you for your time. The fax made me smile, since tractors jam too."


def told(body: str, *notes: str, **about: object) -> list[str]:
    """Return what the gate finds in a letter."""
    return found(substance, sheet(letter(body), *notes, **about))  # type: ignore[arg-type]


def test_a_letter_that_tells_nothing_is_found_at_its_longest_sentence() -> None:
    longest = "It was a pleasure to meet you and to learn about the team."
    assert told(EMPTY, *NOTES) == [f"fix: {longest}"]


@pytest.mark.parametrize(("body", "enough"), [(EMPTY, False), (FAX, False), (FULL, True)])
def test_with_many_notes_thanks_tell_two_things(body: str, *, enough: bool) -> None:
    assert (told(body, *NOTES) == []) is enough


def test_with_few_notes_one_thing_is_enough() -> None:
    assert told(FAX, "fax, printer, tractors") == []
    assert told(EMPTY, "fax, printer, tractors") != []


def test_who_arranged_a_conversation_was_not_at_it() -> None:
    assert told(EMPTY, *NOTES, kind=Kind.THANKS_ARRANGING) == []


def test_where_hardly_anything_was_noted_nothing_is_missed() -> None:
    assert told(EMPTY) == []
    assert told(EMPTY, "a fax") == []
    assert told(EMPTY, "we spoke about the time") == []  # words that tell nothing


@pytest.mark.parametrize(
    ("act", "kind", "wanted"),
    [
        (Act.KEEP_IN_TOUCH, Kind.KEEP_IN_TOUCH, True),
        (Act.CHECK_IN, Kind.CHECK_IN, True),
        (Act.CHECK_IN, Kind.CHECK_IN_LAST, False),
        (Act.ACCEPT, Kind.ACCEPT, False),
        (Act.WITHDRAW, Kind.WITHDRAW, False),
    ],
)
def test_some_letters_live_by_what_they_tell(act: Act, kind: Kind, *, wanted: bool) -> None:
    assert (told(EMPTY, *NOTES, act=act, kind=kind) != []) is wanted
    assert told(FAX, *NOTES, act=act, kind=kind) == []


@pytest.mark.parametrize("channel", [Channel.HANDWRITTEN, Channel.TEXT])
def test_a_short_question_has_no_room_for_it_and_short_thanks_have(channel: Channel) -> None:
    asked = {"act": Act.CHECK_IN, "kind": Kind.CHECK_IN, "channel": channel}
    assert told(EMPTY, *NOTES, **asked) == []
    assert told(EMPTY, *NOTES, channel=channel) != []


def test_a_letter_that_says_nothing_at_all_has_no_place_to_point_at() -> None:
    assert found(substance, sheet("", *NOTES)) == []


def test_specifics_are_the_words_of_the_notes_in_the_order_of_the_letter() -> None:
    laid = sheet(letter("Tractors! And your faxes, in the printing room; tractors."), *NOTES)
    assert [word.text for word in specifics(laid)] == ["Tractors", "faxes", "printing", "tractors"]


def test_names_post_and_common_words_are_not_specific() -> None:
    laid = sheet(letter(EMPTY), "Robin is a nurse at the Riverside ward", role="Nurse")
    assert noted(laid) == {"ward"}


def test_one_of_the_notes_is_proposed() -> None:
    (finding,) = substance.look(sheet(letter(EMPTY), *NOTES))
    assert finding.class_ is Class.GENERIC
    assert any(note in finding.alternative for note in NOTES)
