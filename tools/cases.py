"""Hold the verdicts against published advice.

python -m tools.cases              shared/cases/score.py on the open cases beside the checkout
python -m tools.cases FILE...      the same counts for case files of our own
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from afterword import rulebooks
from afterword.etiquette import decode
from afterword.etiquette.judge import judge
from afterword.etiquette.vocabulary import Word

SHARED = Path(__file__).parents[2] / "shared/cases"
LEVELS = ("consensus", "majority", "disputed")
RESTRAINED = {Word.NO, Word.STOP, Word.WAIT}


class Score(msgspec.Struct, frozen=True):
    """How far verdicts and published advice agree; the names are those of cases.

    A nuisance is an act let through that the source refuses or delays; over-caution refuses one
    that the source recommends.
    """

    total: dict[str, int]
    right: dict[str, int]
    nuisances: tuple[str, ...]
    overcautious: tuple[str, ...]

    def agreement(self, level: str) -> float:
        """Return the share of cases of a level on which both agree."""
        return self.right.get(level, 0) / self.total[level]


def score(path: Path) -> Score:
    """Judge every case in a file and count."""
    book = rulebooks.rulebook()
    total, right = Counter[str](), Counter[str]()
    nuisances, overcautious = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        expected, got = (
            Word(case["expected"]["verdict"]),
            judge(decode.from_json(line), book).verdict,
        )
        total[case["consensus"]] += 1
        right[case["consensus"]] += expected is got
        if got is Word.GO and expected in RESTRAINED:
            nuisances.append(case["id"])
        if got in {Word.NO, Word.STOP} and expected is Word.GO:
            overcautious.append(case["id"])
    return Score(total, right, tuple(nuisances), tuple(overcautious))


def told(path: Path) -> Iterator[str]:
    """Return the score of a file, a line each."""
    found = score(path)
    everything = sum(found.total.values())
    yield f"{path}: {everything} cases"
    for level in LEVELS:
        if level in found.total:
            count = f"{found.right[level]}/{found.total[level]}"
            yield f"  {level:10} {count:>8} {found.agreement(level):7.1%}"
    for name, cases in (("nuisances", found.nuisances), ("over-cautious", found.overcautious)):
        yield f"  {name:14} {len(cases)} ({len(cases) / everything:.1%}) {' '.join(cases)}"


def shared() -> int:
    """Run the shared score on the shared cases; return its exit code."""
    program, cases = SHARED / "score.py", SHARED / "open.jsonl"
    if not program.exists():
        print("There is no shared/cases beside this checkout; the product's own copies say:")
        print("\n".join(told(Path(__file__).parents[1] / "tests/cases/open.jsonl")))
        return 0
    book = rulebooks.rulebook()
    situations = map(decode.from_json, cases.read_text(encoding="utf-8").splitlines())
    answers = [decode.to_json(judge(situation, book)).decode() for situation in situations]
    return subprocess.run(  # noqa: S603  our own program on our own file
        [sys.executable, str(program), str(cases), "--misses"],
        input="\n".join(answers),
        text=True,
        check=False,
    ).returncode


def main() -> int:
    """Score what was named, or the open cases; return the exit code."""
    for name in sys.argv[1:]:
        print("\n".join(told(Path(name))))
    return 0 if sys.argv[1:] else shared()


if __name__ == "__main__":
    sys.exit(main())
