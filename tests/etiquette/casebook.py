"""The case files: situations in which somebody else, or a row itself, says what is right."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from afterword.etiquette.decode import from_json
from afterword.etiquette.judge import Verdict, judge
from afterword.rulebooks import rulebook

CASES = Path(__file__).parents[1] / "cases"
BOOK = rulebook()
REFUSED_OR_DELAYED = {"no", "stop", "wait"}


class Case(msgspec.Struct, frozen=True):
    """One situation, what is expected, how sure its sources are, and what Afterword says."""

    id: str
    consensus: str
    expected: dict[str, str]
    verdict: Verdict

    @property
    def agrees(self) -> bool:
        """Whether the verdict is the expected word."""
        return self.verdict.verdict == self.expected["verdict"]

    @property
    def is_nuisance(self) -> bool:
        """Whether an act is let through that the source refuses or delays."""
        return self.verdict.verdict == "go" and self.expected["verdict"] in REFUSED_OR_DELAYED

    @property
    def is_over_cautious(self) -> bool:
        """Whether an act is refused that the source recommends."""
        return self.verdict.verdict in {"no", "stop"} and self.expected["verdict"] == "go"

    @property
    def rules(self) -> set[str]:
        """The ids of the rows that decide or agree."""
        return {reason.rule for reason in self.verdict.because}


@cache
def cases(name: str) -> tuple[Case, ...]:
    """Return the judged cases of `tests/cases/<name>.jsonl`."""
    return tuple(_read(CASES / f"{name}.jsonl"))


def _read(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        verdict = judge(from_json(line), BOOK)
        yield Case(raw["id"], raw["consensus"], raw["expected"], verdict)


def agreement(name: str, consensus: str) -> float:
    """Return how large a part of the cases of one strength of evidence agrees."""
    agreeing = Counter(case.agrees for case in cases(name) if case.consensus == consensus)
    return agreeing[True] / agreeing.total()
