"""An offline dictionary of English: which words there are, how common they are, what was meant.

pyspellchecker brings American word counts; British forms are known by their American ones, and
compounds and derived words by what they are made of, because a word taken for a slip that is none
makes every other finding less believed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from afterword.word_counts import WordCounts

PER_MILLION = 1_000_000
EVERYDAY, COMMON, MEANT = 700, 1, 3
"""Occurrences in a million words: so frequent that it tells nothing, common, likely meant."""

AMERICAN = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("re", "er"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("llor", "lor"),
    ("llous", "lous"),
    ("llen", "len"),
    ("ogue", "og"),
    ("mme", "m"),
    ("oe", "e"),
    ("ae", "e"),
    ("ence", "ense"),
    ("gement", "gment"),
    ("eable", "able"),
    ("plough", "plow"),
    ("mould", "mold"),
    ("que", "ck"),
)
ENDINGS = ("s", "ly", "ness", "less", "ful")
BEFORE_VOWEL = ("es", "ed", "ing", "er", "ers", "able")
"""Endings before which a silent e is lost, as in taking; not a soft one, as in changeable."""
SILENT = re.compile(r"[^acegiouy]e$")
BEGINNINGS = (
    "un",
    "re",
    "over",
    "under",
    "out",
    "non",
    "pre",
    "mis",
    "co",
    "sub",
    "micro",
    "semi",
    "anti",
    "inter",
    "self",
    "multi",
    "mini",
)
SHORTEST_PART = 3
HALF_COMMON = 2


class Dictionary:
    """English, as far as it is written down."""

    def __init__(self) -> None:
        """Load the word counts, which takes a fifth of a second."""
        self.words = WordCounts()
        self.knows = lru_cache(maxsize=50_000)(self._knows)

    def is_everyday(self, word: str) -> bool:
        """Return whether a word is so frequent that it tells nothing by itself."""
        return self._per_million(word) >= EVERYDAY

    def is_common(self, word: str) -> bool:
        """Return whether most people use a word."""
        return self._per_million(word) >= COMMON

    def correction(self, word: str) -> str | None:
        """Return the common word that is one slip away from what is no word, if there is one.

        Of several it is the most frequent, but a slip seldom hits the first letter.
        """
        likely = [one for one in self.words.near(word) if self._per_million(one) >= MEANT]
        return max(
            likely, key=lambda one: (one[0] == word[0], self._per_million(one), one), default=None
        )

    def _per_million(self, word: str) -> float:
        return self.words.count(word) / self.words.total * PER_MILLION

    def _knows(self, word: str) -> bool:
        if word in self.words or any(form in self.words for form in _american(word)):
            return True
        return not self._is_stutter(word) and (
            any(len(stem) >= SHORTEST_PART and stem in self.words for stem in _stems(word))
            or any(self._are_words(one, other) for one, other in _halves(word))
        )

    def _is_stutter(self, word: str) -> bool:
        """Return whether a word is a common one with a letter too many: untill, allready."""
        return any(
            one == other and self._per_million(word[:at] + word[at + 1 :]) >= MEANT
            for at, (one, other) in enumerate(pairwise(word))
        )

    def _are_words(self, one: str, other: str) -> bool:
        rarer = min(self._per_million(one), self._per_million(other))
        return rarer >= HALF_COMMON


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, loaded once."""
    return Dictionary()


def _american(word: str) -> Iterator[str]:
    for british, american in AMERICAN:
        at = word.find(british)
        while at >= 0:
            yield word[:at] + american + word[at + len(british) :]
            at = word.find(british, at + 1)


def _stems(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending)
    for ending in BEFORE_VOWEL:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (f"{stem}e", "" if SILENT.search(stem) else stem)
    for beginning in BEGINNINGS:
        if word.startswith(beginning):
            yield word.removeprefix(beginning)


def _halves(word: str) -> Iterator[tuple[str, str]]:
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield word[:at], word[at:]
