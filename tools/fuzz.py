"""Break real mail in many ways, and see that it is read all the same: `python -m tools.fuzz [60]`.

It goes on for so many minutes. What stops the reading, or holds it up, is kept in a folder beside
the reason; such a message becomes a case of tests/mailbox/recognising/test_never_raises.py.
"""

import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from afterword.cli.recognise import told
from afterword.etiquette.decode import to_json
from afterword.mailbox.recognising import mime, sources
from afterword.mailbox.recognising.recognise import recognise
from tests.mailbox.recognising.test_never_raises import PIECES
from tools.mail import NOT_MAIL, OWN, SHARED

USUAL, MINUTE = 60.0, 60
LARGEST = 60_000  # bytes of a message that is broken; the larger ones say the same again
MOST_BREAKS, LONGEST_CUT, LONGEST_GRAFT, LONGEST_NOISE = 12, 200, 500, 8
SLOW = 1.0  # seconds of work for one message, after which somebody would wait


class Finding(msgspec.Struct, frozen=True):
    """A message that was not read as any mail must be, and why."""

    raw: bytes
    why: str


class Run(msgspec.Struct):
    """What was tried until now, how long the slowest took, and what was found."""

    tried: int = 0
    slowest: float = 0.0
    findings: int = 0


def originals() -> list[bytes]:
    """Return the mail that is broken: ours, and the shared one where it is."""
    folders = [folder for folder in (OWN, SHARED) if folder.exists()]
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    paths = sorted(str(file) for file in files if file.suffix not in NOT_MAIL)
    found = (one for one in sources.messages(paths) if isinstance(one, sources.Found))
    return [one.raw for one in found if len(one.raw) <= LARGEST]


def broken(chance: random.Random, mail: Sequence[bytes]) -> bytes:
    """Return one of these messages, broken in up to a dozen places."""
    raw = bytearray(chance.choice(mail))
    for _ in range(chance.randint(1, MOST_BREAKS)):
        at = chance.randrange(len(raw) + 1)
        chance.choice(WAYS)(chance, raw, at, mail)
    return bytes(raw)


def _put(chance: random.Random, raw: bytearray, at: int, mail: Sequence[bytes]) -> None:
    del mail
    raw[at:at] = chance.choice(PIECES)


def _cut(chance: random.Random, raw: bytearray, at: int, mail: Sequence[bytes]) -> None:
    del mail
    del raw[at : at + chance.randint(1, LONGEST_CUT)]


def _graft(chance: random.Random, raw: bytearray, at: int, mail: Sequence[bytes]) -> None:
    other = chance.choice(mail)
    begin = chance.randrange(len(other) + 1)
    raw[at:at] = other[begin : begin + chance.randint(1, LONGEST_GRAFT)]


def _garble(chance: random.Random, raw: bytearray, at: int, mail: Sequence[bytes]) -> None:
    del mail
    length = min(chance.randint(1, LONGEST_NOISE), len(raw) - at)
    raw[at : at + length] = chance.randbytes(length)


WAYS: tuple[Callable[[random.Random, bytearray, int, Sequence[bytes]], None], ...]
WAYS = (_put, _put, _cut, _graft, _garble)


def read(raw: bytes) -> Finding | None:
    """Read a message as `afterword recognise --jsonl` does; return what is wrong with that."""
    begun = time.process_time()
    try:
        to_json(told("", recognise(mime.read(raw))))
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        return Finding(raw, traceback.format_exc())
    took = time.process_time() - begun
    return Finding(raw, f"It took {took:.1f} s.") if took > SLOW else None


def findings(seconds: float, seed: int, run: Run) -> Iterator[Finding]:
    """Yield what is found within so many seconds; `run` tells meanwhile how far it is."""
    chance, mail, end = random.Random(seed), originals(), time.monotonic() + seconds  # noqa: S311  no secret
    while time.monotonic() < end:
        raw = broken(chance, mail)
        begun = time.process_time()
        finding = read(raw)
        run.tried += 1
        run.slowest = max(run.slowest, time.process_time() - begun)
        if finding:
            run.findings += 1
            yield finding


def main(minutes: float) -> int:
    """Go on for so many minutes; return 1 if something was found."""
    seed, run = random.SystemRandom().randrange(2**32), Run()
    folder = Path(tempfile.mkdtemp(prefix="afterword-fuzz-"))
    print(f"seed {seed}; what is found goes to {folder}", flush=True)
    for finding in findings(minutes * MINUTE, seed, run):
        name = f"{run.findings:04}"
        (folder / f"{name}.eml").write_bytes(finding.raw)
        (folder / f"{name}.txt").write_text(finding.why, encoding="utf-8")
        print(f"{name} {finding.why.strip().splitlines()[-1]}", flush=True)
    print(f"{run.tried} messages in {minutes:g} minutes; the slowest took {run.slowest:.2f} s")
    print(f"{run.findings} of them were not read as they must be")
    return 1 if run.findings else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else USUAL))
