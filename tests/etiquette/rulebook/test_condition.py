"""A condition admits what it says, and one that says nothing is explained to its author."""

import pytest

from afterword.etiquette.rulebook import condition
from afterword.etiquette.rulebook.facts import FIELDS
from afterword.etiquette.vocabulary import Pay
from tests.etiquette.rulebook.shelf import base, region, rule, sector


def asked(field: str, text: str) -> condition.Test:
    """Return what a row asks of one field."""
    return condition.tests(rule(base(f"[row]\n{text}")))[field]


def test_a_row_without_a_condition_asks_nothing() -> None:
    assert condition.tests(rule(base("[row]"))) == {}


@pytest.mark.parametrize(
    ("text", "admits"),
    [
        ('when = { pay = ["open", "settled"] }', {"open", "settled"}),
        ('when = { pay = "open" }', {"open"}),
        ('unless = { pay = ["open"] }', set(Pay) - {"open"}),
        ('when = { pay = ["open", "settled"] }\nunless = { pay = ["open"] }', {"settled"}),
    ],
)
def test_a_word_is_one_of_those_admitted(text: str, admits: set[str]) -> None:
    assert asked("pay", text) == condition.Test("pay", frozenset(admits))


@pytest.mark.parametrize(
    ("text", "admits"),
    [
        ("when = { met = true }", {True}),
        ("when = { met = false }", {False}),
        ("unless = { met = true }", {False}),
        ("when = { met = true }\nunless = { met = true }", set()),
    ],
)
def test_a_flag_is_up_or_down(text: str, admits: set[bool]) -> None:
    assert asked("met", text) == condition.Test("met", frozenset(admits))


@pytest.mark.parametrize(
    ("text", "admits", "bars"),
    [
        ('when = { told = ["call-me", "email-only"] }', {"call-me", "email-only"}, set()),
        ('unless = { told = "call-me" }', set(), {"call-me"}),
        (
            'when = { told = ["call-me"] }\nunless = { told = ["email-only"] }',
            {"call-me"},
            {"email-only"},
        ),
    ],
)
def test_of_several_words_one_is_admitted_and_none_is_barred(
    text: str, admits: set[str], bars: set[str]
) -> None:
    assert asked("told", text) == condition.Test("told", frozenset(admits), frozenset(bars))


@pytest.mark.parametrize(
    ("text", "passing", "failing"),
    [
        ("done = 1", [1], [0, 2]),
        ('done = ">= 2"', [2, 3], [1]),
        ('done = "<= 2"', [0, 2], [3]),
        ('done = "> 2"', [2.5, 3], [2]),
        ('done = "< 2"', [1], [2]),
        ('done = "== 2"', [2], [1, 3]),
        ('done = [">= 1", "< 3"]', [1, 2], [0, 3]),
        ('gift-value = "<= 19.99"', [19.99], [20]),
    ],
)
def test_a_number_passes_every_comparison(
    text: str, passing: list[float], failing: list[float]
) -> None:
    (test,) = condition.tests(rule(base(f"[row]\nwhen = {{ {text} }}"))).values()
    assert all(map(test.passes, passing))
    assert not any(map(test.passes, failing))


def test_act_and_channel_are_part_of_the_condition() -> None:
    asks = condition.tests(rule(base('[row]\nact = ["gift"]\nchannel = ["post", "delivery"]')))
    assert asks == {
        "act": condition.Test("act", frozenset({"gift"})),
        "channel": condition.Test("channel", frozenset({"post", "delivery"})),
    }


def test_a_region_is_part_of_the_condition_of_its_rows() -> None:
    row = rule(region('[row]\nunless = { region = "CA-QC" }', "CA"))
    there = condition.Test("region", frozenset({"CA"}), frozenset({"CA-QC"}))
    assert condition.tests(row) == {"region": there}


def test_a_sector_is_part_of_the_condition_of_its_rows() -> None:
    row = rule(sector("[row]", "tech", "startup"))
    assert condition.tests(row) == {
        "sector": condition.Test("sector", frozenset({"tech", "startup"}))
    }


@pytest.mark.parametrize(
    ("clause", "message"),
    [
        ("mood = true", r"mood: is not a word of the standing; stage, pay, offer"),
        ('stage = "haggling"', r"stage: does not take haggling; it takes nothing-yet, applied"),
        ('told = ["x", "b"]', r"told: does not take b, x; it takes no-thank-you-notes"),
        ("stage = 3", r"stage: 3 is no word; write one, or a list of them"),
        ("stage = true", r"stage: True is no word"),
        ('met = "yes"', r"met: 'yes' is no flag; write true or false"),
        ("met = 1", r"met: 1 is no flag"),
        ('done = "2"', r"done: '2' is no number; write 2, or a comparison such as \">= 2\""),
        ('done = "=> 2"', r"done: '=> 2' is no number"),
        ('done = [">= 1", "few"]', r"done: .* is no number"),
        ("done = true", r"done: True is no number"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_would_be_right(clause: str, message: str) -> None:
    with pytest.raises(condition.Unreadable, match=message):
        condition.tests(rule(base(f"[row]\nwhen = {{ {clause} }}")))


def test_a_number_is_not_barred_but_compared_the_other_way_round() -> None:
    counted = rule(base('[row]\nunless = { done = ">= 1" }'))
    with pytest.raises(condition.Unreadable, match=r"done: is a number; put the opposite"):
        condition.tests(counted)


def test_a_country_may_be_any() -> None:
    assert not FIELDS["region"].words
    assert asked("region", 'when = { region = "ZZ" }').admits == {"ZZ"}
