"""The trained model at work: a whole letter goes in, and how each of its sentences lands comes out.

A sentence is heard among its neighbours, at its stage and in its act. The model reads one sequence:
a mark, the stage, the act, then every sentence with a mark behind it; what it makes of the pieces
of a sentence is averaged, and says how likely a reader stumbles, and over what.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from threading import Lock

import msgspec
import numpy as np
import onnxruntime as ort

from afterword import ear
from afterword.ear.tokens import Pieces
from afterword.letters.check.sheet import Sound
from afterword.letters.finding import Class
from afterword.letters.occasion import Occasion

# Paths are plain text here, as in rulebooks.
FOLDER = ear.__path__[0]
BEGIN, END = "[CLS]", "[SEP]"
LONGEST = 400
"""Pieces of a letter that are heard at once; a longer one is heard in parts."""


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the training wrote down of the model: which number means what, and when to speak."""

    classes: tuple[Class, ...]
    stages: tuple[str, ...]
    acts: tuple[str, ...]
    stage_pieces: tuple[int, ...]
    act_pieces: tuple[int, ...]
    mend: float
    think: float
    trained: str


class Model:
    """The ear, loaded."""

    def __init__(self, folder: str = FOLDER) -> None:
        """Load the weights, the vocabulary and the card: about a tenth of a second."""
        with open(f"{folder}/card.json", "rb") as file:  # noqa: PTH123  as in rulebooks
            self.card = msgspec.json.decode(file.read(), type=Card)
        with open(f"{folder}/vocabulary.txt", encoding="utf-8") as file:  # noqa: PTH123
            self.pieces = Pieces(file.read().split("\n"))
        ort.disable_telemetry_events()  # where the variable in `ear` is not read: on Windows
        options = ort.SessionOptions()
        options.log_severity_level = 3  # warnings about a machine are not for the candidate
        # One letter at a time comes to a person's own computer: threads would wait for each other.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # it keeps a plan of memory for each length of letter
        self._turn = Lock()  # two letters at once would take twice the memory
        self._after = ort.RunOptions()  # and after a letter, nothing is kept for the next
        self._after.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        self.session = ort.InferenceSession(f"{folder}/weights.onnx", options)

    def hear(self, sentences: Sequence[str], occasion: Occasion) -> Sequence[Sound]:
        """Return how each sentence lands, at the stage and in the act of an occasion."""
        opening = self._opening(occasion)
        texts = [self.pieces.of(sentence)[: LONGEST - len(opening) - 1] for sentence in sentences]
        return [sound for part in _parts(texts) for sound in self._heard(opening, part)]

    def _opening(self, occasion: Occasion) -> list[int]:
        card = self.card
        act = card.act_pieces[card.acts.index(occasion.act)] if occasion.act in card.acts else None
        stage = card.stage_pieces[card.stages.index(occasion.phase)]
        return [self.pieces[BEGIN], stage, act if act is not None else self.pieces["[MASK]"]]

    def _heard(self, opening: list[int], texts: Sequence[list[int]]) -> Iterator[Sound]:
        pieces, spans = list(opening), []
        for text in texts:
            spans.append((len(pieces), len(pieces) + len(text)))
            pieces += [*text, self.pieces[END]]
        pooling = np.zeros((1, len(spans), len(pieces)), dtype=np.float32)
        for row, (start, end) in enumerate(spans):
            pooling[0, row, start:end] = 1 / max(1, end - start)
        given = {"pieces": np.array([pieces], dtype=np.int64), "pooling": pooling}
        with self._turn:
            (chances,) = self.session.run(["chances"], given, self._after)
        for row in np.asarray(chances)[0]:
            yield Sound(float(row[0]), self.card.classes[int(np.argmax(row[1:]))])


def _parts(texts: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    """Yield the sentences of a letter in as many parts as the model needs to hear them."""
    part: list[list[int]] = []
    for text in texts:
        if part and sum(map(len, part)) + len(part) + len(text) > LONGEST:
            yield part
            part = []
        part.append(text)
    if part:
        yield part


@cache
def model() -> Model:
    """Return the model, loaded once."""
    return Model()
