"""Numbers of messages, kept as runs: a mailbox of any size takes a few of them."""

import re
from collections.abc import Iterable, Iterator

Uids = tuple[range, ...]  # ascending, each with step 1, none empty

RUN = re.compile(r"(\d{1,10})(?::(\d{1,10}))?")


def of(numbers: Iterable[int]) -> Uids:
    """Return numbers, in any order, as runs."""
    runs: list[range] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return tuple(runs)


def parsed(text: str) -> Uids:
    """Return the runs of a sequence set as servers write it (RFC 4731): 2,10:11, in any order."""
    pairs = [(int(first), int(last or first)) for first, last in RUN.findall(text)]
    runs = sorted((min(pair), max(pair)) for pair in pairs)
    return tuple(range(first, last + 1) for first, last in runs)


def written(uids: Uids) -> str:
    """Return runs as a sequence set (RFC 3501): 2,10:11."""
    return ",".join(
        f"{run.start}:{run.stop - 1}" if len(run) > 1 else str(run.start) for run in uids
    )


def above(uids: Uids, limit: int) -> Uids:
    """Return those that are greater than a limit."""
    cut = (range(max(run.start, limit + 1), run.stop) for run in uids)
    return tuple(run for run in cut if run)


def count(uids: Uids) -> int:
    """Return how many there are."""
    return sum(map(len, uids))


def slices(uids: Uids, most: int) -> Iterator[tuple[int, ...]]:
    """Yield them in ascending order, at most `most` at a time."""
    pile: list[int] = []
    for run in uids:
        for start in range(run.start, run.stop, most):
            pile += range(start, min(start + most, run.stop))
            while len(pile) >= most:
                yield tuple(pile[:most])
                del pile[:most]
    if pile:
        yield tuple(pile)
