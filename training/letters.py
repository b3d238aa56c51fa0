"""The training data as letters: sentences in their order, each with what is wrong with it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from afterword.letters.message import Message, Span

ROOT = Path(__file__).parent
DRAFTS, EXAMS = ROOT / "drafts", ROOT / "exams"
SENTENCES, MESSAGES = ROOT / "sentences", ROOT / "messages"

# What the ear is to hear; every other fault is a gate's affair, and no sentence is taught from it.
CLASSES = (
    "gushing",
    "desperate",
    "pressuring",
    "presumptuous",
    "guilt",
    "transactional",
    "salary",
    "over_apologising",
    "demanding",
    "criticism",
    "over_familiar",
    "complaint",
    "threat",
    "tmi",
    "politics",
    "sarcasm",
    "unclear",
    "self_focused",
    "swearing",
)
TOUCHED, SHORTEST = 0.3, 8
FINE = "ok"

# How a pseudo-letter is made of the sentences of a bank: so many of them, among so many good ones.
FROM_BANK, AMONG, OFTEN = (1, 1, 2, 2, 3), (1, 2, 3), 0.75


class Sentence(NamedTuple):
    """A sentence, what is wrong with it, and whether it may be taught from."""

    text: str
    classes: tuple[str, ...] = ()
    teaches: bool = True


class Letter(NamedTuple):
    """A letter as the ear hears it."""

    act: str
    stage: str
    sentences: tuple[Sentence, ...]
    id: str = ""
    is_good: bool = False


def drafts(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the labelled drafts in some files, each with its file's name as `author`."""
    return [
        json.loads(line) | {"author": path.stem}
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def letter(draft: dict[str, Any]) -> Letter:
    """Return a labelled draft as the ear hears it."""
    message = Message(draft["text"])
    return Letter(
        act=draft["act"],
        stage=draft["stage"],
        sentences=tuple(_labelled(one, draft) for one in message.sentences),
        id=draft["id"],
        is_good=draft["label"] == "good",
    )


def _labelled(sentence: Span, draft: dict[str, Any]) -> Sentence:
    """Return a sentence with the faults that touch more than a little of it."""
    found = []
    for fault in draft["faults"]:
        start = draft["text"].index(fault["span"])
        end = start + len(fault["span"])
        shared = min(end, sentence.end) - max(start, sentence.start)
        if shared > min(SHORTEST, TOUCHED * len(sentence.text)):
            found.append(fault["class"])
    heard = tuple(one for one in found if one in CLASSES)
    return Sentence(sentence.text, heard, teaches=bool(heard) or not found)


def messages(paths: Iterable[Path]) -> list[Letter]:
    """Return the messages in some files, which have no greeting and no name.

    What is wrong with one is wrong with each of its sentences.
    """
    rows = [
        line.split("\t") for path in paths for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        Letter(
            act,
            stage,
            tuple(
                Sentence(one.text, () if class_ == FINE else (class_,))
                for one in Message(f"Dear reader,\n\n{text}").sentences
            ),
            is_good=class_ == FINE,
        )
        for class_, stage, act, text in rows
    ]


def bank(paths: Iterable[Path]) -> list[Letter]:
    """Return the labelled sentences in some files, each as a letter of one sentence."""
    rows = [
        line.split("\t") for path in paths for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        Letter(act, stage, (Sentence(text, () if class_ == FINE else (class_,)),))
        for class_, stage, act, text in rows
    ]


def lessons(written: Sequence[Letter], banked: Sequence[Letter], chance: Random) -> list[Letter]:
    """Return the letters of one round of training.

    Every draft as it is, and every sentence of the bank once, among good sentences of its act.
    """
    made = [*written, *_among_good(written, banked, chance)]
    chance.shuffle(made)
    return made


def _among_good(
    written: Sequence[Letter], banked: Sequence[Letter], chance: Random
) -> Iterator[Letter]:
    good: dict[str, list[Sentence]] = defaultdict(list)
    for one in written:
        if one.is_good:
            good[one.act] += one.sentences
    alike: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for one in banked:
        alike[one.act, one.stage] += one.sentences
    for (act, stage), sentences in alike.items():
        chance.shuffle(sentences)
        at = 0
        while at < len(sentences):
            count = chance.choice(FROM_BANK)
            told = sentences[at : at + count]
            at += count
            if good[act] and chance.random() < OFTEN:
                told += [chance.choice(good[act]) for _ in range(chance.choice(AMONG))]
            chance.shuffle(told)
            yield Letter(act, stage, tuple(told))
