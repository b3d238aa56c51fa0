"""How many messages are recognised a second on one core, and what a large mailbox costs."""

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from afterword.mailbox.recognising import mime, sources
from afterword.mailbox.recognising.recognise import recognise
from bench.cases import Row

MAIL = Path(__file__).parents[1] / "tests/mail"
FEW = 5


def rows(scale: int) -> Iterator[Row]:
    """Yield messages recognised a second, and memory for a mailbox and one four times as large."""
    boxes = [str(MAIL / "open.mbox"), str(MAIL / "held.mbox")]
    raw = [one.raw for one in sources.messages(boxes) if isinstance(one, sources.Found)]
    for message in raw:
        recognise(mime.read(message))  # compiles the words
    start = time.process_time()
    for message in raw:
        recognise(mime.read(message))
    rate = len(raw) / (time.process_time() - start)
    yield "messages read and recognised in a second of one core", f"{rate:,.0f}", "≥ 300"
    few = max(1, FEW // scale)
    peaks = [_peak(boxes * times) for times in (few, few * 4)]
    yield "memory for a mailbox four times as large", f"{peaks[1] / peaks[0]:.2f} ×", "flat"


def _peak(boxes: list[str]) -> int:
    """Return the most memory that reading mailboxes took, in bytes."""
    tracemalloc.start()
    for one in sources.messages(boxes):
        if isinstance(one, sources.Found):
            recognise(mime.read(one.raw))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
