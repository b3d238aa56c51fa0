"""WordPiece: text as the numbers that the model was taught, without a library that calls a hub.

The scheme is that of BERT (uncased), which the model's beginnings were trained with: lower case, no
accents, punctuation apart, then the longest piece that the vocabulary holds.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

UNKNOWN = "[UNK]"
LONGEST_WORD = 60


class Pieces:
    """A vocabulary: one piece a line, and its line number as its number."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Number the pieces."""
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.of_word = lru_cache(maxsize=20_000)(self._of_word)

    def __getitem__(self, piece: str) -> int:
        """Return the number of a piece; raises KeyError for one that there is not."""
        return self.numbers[piece]

    def of(self, text: str) -> list[int]:
        """Return a text as numbers."""
        return [number for word in words(text) for number in self.of_word(word)]

    def _of_word(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            lead = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if lead + word[start:end] in self.numbers), None)
            if end is None:
                break
            found.append(self.numbers[lead + word[start:end]])
            start = end
        return tuple(found) if start == len(word) else (self.numbers[UNKNOWN],)


def words(text: str) -> Iterator[str]:
    """Yield the words and the marks of a text, plain."""
    word = ""
    for sign in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(sign)
        if kind == "Mn" or (kind.startswith("C") and not sign.isspace()):
            continue
        alone = sign.isspace() or _is_mark(sign, kind)
        if not alone:
            word += sign
            continue
        if word:
            yield word
        word = ""
        if not sign.isspace():
            yield sign
    if word:
        yield word


def _is_mark(sign: str, kind: str) -> bool:
    """Return whether a sign stands by itself; as in BERT, all of ASCII but letters and digits."""
    return kind.startswith("P") or (sign.isascii() and not sign.isalnum())
