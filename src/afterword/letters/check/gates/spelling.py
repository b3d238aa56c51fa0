"""Slips of the pen: words that are none, words written twice, and the usual mix-ups."""

import re
from collections.abc import Iterator

from afterword.letters.check.lexicon import plain, stem
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding
from afterword.letters.message import WORD, Span

DOUBLED = re.compile(r"\b(\w{2,})\s+\1\b", re.IGNORECASE)
SHORTEST = 4


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield every slip, with what was meant; the words around it say more than a dictionary."""
    sure = [*_doubled(sheet), *_mixed_up(sheet)]
    yield from sure
    for one in _misspelt(sheet):
        if not any(_is_mended(sheet.message.text[one.start : one.end], one, by) for by in sure):
            yield one


def _is_mended(word: str, slip: Finding, other: Finding) -> bool:
    """Return whether what is better for another slip has the misspelt word no more."""
    within = other.start <= slip.start and slip.end <= other.end
    return within and word not in words_of([other.alternative])


def _misspelt(sheet: Sheet) -> Iterator[Finding]:
    for sentence in sheet.english:
        yield from _misspelt_in(sheet, sentence)


def _misspelt_in(sheet: Sheet, sentence: Span) -> Iterator[Finding]:
    for found in WORD.finditer(sentence.text):
        word = found[0]
        if not word.isalpha() or not word.islower() or len(word) < SHORTEST or not word.isascii():
            continue
        if plain(word) in sheet.names or stem(word) in sheet.known or sheet.speller.knows(word):
            continue
        if meant := sheet.speller.correction(word):
            where = Span(word, sentence.start + found.start())
            yield sheet.tell(Slip.MISSPELT, where, meant=meant)


def _doubled(sheet: Sheet) -> Iterator[Finding]:
    body = sheet.message.body
    for found in DOUBLED.finditer(body.text):
        if found[1].lower() not in sheet.lexicon.meant_twice and plain(found[1]) not in sheet.names:
            where = Span(found[0], body.start + found.start())
            yield sheet.tell(Slip.DOUBLED, where, meant=found[1])


def _mixed_up(sheet: Sheet) -> Iterator[Finding]:
    body = sheet.message.body
    for wrong, right in sheet.lexicon.mixed_up.items():
        for found in re.finditer(wrong, body.text):
            where = Span(found[0], body.start + found.start())
            yield sheet.tell(Slip.MISSPELT, where, meant=found.expand(right))
