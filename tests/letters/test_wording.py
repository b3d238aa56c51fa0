"""A wording: slots that are filled, choices of which one is taken, and brackets that match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.wording import (
    Unbalanced,
    ends_with,
    fill,
    first_option,
    fits,
    raised,
    read,
    slots,
)

KNOWN = {"when": "on Friday", "role": "planner", "employer": "Acme Inc.", "note": "it works"}


def filled(template: str, option: int = 0, **known: str) -> str:
    return fill(read(template), KNOWN | known, lambda _, count: option % count)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Thank you.", "Thank you."),
        ("Thank you for the talk {when}.", "Thank you for the talk on Friday."),
        ("{When} we talked.", "On Friday we talked."),
        ("Thank you for the talk{ when}.", "Thank you for the talk on Friday."),
        ("Thank you for the talk{ promised}.", "Thank you for the talk."),
        ("Thank you{, when}.", "Thank you, on Friday."),
        ("I talked with {employer}.", "I talked with Acme Inc."),
        ("I talked with {employer} {when}.", "I talked with Acme Inc. on Friday."),
        ("", ""),
    ],
)
def test_slots_are_filled_with_what_is_known(template: str, text: str) -> None:
    assert filled(template) == text


@pytest.mark.parametrize(
    ("option", "text"), [(0, "Thank you."), (1, "Many thanks."), (2, "Thanks on Friday.")]
)
def test_one_option_of_a_choice_is_taken(option: int, text: str) -> None:
    assert filled("[Thank you|Many thanks|Thanks {when}].", option) == text


def test_the_first_option_can_be_asked_for() -> None:
    assert fill(read("[a|b] and [c|d]"), {}, first_option) == "a and c"


def test_an_option_may_be_empty() -> None:
    assert filled("Thank you[ again|].", 1) == "Thank you."


def test_an_option_that_cannot_be_filled_is_not_taken() -> None:
    assert filled("Thank you for [{promised}|the talk].", 0) == "Thank you for the talk."


def test_each_choice_of_a_wording_is_picked_by_its_place() -> None:
    picked: list[int] = []

    def pick(place: int, count: int) -> int:
        picked.append(place)
        return count - 1

    assert fill(read("[a|b] and [c|d]"), {}, pick) == "b and d"
    assert picked == [0, 2]


@pytest.mark.parametrize(
    ("template", "fitting"),
    [
        ("Thank you.", True),
        ("By {promised}.", False),
        ("By{ promised}.", True),
        ("[By {promised}|Soon].", True),
        ("[By {promised}|Until {promised}].", False),
        ("[By {promised}|{When}].", True),
    ],
)
def test_a_wording_fits_when_all_its_slots_can_be_filled(template: str, *, fitting: bool) -> None:
    assert fits(read(template), KNOWN) is fitting


@pytest.mark.parametrize(
    ("template", "last"),
    [
        ("I know that {note}.", True),
        ("May I ask {note}?", True),
        ("You want to {note}. I would like that.", True),
        ("{note}", True),
        ("That {note} is good.", False),
        ("I know that {note}, and more.", False),
        ("I know that {note}[ indeed|].", False),
        ("Thank you.", False),
    ],
)
def test_where_a_note_of_any_length_can_stand(template: str, *, last: bool) -> None:
    assert ends_with(read(template), "note") is last


def test_all_slots_are_found_those_of_choices_too() -> None:
    found = [slot.fact for slot in slots(read("{When} I [saw {role}|left{ employer}|came]."))]
    assert found == ["when", "role", "employer"]


@pytest.mark.parametrize("template", ["[a|b", "a]", "{when", "when}", "[a|[b|c]]", "[a {when]"])
def test_a_bracket_without_its_partner_is_told(template: str) -> None:
    with pytest.raises(Unbalanced, match="a bracket has no partner"):
        read(template)


@pytest.mark.parametrize(
    ("text", "begun"),
    [("on Friday", "On Friday"), ("iPhone repairs", "iPhone repairs"), ("I", "I"), ("", "")],
)
def test_a_sentence_begins_with_a_capital_unless_its_word_has_its_own(
    text: str, begun: str
) -> None:
    assert raised(text) == begun


@given(st.text())
def test_what_fills_a_slot_is_never_read_as_a_wording(note: str) -> None:
    assert fill(read("So: {note}!"), {"note": note}, first_option) == f"So: {note}!"
