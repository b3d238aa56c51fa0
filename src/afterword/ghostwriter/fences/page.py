"""What every fence looks at: the words of a model, and the ground that they may stand on."""

import re
from functools import cached_property
from typing import Protocol

import msgspec

from afterword.letters.check.lexicon import plain, stem
from afterword.letters.kind import Kind
from afterword.letters.message import WORD

MARKS = ".,;:!?'\"()-’\u2018“”–—…"
ENDS = re.compile(r"(?<=[.!?…:])[\"'”’)]*\s+|\n+")
SHORTENED = re.compile(r"(?:n['’]t|['’](?:d|ll|m|re|s|ve))$", re.IGNORECASE)
FIGURE = re.compile(r"\d+(?:st|nd|rd|th|am|pm|s)?", re.IGNORECASE)


class Dictionary(Protocol):
    """Which words there are, in small letters, and how common they are."""

    def knows(self, word: str) -> bool:
        """Return whether there is such a word."""
        ...

    def is_everyday(self, word: str) -> bool:
        """Return whether a word is so frequent that it tells nothing by itself."""
        ...


class Ground(msgspec.Struct, frozen=True):
    """What a letter of a kind may speak of: the facts, and what is known beside them.

    `orders` are those that went with it.
    """

    kind: Kind
    facts: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    orders: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of the candidate's that was sent."""
        return (*self.facts, *self.known)


class Page:
    """A model's subject and body, without greeting and farewell, which are never its own."""

    def __init__(
        self, text: str, ground: Ground, dictionary: Dictionary, phrases: frozenset[str]
    ) -> None:
        """Lay out what the model wrote; `phrases` are the words of the built-in letters."""
        self.text = text
        self.ground = ground
        self.dictionary = dictionary
        self.phrases = phrases

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences, in order; a line is one, too."""
        return tuple(one for one in ENDS.split(self.text) if one.strip())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, in order."""
        return tuple(WORD.findall(self.text))

    @cached_property
    def noted(self) -> frozenset[str]:
        """The words of the ground, and the parts of its compounds, in small letters."""
        return _words(self.ground.texts)

    @cached_property
    def told(self) -> frozenset[str]:
        """What the forms of those words of the facts share that are not everyday."""
        facts = _words(self.ground.facts)
        return frozenset(stem(word) for word in facts if not self.dictionary.is_everyday(word))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Whatever stands between two spaces of the ground, without the marks around it."""
        return frozenset(bare(token) for text in self.ground.texts for token in text.split())

    def is_noted(self, word: str) -> bool:
        """Return whether a word stands in the ground, in the singular or the plural."""
        whole = plain(word)
        forms = {
            whole,
            f"{whole}s",
            f"{whole}es",
            whole.removesuffix("s"),
            whole.removesuffix("es"),
        }
        return bool(forms & self.noted)

    def is_akin(self, word: str) -> bool:
        """Return whether a form of a word stands in the ground."""
        return self.is_noted(word) or stem(word) in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.noted))


def _words(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        plain(part)
        for text in texts
        for word in WORD.findall(text)
        for part in (word, *word.split("-"))
    )


def bare(token: str) -> str:
    """Return what stands between two spaces without the marks around it, and without "'s"."""
    return re.sub(r"['’]s$", "", token.strip(MARKS)).strip(MARKS)


def parts(word: str) -> list[str]:
    """Return the parts of a compound, without what was shortened: "I'm" is "I"."""
    return [part for part in SHORTENED.sub("", word).split("-") if part]
