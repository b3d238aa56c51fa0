"""Whose turn it is: the same for the same letter, another at each place of a table."""

from itertools import pairwise

import pytest

from afterword.etiquette.situation import Person
from afterword.letters.occasion import Occasion
from afterword.letters.turn import turn
from tests.letters.desk import MONDAY, occasion

EIGHT = 8


def test_the_same_letter_always_takes_the_same_turn() -> None:
    assert turn(occasion(), 3) == turn(occasion(), 3)
    assert turn(occasion(), 0).of("thanks", EIGHT) == turn(occasion(), 0).of("thanks", EIGHT)
    assert turn(occasion(), 0).any("thanks", EIGHT) == turn(occasion(), 0).any("thanks", EIGHT)


def test_no_two_at_a_table_get_the_same() -> None:
    taken = {turn(seated(place), 0).of("thanks", EIGHT) for place in range(5)}
    assert len(taken) == 5


@pytest.mark.parametrize("table", [1, 2, 3, 4, 5, 8])
@pytest.mark.parametrize("count", [1, 2, 3, 8, 10])
def test_variants_step_through_all_wordings_before_one_comes_again(table: int, count: int) -> None:
    taken = [turn(seated(0, table), variant).of("thanks", count) for variant in range(count)]
    assert sorted(taken) == list(range(count))


def test_each_variant_differs_from_the_one_before() -> None:
    taken = [turn(occasion(), variant).of("thanks", EIGHT) for variant in range(20)]
    assert all(one != other for one, other in pairwise(taken))


def test_readers_and_employers_have_turns_of_their_own() -> None:
    others = [occasion(to=Person(id=f"p{number}")) for number in range(40)]
    elsewhere = [occasion(employer=f"Firm {number}") for number in range(40)]
    for group in (others, elsewhere):
        assert len({turn(one, 0).of("thanks", EIGHT) for one in group}) == EIGHT


def test_parts_take_turns_independently() -> None:
    pairs = {
        (one.of("thanks", EIGHT), one.of("struck", EIGHT))
        for number in range(500)
        for one in [turn(occasion(employer=f"Firm {number}"), 0)]
    }
    assert len(pairs) > 60


def seated(place: int, table: int = 5) -> Occasion:
    return occasion(place=place, table=table, met=MONDAY, to=Person(id=f"p{place}"))
