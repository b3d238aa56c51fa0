"""A rule's authority is its basis, but for a house, which speaks for itself alone."""

import pytest

from afterword.etiquette.vocabulary import Basis
from tests.etiquette.rulebook.shelf import base, house, region, rule, sector


def test_law_is_the_strongest_basis_and_a_house_the_weakest() -> None:
    ranks = [rule(base(f'[row]\nbasis = "{basis}"')).rank for basis in Basis]
    assert ranks == sorted(ranks)
    assert [*Basis][:: len(Basis) - 1] == [Basis.LAW, Basis.HOUSE]


@pytest.mark.parametrize("basis", Basis)
def test_whatever_basis_a_house_claims_it_speaks_as_a_house(basis: Basis) -> None:
    assert rule(house(f'[row]\nbasis = "{basis}"')).rank == rule(base('[r]\nbasis = "house"')).rank


def test_a_house_is_more_specific_than_a_sector_than_a_region_than_the_base() -> None:
    layers = [base("[row]"), region("[row]", "FR"), sector("[row]", "tech"), house("[row]")]
    assert [rule(layer).specificity for layer in layers] == [0, 1, 2, 3]
