"""How somebody is called: by what the candidate recorded, and never by a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.situation import Person
from afterword.letters.names import called
from afterword.letters.profile import Register
from tests.letters.desk import ENGLISH, drafted, occasion

TITLES = ENGLISH.usage.titles


@pytest.mark.parametrize(
    ("name", "plain", "formal"),
    [
        # Given and family name, where the order is safe.
        ("Robin Kerr", "Robin", "Robin Kerr"),
        ("Anne-Marie O’Neill", "Anne-Marie", "Anne-Marie O’Neill"),
        ("Šárka Dvořáková", "Šárka", "Šárka Dvořáková"),
        ("  Robin   Kerr ", "Robin", "Robin Kerr"),
        # A title is used where it was recorded, and only there.
        ("Dr Kavita Rao", "Dr Rao", "Dr Rao"),
        ("Prof. Dr. Kavita Rao", "Prof. Dr. Rao", "Prof. Dr. Rao"),
        ("Ms Costa", "Ms Costa", "Ms Costa"),
        ("Dr Wang Wei", "Dr Wang Wei", "Dr Wang Wei"),
        ("Dr Ludwig van Beek", "Dr Ludwig van Beek", "Dr Ludwig van Beek"),
        ("Sir Ian Marsh", "Sir Ian Marsh", "Sir Ian Marsh"),
        ("Sister Mary", "Sister Mary", "Sister Mary"),
        ("Dr", "Dr", "Dr"),
        # What comes after a name is not part of it.
        ("Robin Kerr, PhD", "Robin", "Robin Kerr"),
        ("Robin Kerr, RN, MBA", "Robin", "Robin Kerr"),
        ("Robin Kerr (they/them)", "Robin", "Robin Kerr"),
        # Family names that come first, or none at all: nothing is split off.
        ("Wang Wei", "Wang Wei", "Wang Wei"),
        ("Kim Minjun", "Kim Minjun", "Kim Minjun"),
        ("Tanaka Yuki", "Tanaka Yuki", "Tanaka Yuki"),
        ("Nguyễn Lan", "Nguyễn Lan", "Nguyễn Lan"),
        ("Thảo Linh", "Thảo Linh", "Thảo Linh"),
        ("Szabó Péter", "Szabó Péter", "Szabó Péter"),
        ("Ahmad Salleh", "Ahmad Salleh", "Ahmad Salleh"),
        ("Anna Jónsdóttir", "Anna Jónsdóttir", "Anna Jónsdóttir"),
        # One word, many words, initials, particles.
        ("Aroha", "Aroha", "Aroha"),
        ("María García López", "María García López", "María García López"),
        ("J. Kerr", "J. Kerr", "J. Kerr"),
        ("J Kerr", "J Kerr", "J Kerr"),
        ("JP Morton", "JP Morton", "JP Morton"),
        ("van Dijk", "van Dijk", "van Dijk"),
        ("Kerr, Robin", "Kerr, Robin", "Kerr, Robin"),
        ("R2 D2", "R2 D2", "R2 D2"),
        ("Hiring Team", "Hiring Team", "Hiring Team"),
        # Other scripts.
        ("田中太郎", "田中太郎", "田中太郎"),
        ("محمد علي", "محمد علي", "محمد علي"),
        ("Ольга Петрова", "Ольга Петрова", "Ольга Петрова"),
        ("", "", ""),
    ],
)
def test_what_a_letter_calls_them(name: str, plain: str, formal: str) -> None:
    assert called(name, Register.PLAIN, TITLES) == plain
    assert called(name, Register.WARM_FORMAL, TITLES) == plain
    assert called(name, Register.FORMAL, TITLES) == formal


@given(st.text(), st.sampled_from(Register))
def test_nobody_is_called_anything_that_was_not_recorded(name: str, register: Register) -> None:
    recorded = " ".join(name.split())
    assert all(word in recorded for word in called(name, register, TITLES).split())


def test_whoever_is_not_known_is_no_sir_and_no_madam() -> None:
    greeting = drafted(occasion(to=Person(id="someone"))).body.split("\n\n")[0]
    assert greeting == "Dear hiring team,"
