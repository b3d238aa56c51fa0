"""A text as sentences, each beside its plain words, so that what is found can be quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

import msgspec

END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+(?=[\"“\u2018(]?[^\W_])|\n+")
# "no." and the like end no sentence; nor does a single letter, nor a number before a month.
SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|no|nr|st|ca|ref|approx|vs|inc|ltd|e\.g|i\.e|z\.b|\w)|\b\d{1,2})\.$",
    re.IGNORECASE,
)
PARAGRAPH = re.compile(r"\n\s*\n")
BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
WRAPPED = 45  # a line as long as this was wrapped by a mail program, and goes on in the next
LONGEST = 30_000
CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan'?t\b|\bcan not\b"), "cannot"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"\b(i|we|you|he|she|they)'d\b"), r"\1 would"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|that|there|he|she|here|what)'s\b"), r"\1 is"),
)
# The same, written in haste; "dont" is French, and "im" German.
HASTY = re.compile(r"\b(does|did|is|are|was|were|could|would|should|have|has|had)nt\b")
NOT_WORDS = re.compile(r"[^\w%@+]+")


class Sentence(msgspec.Struct, frozen=True):
    """What somebody wrote, and the same in plain words."""

    quoted: str
    words: str


class Text(msgspec.Struct, frozen=True):
    """A text's sentences; `words` are those of all of them, one a line, to be searched at once."""

    sentences: tuple[Sentence, ...]
    words: str
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Return the number of the sentence at an offset into `words`."""
        return bisect_right(self.starts, offset) - 1


def read(text: str) -> Text:
    """Return a text as sentences."""
    return gathered(tuple(Sentence(one, plain(one)) for one in split(text[:LONGEST])))


def gathered(found: tuple[Sentence, ...]) -> Text:
    """Return sentences as a text."""
    ends = accumulate((len(one.words) + 1 for one in found), initial=0)
    return Text(found, "\n".join(one.words for one in found), tuple(ends)[: len(found)])


def split(text: str) -> Iterator[str]:
    """Yield the sentences of a text, across lines that a mail program wrapped."""
    for paragraph in PARAGRAPH.split(text):
        waiting = ""
        for piece in END.split(_joined(paragraph)):
            waiting = f"{waiting} {piece.strip()}".strip()
            if waiting and not SHORT.search(waiting):
                yield waiting
                waiting = ""
        if waiting:
            yield waiting


def _joined(paragraph: str) -> str:
    joined = ""
    last = 0
    for line in paragraph.split("\n"):
        goes_on = last >= WRAPPED and not BULLET.match(line)
        joined += f"{' ' if goes_on else chr(10)}{line.strip()}"
        last = len(line)
    return joined.strip()


def plain(text: str) -> str:
    """Return a text in plain words: lower case, contractions spelled out, no punctuation."""
    words = text.lower().replace("’", "'").replace("\u2018", "'")
    if "'" in words:
        for pattern, spelled in CONTRACTIONS:
            words = pattern.sub(spelled, words)
    if "nt" in words:
        words = HASTY.sub(r"\1 not", words)
    return NOT_WORDS.sub(" ", words).strip()
