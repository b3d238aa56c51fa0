"""How long a draft is on the desk, and how long the checker takes to come to it."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from afterword.aids import aids
from afterword.letters.check.request import Request
from afterword.letters.check.review import review
from afterword.letters.message import Message
from bench.cases import Row, best

EXAMS = Path(__file__).parents[1] / "training/exams"
HEAVY = {"the ear": "afterword.ear.model", "the dictionary": "afterword.dictionary"}
WORDS, DRAFTS, WARM = 150, 120, 10


def rows(scale: int) -> Iterator[Row]:
    """Yield the time of a review of 150 words, of loading, and whether other commands load it."""
    start = time.perf_counter()
    tools = aids()
    loading = time.perf_counter() - start
    took = []
    for number, request in enumerate(islice(_drafts(), WARM + DRAFTS // scale)):
        start = time.perf_counter()
        review(request.text, request.occasion, request.claims, tools)
        if number >= WARM:
            took.append(time.perf_counter() - start)
    median, late = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    yield f"a draft of {WORDS} words checked, median", f"{median * 1e3:.1f} ms", ""
    yield f"a draft of {WORDS} words checked, p95", f"{late * 1e3:.1f} ms", "≤ 10 ms"
    yield "dictionary, lists and ear loaded, once", f"{loading * 1e3:.0f} ms", ""
    empty = best(partial(_imports, "sys"), rounds=3)
    for name, module in HEAVY.items():
        alone = best(partial(_imports, module), rounds=3) - empty
        yield f"importing {name}, in a fresh Python", f"{alone * 1e3:.0f} ms", ""
    yield "modules of the checker loaded by `afterword plan`", _loaded_by_plan(), "0"


def _drafts() -> Iterator[Request]:
    """Yield drafts of 150 words: the exams' texts, one body after the other until it is enough."""
    requests = [
        msgspec.json.decode(line, type=Request)
        for path in sorted(EXAMS.glob("*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    words: list[str] = []
    for request in requests * 9:
        words += Message(request.text).body.text.split()
        if len(words) >= WORDS:
            text = f"Dear {request.context.to},\n\n{' '.join(words[:WORDS])}\n\nKind regards,\nSam"
            yield msgspec.structs.replace(request, text=text)
            words = []


def _imports(module: str) -> None:
    subprocess.run([sys.executable, "-c", f"import {module}"], check=True)  # noqa: S603  ours


def _loaded_by_plan() -> str:
    code = (
        "import sys; from afterword.cli import main;"
        "main(['plan', 'examples/waiting.toml'], standalone_mode=False);"
        "heavy = {'numpy', 'onnxruntime', 'spellchecker', 'afterword.ear.model'};"
        "print(len(heavy & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run(  # noqa: S603  ours
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    return ran.stderr.strip()
