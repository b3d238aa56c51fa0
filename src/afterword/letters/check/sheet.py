"""What every gate looks at: the message taken apart, its occasion, and what may be claimed."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

import msgspec

from afterword.letters.check.lexicon import Lexicon, plain, stem
from afterword.letters.check.manner import Manners, Slip, finding
from afterword.letters.check.numbers import numbers
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import WORD, Message, Span
from afterword.letters.notes import Notes
from afterword.letters.occasion import Occasion


class Speller(Protocol):
    """A dictionary."""

    def knows(self, word: str) -> bool:
        """Return whether a lower-case word stands in the dictionary."""
        ...

    def correction(self, word: str) -> str | None:
        """Return the common word that a misspelt one was meant to be, if that is plain."""
        ...

    def is_everyday(self, word: str) -> bool:
        """Return whether a word is so frequent that it tells nothing by itself."""
        ...

    def is_common(self, word: str) -> bool:
        """Return whether everybody uses a word, so that it claims nothing by itself."""
        ...


class Sound(msgspec.Struct, frozen=True):
    """How a sentence lands: how likely (0 to 1) a reader stumbles over it, and if so, as what."""

    stumble: float
    class_: Class


class Ear(Protocol):
    """What has learned to hear how a sentence lands."""

    def hear(self, sentences: Sequence[str], occasion: Occasion) -> Sequence[Sound]:
        """Return how each sentence lands, at the stage and in the act of an occasion."""
        ...


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How sure (0 to 1) the ear must be to say something: `mend`, or only `think` it over."""

    mend: float
    think: float


class Aids(msgspec.Struct, frozen=True):
    """What a review needs and no letter brings: all of it is read outside this room."""

    lexicon: Lexicon
    manners: Manners
    threshold: Threshold
    speller: Speller
    ear: Ear


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft may claim: the candidate's notes, who they are, and other letters they sent."""

    notes: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()


def claims_to(
    reader: str, notes: Notes, names: Sequence[str] = (), siblings: Sequence[str] = ()
) -> Claims:
    """Return what a draft to somebody (an id) may claim.

    What was noted of others is true as well, but nobody misses it in a letter to this one.
    """
    theirs = tuple(note.text for note in notes if note.about in {"", reader})
    others = tuple(note.text for note in notes if note.about not in {"", reader})
    return Claims(notes=theirs, context=others, names=tuple(names), siblings=tuple(siblings))


class Sheet:
    """A draft on the desk."""

    def __init__(self, text: str, occasion: Occasion, claims: Claims, aids: Aids) -> None:
        """Lay out a draft with what it is held against."""
        self.message = Message(text)
        self.occasion = occasion
        self.claims = claims
        self.aids = aids
        self.lexicon = aids.lexicon
        self.speller = aids.speller

    def tell(
        self, what: Slip | Class, where: Span, severity: Severity | None = None, **facts: str
    ) -> Finding:
        """Return a finding about a stretch of the message; its manner says how grave it usually is.

        `facts` are what the words of the manner name.
        """
        manner = self.aids.manners[what]
        return finding(manner, where, self.occasion.act, severity or manner.severity, facts)

    def is_wrong(self, class_: Class) -> bool:
        """Return whether the words alone are wrong here, so that a gate may tell."""
        return self.aids.manners[class_].wrong.at(self.occasion)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Every text that a draft may take its facts from."""
        at = self.occasion
        people = (at.to.name, *at.others, *self.claims.names)
        posts = (at.employer, at.role, at.opening)
        return (*self.claims.notes, *self.claims.context, *posts, *people)

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that may be claimed, by their stems."""
        return frozenset(stem(word) for word in words_of(self.sources))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that may stand as names: all that the candidate wrote down."""
        signed = self.message.signature.text
        return frozenset(plain(word) for word in words_of((*self.sources, signed)))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that may be claimed, written as figures."""
        at = self.occasion
        days = [day for day in (at.today, at.met, at.promised, at.deadline, at.answer_by) if day]
        dated = {str(figure) for day in days for figure in (day.day, day.month, day.year)}
        noted = numbers(" ; ".join(self.sources), self.lexicon)
        return frozenset(dated.union(*(one.values for one in noted)))

    @cached_property
    def english(self) -> tuple[Span, ...]:
        """The sentences that are in the language of the dictionary: half of their words are."""
        return tuple(one for one in self.message.sentences if self._is_english(one.text))

    def _is_english(self, text: str) -> bool:
        words = list(words_of([text]))
        known = sum(map(self._is_known, words))
        return known * 2 >= max(1, len(words))

    def _is_known(self, word: str) -> bool:
        english = word.replace("’", "'").isascii() and self.speller.knows(plain(word))
        return english or plain(word) in self.names


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield every word of some texts."""
    for text in texts:
        for found in WORD.finditer(text):
            yield found[0]
            if "-" in found[0]:
                yield from found[0].split("-")
