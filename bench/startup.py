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
    empty = _seconds([sys.executable, "-c", "pass"], scale)
    command = str(Path(sys.executable).with_name("afterword"))
    yield "an empty Python", f"{empty * 1e3:.0f} ms", ""
    for act, name in cases.items():
        line = next(line for line in lines() if _proposes(line, act))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "one.json"
            file.write_bytes(line)
            seconds = _seconds([command, "judge", str(file)], scale)
        aim = "≤ 8 ×" if act == b"thank-you" else ""
        ratio = seconds / empty
        yield f"`afterword judge one.json`: {name}", f"{seconds * 1e3:.0f} ms, {ratio:.1f} ×", aim


def _proposes(line: bytes, act: bytes) -> bool:
    return b'"proposal": {"act": "%b", "channel": "email"' % act in line


def _seconds(command: list[str], scale: int) -> float:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def run() -> None:
        subprocess.run(  # noqa: S603  our own program
            command, check=True, stdout=subprocess.DEVNULL, env=environment
        )

    return best(run, rounds=max(3, RUNS // scale))
