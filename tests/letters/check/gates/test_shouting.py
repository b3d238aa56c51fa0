"""Nobody is shouted at: not with marks, and not with capitals."""

import pytest

from afterword.etiquette.vocabulary import Channel
from afterword.letters.check.gates import shouting
from afterword.letters.kind import Kind
from tests.letters.check.desk import better, found, letter, sheet


@pytest.mark.parametrize(
    ("said", "loud"),
    [
        ("Thank you!!", "!!"),
        ("Thank you! !", "! !"),
        ("Really?!", "?!"),
        ("Really!?", "!?"),
        ("Really??", "??"),
    ],
)
def test_several_marks_shout(said: str, loud: str) -> None:
    laid = sheet(letter(f"{said} I liked the tour."))
    assert f"fix: {loud}" in found(shouting, laid)
    assert letter(f"{said.replace(loud, '.')} I liked the tour.") in better(shouting, laid)


@pytest.mark.parametrize(
    ("said", "loud"),
    [
        ("I was SO VERY glad.", "SO VERY"),
        ("I was REALLY glad.", None),
        ("I was DELIGHTED with it.", "DELIGHTED"),
        ("This is MY DREAM JOB.", "MY DREAM JOB"),
    ],
)
def test_words_in_capitals_shout_when_they_are_several_or_long(said: str, loud: str | None) -> None:
    laid = sheet(letter(said))
    assert found(shouting, laid) == ([f"fix: {loud or 'REALLY'}"])


@pytest.mark.parametrize(
    "said",
    [
        "I have my CPR card, and an MBA.",
        "I worked for the NHS in the UK.",
        "I know the RIVERSIDE HOSPITAL sign.",  # their own name
        "I use the EMIS system, as noted.",
        "I am Sam. A tour? Yes!",
        "I read the XQZTR plan, and the QWXZPLM one.",  # no words
        "I was SO glad.",
    ],
)
def test_short_forms_names_and_one_short_word_do_not_shout(said: str) -> None:
    assert found(shouting, sheet(letter(said), "EMIS on every desk")) == []


@pytest.mark.parametrize(
    ("marks", "weighs"), [(1, []), (2, ["consider: !"]), (3, ["consider: !"]), (4, ["fix: !"])]
)
def test_thanks_bear_one_exclamation_mark(marks: int, weighs: list[str]) -> None:
    body = " ".join(["I liked it!"] * marks)
    assert found(shouting, sheet(letter(body), kind=Kind.THANKS)) == weighs


def test_a_card_and_a_question_bear_none() -> None:
    one = letter("I liked it! Thank you.")
    assert found(shouting, sheet(one, channel=Channel.HANDWRITTEN)) == ["consider: !"]
    assert found(shouting, sheet(one, kind=Kind.CHECK_IN)) == ["consider: !"]


def test_the_mark_that_is_one_too_many_is_pointed_at() -> None:
    text = letter("One! Two! Three.")
    (finding,) = shouting.look(sheet(text))
    assert text[: finding.end].endswith("Two!")
