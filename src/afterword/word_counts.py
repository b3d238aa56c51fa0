"""How often each English word is written, out of pyspellchecker's table, in a tenth of its memory.

A dict of 160,000 words takes 37 MB. Here, words that begin alike stand in one text, a line each,
and a word is looked for in the text of its first letters.
"""

import gzip
import re
import string
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby

TABLE = "resources/en.json.gz"
ENTRY = re.compile(r'"([^"\\]+)": *([0-9]+)')
BEGINNING, BLOCK = 3, 1 << 16
MUCH_LONGER = 3
"""Letters by which a word may be longer than any there is, and still be a slip of one."""
NOT_A_NUMBER = frozenset({"nan", "inf", "infinity"})

Entry = tuple[str, str]


class WordCounts:
    """Words with their counts; capitals make no difference."""

    def __init__(self) -> None:
        """Read the table, which takes a fifth of a second."""
        self.total, self.longest = 0, 0
        letters: set[str] = set()
        self._lines: dict[str, str] = {}
        for beginning, entries in groupby(_entries(), key=_beginning):
            alike = list(entries)
            self.total += sum(int(count) for _, count in alike)
            self.longest = max(self.longest, *(len(word) for word, _ in alike))
            letters.update(*(word for word, _ in alike))
            told = "".join(f"{word}\t{count}\n" for word, count in alike)
            self._lines[beginning] = self._lines.get(beginning, "\n") + told
        self.letters = "".join(sorted(letters))

    def __contains__(self, word: str) -> bool:
        return self._place(word.lower()) >= 0

    def count(self, word: str) -> int:
        """Return how often a word was counted; 0 for one that was not."""
        word = word.lower()
        place = self._place(word)
        if place < 0:
            return 0
        lines, begins = self._lines[word[:BEGINNING]], place + len(word) + 2
        return int(lines[begins : lines.index("\n", begins)])

    def near(self, word: str) -> set[str]:
        """Return the words that are one slip away: a letter left out, put in, swapped or wrong."""
        word = word.lower()
        return {one for one in self._slips(word) if one in self} if self._is_word(word) else set()

    def _place(self, word: str) -> int:
        """Return where the line before a word ends in the text of its beginning, or -1."""
        lines = self._lines.get(word[:BEGINNING])
        # What could not be printed might hold the signs that lines are made with.
        return lines.find(f"\n{word}\t") if lines and word.isprintable() else -1

    def _slips(self, word: str) -> Iterator[str]:
        for at in range(len(word) + 1):
            before, after = word[:at], word[at:]
            yield from (before + letter + after for letter in self.letters)
            if after:
                yield before + after[1:]
                yield from (before + letter + after[1:] for letter in self.letters)
            if len(after) > 1:
                yield before + after[1] + after[0] + after[2:]

    def _is_word(self, text: str) -> bool:
        """Return whether a text could be a word at all, and not a mark or a number."""
        if len(text) > self.longest + MUCH_LONGER or (
            len(text) == 1 and text in string.punctuation
        ):
            return False
        try:
            float(text)
        except ValueError:
            return True
        return text in NOT_A_NUMBER


def _entries() -> Iterator[Entry]:
    """Yield each word with its count, some lines at a time: the whole text is never needed."""
    packed = files("spellchecker").joinpath(TABLE).open("rb")
    with packed, gzip.open(packed, "rt", encoding="utf-8") as table:
        while lines := table.readlines(BLOCK):
            yield from ENTRY.findall("".join(lines))


def _beginning(entry: Entry) -> str:
    return entry[0][:BEGINNING]
