"""How well the ear hears authors and scenarios it was not taught: `python -m training.folds`.

Each fold leaves some drafts out, trains on all others and the bank, and hears those left out. What
is printed is the share of bad drafts heard where 2, 5 and 10 % of the good ones are heard falsely,
and the threshold that gives it; gates play no part in it.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch

from training.letters import (
    CLASSES,
    DRAFTS,
    MESSAGES,
    SENTENCES,
    Letter,
    bank,
    drafts,
    letter,
    messages,
)
from training.network import Network, Reader
from training.own import own
from training.train import ROUNDS, train

FALSELY = (0.02, 0.05, 0.10)
FOLDS = 5
AT_ONCE = 16

Folds = Iterator[tuple[str, Callable[[dict[str, Any]], bool]]]


def by_author(some: Sequence[dict[str, Any]], only: str) -> Folds:
    """Yield a fold for each author, or for the one that is named."""
    for author in sorted({draft["author"] for draft in some}):
        if not only or author == only:
            yield author, lambda draft, author=author: draft["author"] == author  # type: ignore[misc]


def by_scenario(some: Sequence[dict[str, Any]]) -> Folds:
    """Yield folds of whole scenarios, so that none is half taught."""
    scenarios = sorted({draft["scenario"] for draft in some})
    for fold in range(FOLDS):
        out = set(scenarios[fold::FOLDS])
        yield f"scenarios {fold + 1}", lambda draft, out=out: draft["scenario"] in out  # type: ignore[misc]


@torch.no_grad()
def heard(network: Network, reader: Reader, letters: Sequence[Letter]) -> list[float]:
    """Return for each letter the chance (0 to 1) of its worst sentence."""
    worst: list[float] = []
    for at in range(0, len(letters), AT_ONCE):
        some = letters[at : at + AT_ONCE]
        batch = reader.batch(some)
        chances = torch.sigmoid(network(batch.pieces, batch.mask, batch.pooling))[..., 0]
        for row, one in zip(chances, some, strict=True):
            worst.append(max(row[: len(one.sentences)].tolist(), default=0.0))
    return worst


def figures(name: str, some: Sequence[dict[str, Any]], chances: Sequence[float]) -> str:
    """Return one line of figures."""
    pairs = list(zip(some, chances, strict=True))
    good = sorted((chance for draft, chance in pairs if draft["label"] == "good"), reverse=True)
    bad = [chance for draft, chance in pairs if _is_tactless(draft)]
    parts = []
    for share in FALSELY:
        threshold = good[int(share * len(good))]
        found = sum(chance > threshold for chance in bad) / len(bad)
        parts.append(f"{share:.0%}: {found:.1%} (from {threshold:.2f})")
    return f"{name} ({len(bad)} bad, {len(good)} good)  {'  '.join(parts)}"


def _is_tactless(draft: dict[str, Any]) -> bool:
    return any(fault["class"] in CLASSES for fault in draft["faults"])


def main(arguments: Sequence[str]) -> None:
    """Print the figures of every fold, and of all together."""
    asked = argparse.ArgumentParser(prog="python -m training.folds", description=__doc__)
    asked.add_argument("encoder", type=Path, help="the folder of all-MiniLM-L6-v2")
    asked.add_argument("--by", choices=("author", "scenario"), default="author")
    asked.add_argument("--only", default="", help="leave out this author alone")
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    given = asked.parse_args(arguments)
    some, banked = drafts(sorted(DRAFTS.glob("*.jsonl"))), bank(sorted(SENTENCES.glob("*.tsv")))
    folds = by_author(some, given.only) if given.by == "author" else by_scenario(some)
    everything: list[tuple[dict[str, Any], float]] = []
    for name, is_out in folds:
        kept = [draft for draft in some if not is_out(draft)]
        taught = [*map(letter, kept), *messages(sorted(MESSAGES.glob("*.tsv"))), *own(kept)]
        out = [draft for draft in some if is_out(draft)]
        network, reader = train(taught, banked, given.encoder, rounds=given.rounds)
        chances = heard(network, reader, [letter(draft) for draft in out])
        print(figures(name, out, chances), flush=True)
        everything += zip(out, chances, strict=True)
    print(figures("all", [draft for draft, _ in everything], [chance for _, chance in everything]))


if __name__ == "__main__":
    main(sys.argv[1:])
