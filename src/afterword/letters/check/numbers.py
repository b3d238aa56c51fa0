"""Numbers in a text, in figures and in words: "40", "1,100", "thirty-one", "a hundred and ten"."""

import re
from collections.abc import Iterator

from afterword.letters.check.lexicon import Lexicon
from afterword.letters.message import Span

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
LETTERS = re.compile(r"[^\W\d_]+")
TEN, TWENTY, HUNDRED = 10, 20, 100


class Number:
    """A number in a text: where it stands, and every way in which a note may hold it as figures."""

    __slots__ = ("span", "values")

    def __init__(self, span: Span, values: frozenset[str]) -> None:
        """Hold a number."""
        self.span = span
        self.values = values


def numbers(text: str, lexicon: Lexicon) -> Iterator[Number]:
    """Yield every number in a text, in figures or in the words of a language."""
    for found in FIGURE.finditer(text):
        yield Number(Span(found[0], found.start()), frozenset(_figures(found[0])))
    yield from _in_words(text, lexicon)


def _figures(text: str) -> Iterator[str]:
    """Yield a number as it stands, and its parts: 14:30 may be noted as 14, and 1,2 are two."""
    whole = text.replace(",", "") if THOUSANDS.fullmatch(text) else text
    yield _bare(whole)
    yield from map(_bare, re.split(r"[.,:]", whole))


def _bare(figures: str) -> str:
    return figures.lstrip("0") or "0"


def _in_words(text: str, lexicon: Lexicon) -> Iterator[Number]:
    words = lexicon.numbers
    values: list[int] = []
    start = end = reached = 0
    for found in LETTERS.finditer(text):
        word = found[0].lower()
        follows = bool(values) and not text[reached : found.start()].strip(" -\n")
        reached = found.end()
        if follows and word in lexicon.ands and values[-1] >= HUNDRED:
            continue
        if follows and word in words and _goes_on(values[-1], words[word]):
            values.append(words[word])
        else:
            yield from _number(text[start:end], start, values)
            values = [words[word]] if word in words else []
            start = found.start()
        end = reached
    yield from _number(text[start:end], start, values)


def _goes_on(last: int, value: int) -> bool:
    """Return whether one number goes on from another: twenty-five, but not "two twelve-hour"."""
    if value >= HUNDRED:
        return value > last
    return last >= HUNDRED or (last >= TWENTY and value < TEN)


def _number(text: str, start: int, values: list[int]) -> Iterator[Number]:
    if values:
        yield Number(Span(text, start), frozenset({str(_total(values))}))


def _total(values: list[int]) -> int:
    """Return what number words add up to: four, thousand, two, hundred is 4,200."""
    total = part = 0
    for value in values:
        if value > HUNDRED:
            total += max(1, part) * value
            part = 0
        elif value == HUNDRED:
            part = max(1, part) * value
        else:
            part += value
    return total + part
