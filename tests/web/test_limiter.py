"""Guessing at passwords ends soon, and keeps nobody out who knows theirs."""

from datetime import timedelta

from afterword.web import limiter
from afterword.web.limiter import ADDRESS, HERE, MOST_KNOWN, NAME, Limiter, keys
from tests.web.conftest import NOW

LATER = NOW + limiter.PAUSE + timedelta(seconds=1)


def tried(on: Limiter, times: int, name: str = "alice", address: str = "192.0.2.1") -> int:
    """Try so often; return how often it was let through."""
    return sum(on.admits(keys(name, address), now=NOW) for _ in range(times))


def test_a_name_is_tried_a_few_times_from_one_address_and_then_rests() -> None:
    one = Limiter()
    assert tried(one, 20) == HERE
    assert one.admits(keys("alice", "192.0.2.1"), now=LATER)


def test_a_clock_that_was_set_right_keeps_nobody_out() -> None:
    one = Limiter()
    tried(one, HERE)
    assert one.admits(keys("alice", "192.0.2.1"), now=NOW - timedelta(days=200))


def test_capitals_make_no_other_name() -> None:
    one = Limiter()
    tried(one, HERE)
    assert not one.admits(keys("ALICE", "192.0.2.1"), now=NOW)


def test_who_knows_a_name_cannot_keep_its_owner_out_from_elsewhere() -> None:
    one = Limiter()
    tried(one, 1000)
    assert one.admits(keys("alice", "198.51.100.7"), now=NOW)


def test_an_address_cannot_go_through_many_names() -> None:
    one = Limiter()
    assert sum(tried(one, 1, name=f"name {number}") for number in range(100)) == ADDRESS


def test_a_name_cannot_be_tried_from_everywhere_without_end() -> None:
    one = Limiter()
    assert sum(tried(one, 1, address=f"192.0.2.{number}") for number in range(200)) == NAME


def test_a_success_clears_the_slips_before_it_and_nothing_else() -> None:
    one = Limiter()
    tried(one, HERE - 1)
    one.succeeded(keys("alice", "192.0.2.1"))
    assert tried(one, HERE) == HERE
    assert sum(tried(one, 1, name=f"name {number}") for number in range(100)) < ADDRESS


def test_memory_is_bounded_whatever_is_tried() -> None:
    one = Limiter()
    for number in range(MOST_KNOWN):
        one.admits(keys(f"name {number}", f"10.0.{number // 250}.{number % 250}"), now=NOW)
    assert len(one._attempts) <= MOST_KNOWN + 3  # noqa: SLF001  memory is not seen from outside
