"""Two people at one employer read two different notes."""

from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.check.gates import siblings
from afterword.letters.check.gates.siblings import overlap
from afterword.letters.message import Message
from tests.letters.check.desk import found, letter, sheet

MINE = "I liked the night handover, which takes two minutes. It reminded me of the harbour office."
OTHER = "The lists by the door made me smile. I have written some like them for a school kitchen."

sentences = st.lists(
    st.sampled_from([*MINE.split(". "), *OTHER.split(". "), "Thank you for your time on Friday"]),
    max_size=4,
).map(". ".join)


def against(body: str, *others: str) -> list[str]:
    """Return what the gate finds in a note, beside others that were written there."""
    notes = tuple(letter(other, "Dear Ada,") for other in others)
    return found(siblings, sheet(letter(body), siblings=notes))


def test_two_different_notes_are_right() -> None:
    assert against(MINE, OTHER) == []
    assert against(MINE) == []


def test_a_sentence_that_stands_in_both_is_found() -> None:
    told = against(f"{MINE} {OTHER}", OTHER)
    assert told == [f"fix: {sentence}" for sentence in _sentences(OTHER)]


def test_capitals_and_accents_do_not_make_a_sentence_another() -> None:
    assert against("The LISTS by the dóor made me smile!", OTHER) == [
        "fix: The LISTS by the dóor made me smile!",
    ]


def test_a_few_words_that_everybody_writes_may_stand_in_both() -> None:
    assert against(f"Thank you again. {MINE}", f"Thank you again. {OTHER}") == []


def test_nearly_the_same_note_is_found_as_a_whole() -> None:
    nearly = MINE.replace("minutes", "hours").replace("harbour", "station")
    assert against(nearly, MINE) == [f"fix: {nearly}"]


def test_each_other_note_is_looked_at() -> None:
    assert against(f"{MINE} {OTHER}", OTHER, "Nothing at all like it.", MINE) != []


@given(sentences, sentences)
def test_overlap_is_the_same_both_ways(one: str, other: str) -> None:
    mine, theirs = Message(letter(one)), Message(letter(other))
    assert overlap(mine, theirs) == overlap(theirs, mine)
    assert 0 <= overlap(mine, theirs) <= 1


@given(sentences)
def test_a_note_overlaps_wholly_with_itself_if_it_says_three_words(body: str) -> None:
    message = Message(letter(body))
    assert overlap(message, message) == float(len(message.words) >= 3)


def _sentences(body: str) -> list[str]:
    return [one.text for one in Message(letter(body)).sentences]
