"""Numbers kept as runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.mailbox import runs

NUMBERS = st.lists(st.integers(1, 60))


def flat(uids: runs.Uids) -> list[int]:
    return [uid for run in uids for uid in run]


@given(NUMBERS)
def test_runs_hold_each_number_once_and_in_order(numbers: list[int]) -> None:
    assert flat(runs.of(numbers)) == sorted(set(numbers))
    assert runs.count(runs.of(numbers)) == len(set(numbers))


@given(NUMBERS)
def test_what_is_written_can_be_read(numbers: list[int]) -> None:
    assert runs.parsed(runs.written(runs.of(numbers))) == runs.of(numbers)


@given(NUMBERS, st.integers(0, 61))
def test_above_a_limit(numbers: list[int], limit: int) -> None:
    assert flat(runs.above(runs.of(numbers), limit)) == sorted({n for n in numbers if n > limit})


@given(NUMBERS, st.integers(1, 9))
def test_slices_are_full_but_for_the_last(numbers: list[int], most: int) -> None:
    slices = list(runs.slices(runs.of(numbers), most))
    assert [uid for piece in slices for uid in piece] == sorted(set(numbers))
    assert all(len(piece) == most for piece in slices[:-1])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("2,10:11", [2, 10, 11]), ("11:10,2", [2, 10, 11]), ("7", [7]), ("", [])],
)
def test_a_server_s_way_to_write_them(text: str, numbers: list[int]) -> None:
    assert flat(runs.parsed(text)) == numbers


def test_a_mailbox_of_any_size_takes_no_room() -> None:
    whole = runs.parsed("1:4294967295")
    assert len(whole) == 1
    assert next(runs.slices(whole, 3)) == (1, 2, 3)
