"""The material of every measurement: the open cases, as text and decoded."""

import time
from collections.abc import Callable
from pathlib import Path

from afterword.etiquette import decode
from afterword.etiquette.situation import Situation

CASES = Path(__file__).parents[1] / "tests/cases/open.jsonl"
ROUNDS = 5

Row = tuple[str, str, str]


def lines() -> list[bytes]:
    """Return the open cases, a line each."""
    return CASES.read_bytes().splitlines()


def situations() -> list[Situation]:
    """Return the open cases, decoded."""
    return [decode.from_json(line) for line in lines()]


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest of several runs, in seconds: what the machine can do undisturbed."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
