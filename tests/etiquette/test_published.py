"""What Afterword says is what published advice says; see docs/reference/agreement.md.

Where one of these fails after a change of a rule, run `tools.cases` on the set: it names the cases.
"""

import pytest

from tests.etiquette.casebook import agreement, cases

SETS = ("open", "second-hand", "third-hand")
MOST_NUISANCES = 0.03
MOST_OVER_CAUTION = 0.04
LEAST_OF_THE_MAJORITY = 0.88


@pytest.mark.parametrize(
    ("name", "least"), [("open", 1.0), ("second-hand", 0.95), ("third-hand", 0.95)]
)
def test_where_everybody_agrees_so_does_afterword(name: str, least: float) -> None:
    assert agreement(name, "consensus") >= least


@pytest.mark.parametrize("name", SETS)
def test_where_most_agree_afterword_mostly_does(name: str) -> None:
    assert agreement(name, "majority") >= LEAST_OF_THE_MAJORITY


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_let_through_that_everybody_refuses(name: str) -> None:
    certain = [case for case in cases(name) if case.consensus == "consensus"]
    assert [case.id for case in certain if case.is_nuisance] == []


@pytest.mark.parametrize("name", SETS)
def test_little_is_let_through_that_a_source_refuses(name: str) -> None:
    nuisances = [case.id for case in cases(name) if case.is_nuisance]
    assert len(nuisances) <= MOST_NUISANCES * len(cases(name)), nuisances


@pytest.mark.parametrize("name", SETS)
def test_little_is_refused_that_a_source_recommends(name: str) -> None:
    too_careful = [case.id for case in cases(name) if case.is_over_cautious]
    assert len(too_careful) <= MOST_OVER_CAUTION * len(cases(name)), too_careful


@pytest.mark.parametrize("name", SETS)
def test_a_case_is_told_once(name: str) -> None:
    ids = [case.id for case in cases(name)]
    assert len(ids) == len(set(ids))
