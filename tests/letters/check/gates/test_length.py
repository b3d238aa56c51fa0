"""A letter is no longer than its kind bears, and no sentence longer than a breath."""

import pytest

from afterword.etiquette.vocabulary import Channel
from afterword.letters.bands import band
from afterword.letters.check.gates import length
from afterword.letters.kind import Kind
from tests.letters.check.desk import letter, sheet
from tests.letters.desk import occasion

KINDS = (Kind.THANKS, Kind.CHECK_IN, Kind.EXIT_REJECTED, Kind.ACCEPT)


def told(words: int, kind: Kind, channel: Channel = Channel.EMAIL) -> list[str]:
    """Return what the gate says of a body of so many words: the severity and the first words."""
    body = " ".join(["One two three four five."] * (words // 5) + ["And."] * (words % 5))
    laid = sheet(letter(body), kind=kind, channel=channel)
    assert len(laid.message.words) == words
    return [f"{one.severity}: {' '.join(one.reason.split()[:3])}" for one in length.look(laid)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.HANDWRITTEN])
def test_it_is_said_how_many_words_are_too_many(kind: Kind, channel: Channel) -> None:
    limits = band(occasion(kind, channel=channel))
    assert told(limits.ask, kind, channel) == []
    asked = f"consider: {limits.ask + 1} words; {limits.high}"
    assert told(limits.ask + 1, kind, channel) == [asked]
    over = limits.stop + 1
    assert told(over, kind, channel) == [f"fix: {over} words are"]


@pytest.mark.parametrize(
    ("channel", "why"),
    [
        (Channel.EMAIL, "more than anybody reads"),
        (Channel.HANDWRITTEN, "more than a card holds"),
        (Channel.DELIVERY, "more than a card holds"),
    ],
)
def test_a_card_is_full_and_a_reader_is_tired(channel: Channel, why: str) -> None:
    laid = sheet(letter("One two three four five. " * 60), channel=channel)
    assert any(why in one.reason for one in length.look(laid))


def test_a_long_sentence_is_something_to_consider() -> None:
    breath = f"I liked {'the yard and ' * 14}the yard."
    assert len(breath.split()) == 46
    laid = sheet(letter(f"Thank you. {breath}"))
    assert [laid.message.text[one.start : one.end] for one in length.look(laid)] == [breath]
    assert list(length.look(sheet(letter(breath.replace("I liked ", ""))))) == []


@pytest.mark.parametrize("text", ["", " \n\n ", "…"])
def test_nothing_is_too_short(text: str) -> None:
    assert [one.severity for one in length.look(sheet(text))] == ["fix"]
