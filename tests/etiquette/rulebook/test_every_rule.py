"""Every row of the built-in rulebook speaks somewhere, with a reason, a source and an authority."""

import pytest

from afterword.etiquette.rulebook.rule import LayerKind, Rule
from afterword.etiquette.vocabulary import Basis, Say
from tests.etiquette.casebook import BOOK, Case, cases

RULES = list(BOOK.rules.values())
PUBLISHED = (*cases("open"), *cases("second-hand"))
WRITTEN = (*cases("rules"), *cases("regions"))


def id_of(one: Rule | Case) -> str:
    """Return how a report names a rule or a case."""
    return one.id


@pytest.mark.parametrize("case", WRITTEN, ids=id_of)
def test_a_row_speaks_in_the_situation_that_was_written_for_it(case: Case) -> None:
    assert case.expected["rule"] == case.id
    assert case.verdict.verdict == case.expected["verdict"]
    assert case.id in case.rules


def test_every_row_speaks_somewhere() -> None:
    speaking = {name for case in (*PUBLISHED, *WRITTEN) if case.agrees for name in case.rules}
    assert [rule.id for rule in RULES if rule.id not in speaking] == []


@pytest.mark.parametrize("rule", RULES, ids=id_of)
def test_a_reason_is_a_sentence(rule: Rule) -> None:
    assert rule.row.why.strip() == rule.row.why
    assert rule.row.why[:1].isupper()
    assert rule.row.why.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=id_of)
def test_a_row_has_a_source_that_a_reader_can_look_up(rule: Rule) -> None:
    assert rule.row.sources
    assert all(source == "seed" or source.startswith("http") for source in rule.row.sources)


@pytest.mark.parametrize("rule", RULES, ids=id_of)
def test_a_row_claims_the_authority_that_its_layer_and_its_sources_have(rule: Rule) -> None:
    basis = rule.row.basis
    assert basis is not Basis.HOUSE
    assert (basis is Basis.SEED) <= ("seed" in rule.row.sources)
    assert (basis is Basis.SEED) <= (rule.layer.kind is LayerKind.BASE)
    assert (basis is Basis.LAW) <= (rule.layer.kind is not LayerKind.BASE)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.row.basis is Basis.DISPUTED], ids=id_of
)
def test_a_disputed_row_says_who_disagrees(rule: Rule) -> None:
    assert rule.row.disagree.endswith(".")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.row.say is Say.ASK], ids=id_of)
def test_a_row_that_says_ask_says_whom(rule: Rule) -> None:
    assert rule.row.ask_whom


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.row.otherwise], ids=id_of)
def test_an_otherwise_holds_whatever_the_facts(rule: Rule) -> None:
    assert (rule.row.say, rule.layer.kind) == (Say.NO, LayerKind.BASE)
    assert (rule.row.when, rule.row.unless, rule.row.channel) == ({}, {}, ())
