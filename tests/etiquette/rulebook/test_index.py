"""The bitmaps find the rows that a plain reading of each row finds, in the order of strength."""

from collections.abc import Mapping

import pytest
from hypothesis import given

from afterword.etiquette.rulebook import condition
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.facts import Facts, Scope
from afterword.etiquette.rulebook.index import Index, OneWord
from afterword.etiquette.rulebook.rule import Clause, LayerKind, Rule, Value
from tests.etiquette.rulebook.chance import BOOK, any_facts
from tests.etiquette.rulebook.shelf import base, house, region, sector


def naively_matches(rule: Rule, facts: Facts) -> bool:
    """Read a row as its author would: every `when` holds, and no `unless` does."""
    row, layer = rule.row, rule.layer
    given_for: Clause = {}
    if layer.kind is LayerKind.REGION:
        given_for["region"] = layer.countries
    if layer.kind is LayerKind.SECTOR:
        given_for["sector"] = layer.sectors
    if row.act:
        given_for["act"] = row.act
    if row.channel:
        given_for["channel"] = row.channel
    asks = [*given_for.items(), *row.when.items()]
    unless = row.unless.items()
    return all(holds(value, facts[name]) for name, value in asks) and not any(
        holds(value, facts[name]) for name, value in unless
    )


def holds(value: Value, fact: object) -> bool:
    """Return whether one fact is as one value of a clause says."""
    values = value if isinstance(value, tuple) else (value,)
    if isinstance(fact, str | bool):
        return fact in values
    if isinstance(fact, set | frozenset):
        return not fact.isdisjoint(values)
    return fact is not None and all(compares(str(text), fact) for text in values)


def compares(text: str, number: object) -> bool:
    """Return whether a number is as a comparison such as `>= 2`, or a bare `2`, says."""
    *sign, bound = text.split()
    one, other = float(str(number)), float(bound)
    signs = {">=": one >= other, "<=": one <= other, ">": one > other, "<": one < other}
    return signs[sign[0]] if sign else one == other


@given(any_facts)
def test_the_bitmaps_find_what_a_plain_reading_of_every_row_finds(facts: Facts) -> None:
    bits = BOOK.index.all
    for scope in Scope:
        bits &= BOOK.index.matching(scope, facts)
    found = {rule.id for rule in BOOK.index.rows(bits)}
    assert found == {rule.id for rule in BOOK.rules.values() if naively_matches(rule, facts)}


@given(any_facts)
def test_a_live_row_is_one_that_no_matching_row_replaces(facts: Facts) -> None:
    index = BOOK.index
    matching = [rule for rule in index.rules if naively_matches(rule, facts)]
    bits = sum(1 << index.places[rule.id] for rule in matching)
    alive = [
        rule for rule in matching if not any(index.replaces(other, rule) for other in matching)
    ]
    assert index.rows(index.live(bits)) == alive


def index_of(text: str) -> Index:
    """Return the index of one small base page."""
    return Rulebook([base(text)]).index


def found(index: Index, scope: Scope, facts: Mapping[str, object]) -> list[str]:
    """Return the ids of the rows that facts of one scope do not rule out."""
    return [rule.id for rule in index.rows(index.matching(scope, dict(facts)))]


def test_a_row_that_asks_nothing_matches_whatever_the_facts() -> None:
    index = index_of("[anything]")
    assert all(found(index, scope, {}) == ["anything"] for scope in Scope)


@pytest.mark.parametrize(
    ("unanswered", "ids"),
    [
        (None, ["any"]),
        (0, ["any", "less-than-two"]),
        (1, ["any", "less-than-two", "one"]),
        (1.5, ["any", "less-than-two"]),
        (2, ["any"]),
        (3, ["any", "three-to-four"]),
        (4.5, ["any"]),
        (99, ["any"]),
    ],
)
def test_a_number_is_found_between_at_and_beyond_the_bounds(
    unanswered: float | None, ids: list[str]
) -> None:
    index = index_of(
        """
        [any]
        [one]
        when = { unanswered = 1 }
        [less-than-two]
        when = { unanswered = "< 2" }
        [three-to-four]
        when = { unanswered = [">= 3", "<= 4"] }
        """
    )
    assert found(index, Scope.PERSON, {"unanswered": unanswered}) == ids


