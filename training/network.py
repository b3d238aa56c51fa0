"""The network: the lower layers of a sentence encoder, and a head that hears sentence by sentence.

It begins with the weights of all-MiniLM-L6-v2 (Apache License 2.0; see README.md), of which only
the first layers are kept, because a check has ten milliseconds.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from afterword.ear.tokens import Pieces
from training.letters import CLASSES, Letter

STAGES = ("interviewed", "waiting", "rejected", "offered", "negotiating", "accepted", "declined")
ACTS = (
    "thank-you",
    "check-in",
    "gracious-exit",
    "feedback-request",
    "keep-in-touch",
    "re-approach",
    "share-offer-deadline",
    "correction",
    "apology",
    "send-material",
    "acknowledge-offer",
    "ask-for-time",
    "negotiate",
    "accept",
    "decline",
    "withdraw",
    "update-helper",
    "reply",
    "gift",
)
# Pieces that the encoder's vocabulary leaves unused stand for the stages and the acts.
FIRST_STAGE, FIRST_ACT = 1, 10
LONGEST_SENTENCE, LONGEST_LETTER = 90, 400
LEAD = 3
WIDTH = 384
HIDE_WORD, HIDE_ACT, HIDE_STAGE = 0.1, 0.3, 0.1
CLASS_WEIGHT = 5.0
DOUBT = 0.02


class Batch(NamedTuple):
    """Letters as numbers: pieces, which are real, how to average them, labels, their weight."""

    pieces: Tensor
    mask: Tensor
    pooling: Tensor
    labels: Tensor
    weights: Tensor


class Network(nn.Module):
    """The encoder and the head."""

    def __init__(self, encoder: Path, layers: int) -> None:
        """Load the encoder and keep its first layers."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, attn_implementation="sdpa")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, 1 + len(CLASSES))

    def forward(self, pieces: Tensor, mask: Tensor, pooling: Tensor) -> Tensor:
        """Return for each sentence the logits of stumbling, and of each class."""
        seen = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        heard: Tensor = self.head(self.dropout(torch.bmm(pooling, seen.float())))
        return heard


class Reader:
    """Letters to batches."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Number the pieces of the encoder's vocabulary."""
        self.pieces = Pieces(vocabulary)
        self.begin, self.end = self.pieces["[CLS]"], self.pieces["[SEP]"]
        self.hidden = self.pieces["[MASK]"]

    def batch(self, letters: Sequence[Letter]) -> Batch:
        """Return letters as numbers."""
        read = [self._read(one) for one in letters]
        length = max(len(pieces) for pieces, _ in read)
        most = max(1, *(len(spans) for _, spans in read))
        pieces = torch.zeros(len(read), length, dtype=torch.long)
        mask = torch.zeros_like(pieces)
        pooling = torch.zeros(len(read), most, length)
        labels = torch.zeros(len(read), most, 1 + len(CLASSES))
        weights = torch.zeros(len(read), most)
        for row, ((numbers, spans), one) in enumerate(zip(read, letters, strict=True)):
            pieces[row, : len(numbers)] = torch.tensor(numbers)
            mask[row, : len(numbers)] = 1
            for place, (start, end) in enumerate(spans):
                sentence = one.sentences[place]
                pooling[row, place, start:end] = 1 / max(1, end - start)
                labels[row, place, 0] = bool(sentence.classes)
                for class_ in sentence.classes:
                    labels[row, place, 1 + CLASSES.index(class_)] = 1
                weights[row, place] = sentence.teaches
        return Batch(pieces, mask, pooling, labels, weights)

    def _read(self, one: Letter) -> tuple[list[int], list[tuple[int, int]]]:
        pieces = [
            self.begin,
            FIRST_STAGE + STAGES.index(one.stage),
            FIRST_ACT + ACTS.index(one.act),
        ]
        spans = []
        for sentence in one.sentences:
            numbers = self.pieces.of(sentence.text)[:LONGEST_SENTENCE]
            if len(pieces) + len(numbers) > LONGEST_LETTER:
                break
            spans.append((len(pieces), len(pieces) + len(numbers)))
            pieces += [*numbers, self.end]
        return pieces, spans

    def blurred(self, pieces: Tensor) -> Tensor:
        """Return pieces with some words, acts and stages hidden, so that none is leant on."""
        hide = torch.rand(pieces.shape) < HIDE_WORD
        hide &= pieces != self.end
        hide[:, 0] = False
        hide[:, 1] = torch.rand(len(pieces)) < HIDE_STAGE
        hide[:, 2] = torch.rand(len(pieces)) < HIDE_ACT
        return pieces.masked_fill(hide, self.hidden)


def loss(heard: Tensor, batch: Batch) -> Tensor:
    """Return how wrong the network is about the sentences that teach."""
    labels = batch.labels.clamp(DOUBT, 1 - DOUBT)  # no label is quite certain
    each = functional.binary_cross_entropy_with_logits(heard, labels, reduction="none")
    each = each[..., 0] + CLASS_WEIGHT * each[..., 1:].mean(-1)
    return (each * batch.weights).sum() / batch.weights.sum().clamp(min=1)


def in_batches(letters: list[Letter], size: int, chance: Random) -> list[list[Letter]]:
    """Return letters in batches of like length, in any order."""
    made = []
    for at in range(0, len(letters), size * 16):
        part = sorted(letters[at : at + size * 16], key=_length)
        made += [part[start : start + size] for start in range(0, len(part), size)]
    chance.shuffle(made)
    return made


def _length(one: Letter) -> int:
    return sum(len(sentence.text) for sentence in one.sentences)
