"""Slips of the pen are found and put right; names, other languages and rare words are not."""

import pytest

from afterword.letters.check.gates import spelling
from tests.letters.check.desk import better, found, letter, sheet


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("I recieved your mail.", "I received your mail."),
        ("I am greatful to my freind there.", "I am greatful to my friend there."),
        ("Thank you for takeing me round.", "Thank you for taking me round."),
        ("I allready said so.", "I already said so."),
        ("I thought about the the tour.", "I thought about the tour."),
        ("I thought about The the tour.", "I thought about The tour."),
        ("Thank you for you're time.", "Thank you for your time."),
        ("I hope too hear about it.", "I hope to hear about it."),
        ("I would of come.", "I would have come."),
        ("I liked it more then I expected.", "I liked it more than I expected."),
        ("I think alot of it.", "I think a lot of it."),
    ],
)
def test_a_slip_is_found_with_what_was_meant(slip: str, meant: str) -> None:
    assert better(spelling, sheet(letter(slip))) == [letter(meant)]


@pytest.mark.parametrize(
    "said",
    [
        "I liked the colour of the theatre programme.",  # British
        "I liked the color of the theater program.",  # American
        "The whiteboards stand by the handover desk.",
        "I know that that is so, and had had enough.",
        "Please greet Dvorakova and the xylocarp.",  # a name; and nothing that it could be
        "I ran the fettler’s bench.",
        "It was re-read twice, and teh end.",  # compounds and very short words
        "Vielen Dank für die Führung.",
        "I met Robin Robin.",
        "My freindd is no word that anybody can guess.",
    ],
)
def test_words_that_may_be_meant_are_left_alone(said: str) -> None:
    assert found(spelling, sheet(letter(said))) == []


@pytest.mark.parametrize("note", ["they freind each other", "the freinds", "Freind runs it"])
def test_a_noted_word_is_no_slip(note: str) -> None:
    assert found(spelling, sheet(letter("I liked the freind there."), note)) == []


def test_slips_are_pointed_at_where_they_stand() -> None:
    text = letter("I recieved it. I recieved it twice twice.")
    laid = sheet(text)
    assert found(spelling, laid) == ["fix: twice twice", "fix: recieved", "fix: recieved"]
    assert len({one.start for one in spelling.look(laid)}) == 3
