"""How long a person waits for one answer, against an empty Python."""

import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import afterword
from bench.cases import Row, best, lines

RUNS = 15


def rows(scale: int) -> Iterator[Row]:
    """Yield the start-up of `afterword judge one.json` as a multiple of `python -c pass`."""
    compileall.compile_dir(Path(afterword.__file__).parent, quiet=1)
    cases = {b"thank-you": "a thank-you", b"check-in": "a check-in, which needs the holiday tables"}
    empty = _seconds(["-c", "pass"], scale)
    yield "an empty Python", f"{empty * 1e3:.0f} ms", ""
    for act, name in cases.items():
        line = next(line for line in lines() if b'"act": "' + act in line)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "one.json"
            file.write_bytes(line)
            seconds = _seconds(["-m", "afterword", "judge", str(file)], scale)
        aim = "≤ 8 ×" if act == b"thank-you" else ""
        ratio = seconds / empty
        yield f"`afterword judge one.json`: {name}", f"{seconds * 1e3:.0f} ms, {ratio:.1f} ×", aim


def _seconds(arguments: list[str], scale: int) -> float:
    command = [sys.executable, *arguments]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def run() -> None:
        subprocess.run(  # noqa: S603  our own program
            command, check=True, stdout=subprocess.DEVNULL, env=environment
        )

    return best(run, rounds=max(3, RUNS // scale))
