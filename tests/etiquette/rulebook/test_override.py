"""What a candidate may decide about a rule, and what a rulebook is after it."""

import pytest

from afterword.etiquette.rulebook.book import Page, Rulebook
from afterword.etiquette.rulebook.override import (
    LAST_WORD,
    NARROWER,
    NO_WINDOW,
    ORDER,
    OWN,
    Bounds,
    Override,
    fixed,
    forbidden,
    loosens,
    overridden,
    windowed,
)
from afterword.etiquette.rulebook.rule import Rule
from afterword.rulebooks import rulebook
from tests.etiquette.rulebook.shelf import base, house, rule

WINDOW = 'from = "interview + 2 hours"\nbest = "interview + 1 days"\nuntil = "interview + 7 days"'


def row(text: str) -> Rule:
    """Return the one rule of a base layer, about a check-in."""
    return rule(base(f'[row]\nact = ["check-in"]\n{text}'))


def until(text: str) -> Override:
    """Return a decision that puts the end of a window elsewhere."""
    return Override("row", Bounds(until=text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('basis = "law"', "It is law"),
        ('basis = "instruction"', "They told you so"),
        ('basis = "seed"', "It is one of the few"),
        ("otherwise = true", LAST_WORD),
    ],
)
def test_what_is_fixed_says_why(text: str, why: str) -> None:
    assert fixed(row(text)).startswith(why)


@pytest.mark.parametrize("basis", ["consensus", "majority", "disputed"])
def test_what_is_held_by_many_may_be_turned_off(basis: str) -> None:
    found = row(f'basis = "{basis}"')
    assert fixed(found) == forbidden(found, Override("row")) == ""


def test_a_row_of_one_s_own_is_changed_where_it_stands() -> None:
    assert fixed(rule(house('[row]\nact = ["check-in"]'))) == OWN


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        (f'say = "do"\n{WINDOW}', ("from_", "best", "until")),
        (f'say = "do"\nbasis = "seed"\n{WINDOW}', ("from_", "best", "until")),
        (f'say = "do"\nbasis = "law"\n{WINDOW}', ()),
        ('say = "wait"\nuntil = "last-ask + 7 days"', ("until",)),
        ('say = "wait"\nuntil = "next working day"', ()),
        ('say = "wait"\nuntil = "scheduled"', ()),
        ('say = "wait"\nbasis = "seed"\nuntil = "last-ask + 7 days"', ()),
        ('say = "no"', ()),
    ],
)
def test_a_window_may_be_another_where_it_counts_from_an_event(
    text: str, bounds: tuple[str, ...]
) -> None:
    assert windowed(row(text)) == bounds


def test_a_window_that_is_not_there_cannot_be_another() -> None:
    assert forbidden(row('say = "no"'), until("interview + 3 days")) == NO_WINDOW
    assert forbidden(row('say = "no"\nbasis = "law"'), until("interview + 3 days")) != NO_WINDOW


def test_a_window_of_the_founding_article_is_made_narrower_and_not_wider() -> None:
    thanks = row(f'say = "do"\nbasis = "seed"\n{WINDOW}')
    assert forbidden(thanks, until("interview + 3 days")) == ""
    assert forbidden(thanks, until("interview + 8 days")) == NARROWER
    assert forbidden(thanks, Override("row", Bounds(from_="interview + 1 hours"))) == NARROWER


def test_a_window_does_not_end_before_it_begins() -> None:
    assert forbidden(row(f'say = "do"\n{WINDOW}'), until("interview + 1 hours")) == ORDER
    assert forbidden(row(f'say = "do"\n{WINDOW}'), until("word + 1 hours")) == ""


def test_a_bound_that_is_no_moment_is_an_error() -> None:
    with pytest.raises(ValueError, match="not of the form"):
        forbidden(row(f'say = "do"\n{WINDOW}'), until("soon"))


@pytest.mark.parametrize(
    ("text", "decided", "looser"),
    [
        ('say = "no"', Override("row"), True),
        ('say = "wait"', Override("row"), True),
        ('say = "do"', Override("row"), False),
        ('say = "prefer"', Override("row"), False),
        ('say = "wait"\nuntil = "interview + 5 days"', until("interview + 3 days"), True),
        ('say = "wait"\nuntil = "interview + 5 days"', until("interview + 4 working days"), False),
        (f'say = "do"\n{WINDOW}', until("interview + 6 working days"), True),
        (f'say = "do"\n{WINDOW}', until("interview + 4 working days"), False),
        (f'say = "do"\n{WINDOW}', Override("row", Bounds(best="interview + 2 days")), True),
    ],
)
def test_a_decision_is_looser_where_it_allows_more(
    text: str, decided: Override, *, looser: bool
) -> None:
    assert loosens(row(text), decided) is looser


# --- a rulebook in which decisions hold -----------------------------------------------------------

PAGES = [
    base('[general]\nact = ["gift"]\n[other]\nact = ["check-in"]\nuntil = "interview + 1 days"'),
    house('[narrow]\nact = ["gift"]\nwhen = { met = true }\nreplaces = ["general", "other"]'),
]


def after(*decided: Override, pages: list[Page] = PAGES) -> Rulebook:
    """Return the rulebook that decisions leave."""
    return Rulebook(overridden(pages, decided))


def test_a_rule_that_is_off_is_gone_and_replaced_by_nobody() -> None:
    left = after(Override("general"))
    assert set(left.rules) == {"other", "narrow"}
    assert left.rules["narrow"].row.replaces == ("other",)


def test_what_a_rule_stood_in_place_of_is_heard_when_it_is_off() -> None:
    assert set(after(Override("narrow")).rules) == {"general", "other"}


def test_another_window_keeps_everything_else() -> None:
    found = after(Override("other", Bounds(until="interview + 3 days"))).rules["other"]
    assert found.row.until == "interview + 3 days"
    assert found.row.act == ("check-in",)


def test_a_decision_about_a_rule_that_is_not_there_plays_no_part() -> None:
    assert set(after(Override("long gone")).rules) == {"general", "other", "narrow"}


def test_any_one_built_in_rule_that_is_not_fixed_can_be_off() -> None:
    free = [name for name, found in rulebook().rules.items() if not fixed(found)]
    assert len(free) > 100
    for name in free:
        assert name not in after(Override(name), pages=list(rulebook().pages)).rules