def test_where_several_words_hold_one_admits_and_another_bars() -> None:
    index = index_of(
        """
        [barring]
        unless = { told = ["email-only"] }
        [both]
        when = { told = ["call-me", "check-back"] }
        unless = { told = ["email-only"] }
        """
    )
    assert found(index, Scope.PERSON, {"told": set()}) == ["barring"]
    assert found(index, Scope.PERSON, {"told": {"call-me"}}) == ["barring", "both"]
    assert found(index, Scope.PERSON, {"told": {"call-me", "email-only"}}) == []


def test_rows_are_heard_by_authority_then_severity_then_layer_then_name() -> None:
    index = Rulebook(
        [
            base(
                """
                [b-no]
                [a-no]
                [a-stop]
                say = "stop"
                [a-law]
                say = "may"
                basis = "law"
                """
            ),
            region("[there-no]", "FR"),
            sector("[here-no]", "tech"),
            house('[ours]\nsay = "stop"\nbasis = "law"'),
        ]
    ).index
    order = ["a-law", "a-stop", "here-no", "there-no", "a-no", "b-no", "ours"]
    assert [rule.id for rule in index.rules] == order


def test_an_otherwise_is_neither_a_refusal_nor_advice() -> None:
    index = index_of('[last]\notherwise = true\n[no]\n[yes]\nsay = "do"')
    assert [rule.id for rule in index.rows(index.otherwise)] == ["last"]
    assert [rule.id for rule in index.rows(index.refusing)] == ["no"]
    assert [rule.id for rule in index.rows(index.advising)] == ["yes"]


def test_a_row_gives_way_to_the_one_that_replaces_it_only_where_that_one_matches() -> None:
    index = index_of('[old]\n[new]\nreplaces = ["old"]')
    old, new = (1 << index.places[name] for name in ("old", "new"))
    assert index.live(old | new) == new
    assert index.live(old) == old


def test_of_two_that_replace_the_same_row_the_more_specific_is_heard() -> None:
    heir = 'replaces = ["old"]'
    book = Rulebook(
        [base("[old]"), region(f"[there]\n{heir}", "FR"), sector(f"[here]\n{heir}", "tech")]
    )
    old, there, here = (book.rules[name] for name in ("old", "there", "here"))
    assert book.index.replaces(here, there)
    assert not book.index.replaces(there, here)
    assert book.index.rows(book.index.live(book.index.all)) == [here]
    assert book.index.replaces(there, old)


def test_an_exception_of_the_base_holds_for_whatever_stands_in_the_row_s_place() -> None:
    heir = 'replaces = ["old"]'
    book = Rulebook([base(f"[old]\n[exception]\n{heir}"), region(f"[there]\n{heir}", "FR")])
    exception, there = book.rules["exception"], book.rules["there"]
    assert book.index.replaces(exception, there)
    assert not book.index.replaces(there, exception)


def test_of_two_heirs_in_one_layer_both_are_heard() -> None:
    index = index_of('[old]\n[one]\nreplaces = ["old"]\n[two]\nreplaces = ["old"]')
    assert [rule.id for rule in index.rows(index.live(index.all))] == ["one", "two"]


def test_a_word_finds_the_rows_that_admit_it_and_those_that_do_not_ask() -> None:
    column = OneWord({1: condition.Test("stage", frozenset({"filled", "parted"}))}, free=2)
    assert (column.bits("filled"), column.bits("parted"), column.bits("applied")) == (3, 3, 2)


def test_no_bits_are_no_rows() -> None:
    assert index_of("[row]").rows(0) == []


def test_a_condition_that_cannot_be_read_is_refused() -> None:
    page = base('[row]\nwhen = { stage = "limbo" }')
    with pytest.raises(condition.Unreadable, match="does not take limbo"):
        Index([Rule("row", page.rows["row"], page.layer)])
