"""Train the ear, and write it where the product finds it: `python -m training.train --help`."""

import argparse
import copy
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from afterword.dictionary import dictionary
from afterword.ear.tokens import words
from training.letters import (
    CLASSES,
    DRAFTS,
    MESSAGES,
    SENTENCES,
    Letter,
    bank,
    drafts,
    lessons,
    letter,
    messages,
)
from training.network import (
    ACTS,
    FIRST_ACT,
    FIRST_STAGE,
    STAGES,
    Network,
    Reader,
    in_batches,
    loss,
)
from training.own import own

HERE = Path(__file__).parents[1] / "src/afterword/ear"
LAYERS, ROUNDS, BATCH = 4, 3, 16
FAST, FASTER = 5e-5, 1e-3
CALM = 0.995
WARM_UP, LOWEST = 0.06, 0.02
COMMON_WORDS = 15_000
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
OPERATORS = 17


def train(
    written: Sequence[Letter],
    banked: Sequence[Letter],
    encoder: Path,
    *,
    rounds: int,
    state: Path | None = None,
) -> tuple[Network, Reader]:
    """Return a network that has been taught, and the reader that goes with it.

    With a `state`, the network goes on from what it knew at the end of an earlier training.
    """
    chance = Random(rounds)
    torch.manual_seed(rounds)
    network = Network(encoder, LAYERS)
    if state:
        network.load_state_dict(torch.load(state, weights_only=True))
    reader = Reader((encoder / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    optimizer = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": FAST},
            {"params": network.head.parameters(), "lr": FASTER},
        ],
        weight_decay=0.01,
    )
    steps = rounds * len(lessons(written, banked, Random(rounds))) // BATCH
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(1, step / (WARM_UP * steps + 1)) * max(LOWEST, 1 - step / steps),
    )
    # What is kept is the average of the last few hundred steps, which is calmer than any of them.
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(CALM))
    begun = time.perf_counter()
    for number in range(1, rounds + 1):
        total, batches = 0.0, in_batches(lessons(written, banked, chance), BATCH, chance)
        network.train()
        for some in batches:
            batch = reader.batch(some)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                heard = network(reader.blurred(batch.pieces), batch.mask, batch.pooling)
            wrong = loss(heard.float(), batch)
            optimizer.zero_grad()
            wrong.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(network)
            total += wrong.item()
        took = time.perf_counter() - begun
        print(
            f"round {number} of {rounds}: loss {total / len(batches):.3f}, {took:.0f} s", flush=True
        )
    network.load_state_dict(average.module.state_dict())
    return network.eval(), reader


class Exported(nn.Module):
    """The network for one letter at a time: chances, and nothing to mask."""

    def __init__(self, network: Network) -> None:
        """Wrap a network."""
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, pooling: Tensor) -> Tensor:
        """Return for each sentence the chance (0 to 1) of stumbling, and of each class."""
        heard: Tensor = self.network(pieces, torch.ones_like(pieces), pooling)
        return torch.sigmoid(heard)


def export(
    network: Network, reader: Reader, texts: Iterable[str], out: Path, card: dict[str, object]
) -> None:
    """Write weights, vocabulary and card; pieces that nobody is likely to write are left out."""
    vocabulary = list(reader.pieces.numbers)
    kept = _kept(reader, texts)
    network = copy.deepcopy(network)
    table = network.encoder.embeddings.word_embeddings
    table.weight = nn.Parameter(table.weight[kept].detach())
    numbers = {old: new for new, old in enumerate(kept)}
    (out / "vocabulary.txt").write_text(
        "\n".join(vocabulary[old] for old in kept), encoding="utf-8"
    )
    whole = out / "whole.onnx"
    example = torch.zeros(1, 12, dtype=torch.long), torch.zeros(1, 2, 12)
    torch.onnx.export(
        Exported(network).eval(),
        example,
        str(whole),
        input_names=["pieces", "pooling"],
        output_names=["chances"],
        dynamic_axes={
            "pieces": {1: "pieces"},
            "pooling": {1: "sentences", 2: "pieces"},
            "chances": {1: "sentences"},
        },
        opset_version=OPERATORS,
        dynamo=False,
    )
    # Seven bits, because eight overflow on processors that lack the newest instructions.
    quantize_dynamic(whole, out / "weights.onnx", weight_type=QuantType.QInt8, reduce_range=True)
    whole.unlink()
    card = {
        "classes": CLASSES,
        "stages": STAGES,
        "acts": ACTS,
        "stage_pieces": [numbers[FIRST_STAGE + place] for place in range(len(STAGES))],
        "act_pieces": [numbers[FIRST_ACT + place] for place in range(len(ACTS))],
        **card,
    }
    (out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _kept(reader: Reader, texts: Iterable[str]) -> list[int]:
    """Return the numbers of the pieces to keep, in order."""
    pieces = reader.pieces
    common = dictionary().words.word_frequency.dictionary
    frequent = sorted(common, key=common.__getitem__, reverse=True)[:COMMON_WORDS]
    kept = {pieces[piece] for piece in SPECIAL}
    kept |= {number for word in frequent for number in pieces.of_word(word)}
    kept |= {number for text in texts for word in words(text) for number in pieces.of_word(word)}
    kept |= {
        number for piece, number in pieces.numbers.items() if len(piece.removeprefix("##")) == 1
    }
    kept |= {FIRST_STAGE + place for place in range(len(STAGES))}
    kept |= {FIRST_ACT + place for place in range(len(ACTS))}
    return sorted(kept)


def main(arguments: Sequence[str]) -> None:
    """Train on everything that is no exam, and write the ear."""
    asked = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    asked.add_argument("encoder", type=Path, help="the folder of all-MiniLM-L6-v2")
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("--out", type=Path, default=HERE)
    asked.add_argument("--state", type=Path, help="keep what it knows in this file")
    asked.add_argument("--go-on", type=Path, help="go on from what it knew in this file")
    asked.add_argument("--mend", type=float, default=0.5, help="speak up from this chance on")
    asked.add_argument("--think", type=float, default=0.3, help="and quietly from this one on")
    asked.add_argument("--date", required=True, help="of the training, ISO 8601")
    given = asked.parse_args(arguments)
    labelled = drafts(sorted(DRAFTS.glob("*.jsonl")))
    written = [*map(letter, labelled), *messages(sorted(MESSAGES.glob("*.tsv"))), *own(labelled)]
    banked = bank(sorted(SENTENCES.glob("*.tsv")))
    network, reader = train(written, banked, given.encoder, rounds=given.rounds, state=given.go_on)
    if given.state:
        torch.save(network.state_dict(), given.state)
    texts = [sentence.text for one in [*written, *banked] for sentence in one.sentences]
    card = {"mend": given.mend, "think": given.think, "trained": given.date}
    export(network, reader, texts, given.out, card)


if __name__ == "__main__":
    main(sys.argv[1:])
