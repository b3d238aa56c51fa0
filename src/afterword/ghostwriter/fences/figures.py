"""No number that was not given, in figures or in words; one, two and the like are not counted."""

import re
from collections.abc import Iterator

import msgspec

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import Page
from afterword.letters.check.lexicon import plain
from afterword.letters.message import WORD

FAULT = Fault(
    "names a number that is not in your notes",
    "Name no number that is not in the facts; these are not:",
)
UNITS = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
TEENS = "seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: str(value) for value, word in enumerate(f"{UNITS} {TEENS}".split(), 3)}
WORDS |= {word: str(value * 10) for value, word in enumerate(TENS.split(), 2)}
WORDS |= {"hundred": "100", "thousand": "1000", "million": "1000000", "dozen": "12"}
FIGURES = re.compile(r"\d+(?:,\d{3})*")
UNCOUNTED = frozenset({"1", "2"})


def look(page: Page) -> Iterator[Fault]:
    """Yield the fault where a number stands that the ground does not know."""
    known = UNCOUNTED | {one for text in page.ground.texts for one in _parts(text)}
    strange = tuple(written for written, value in _numbers(page.text) if value not in known)
    if strange:
        yield msgspec.structs.replace(FAULT, words=strange)


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Yield every number of a text, as it is written and as figures."""
    for found in FIGURES.finditer(text):
        yield found[0], found[0].replace(",", "").lstrip("0") or "0"
    for word in WORD.findall(text):
        values = [int(WORDS[part]) for part in _bare(word) if part in WORDS]
        if values:
            yield word, str(sum(values))


def _parts(text: str) -> Iterator[str]:
    """Yield every number that a text makes known: with "23" also 20 and 3."""
    for _, value in _numbers(text):
        yield value
        if len(value) == len("23"):
            yield from (f"{value[0]}0", value[1])


def _bare(word: str) -> list[str]:
    return [part.removesuffix("s") for part in plain(word).split("-")]
