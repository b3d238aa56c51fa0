"""How many situations a second: in process, and through `judge --jsonl` from JSON to JSON."""

import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice

from afterword import rulebooks
from afterword.etiquette.judge import judge
from afterword.etiquette.plan import plan
from bench.cases import Row, best, lines, situations

WHOLE = 100_000


def rows(scale: int) -> Iterator[Row]:
    """Yield situations per second, in process and through the pipe."""
    book = rulebooks.rulebook()
    cases = situations()
    count = WHOLE // scale
    many = list(islice(cycle(cases), count // 5))
    seconds = best(lambda: [judge(case, book) for case in many])
    yield "situations judged a second, in process", f"{len(many) / seconds:,.0f}", "≥ 10,000"
    seconds = best(lambda: [plan(case, book) for case in cases], rounds=3)
    yield "situations planned a second, in process", f"{len(cases) / seconds:,.0f}", ""
    batch = b"\n".join(islice(cycle(lines()), count))
    command = [sys.executable, "-m", "afterword", "judge", "--jsonl"]
    start = time.perf_counter()
    subprocess.run(command, input=batch, stdout=subprocess.DEVNULL, check=True)  # noqa: S603  ours
    rate = count / (time.perf_counter() - start)
    yield f"situations a second through `judge --jsonl` ({count:,} lines)", f"{rate:,.0f}", ""
