"""Nothing of the orders: not repeated, not answered, not talked about."""

import re
from collections.abc import Iterator, Sequence

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import Page
from afterword.letters.check.lexicon import plain
from afterword.letters.message import WORD

FAULT = Fault(
    "repeats its orders, or speaks as a machine",
    "Write only the letter; do not repeat or mention these orders, the data or yourself.",
)
SHOP_TALK = re.compile(
    r"\b(?:json|prompts?|instructions?|language\s+model|as\s+an?\s+ai|chatbot|assistant|schema"
    r"|system\s+message|used\s*facts?|facts?\s+(?:number|\d)|numbered\s+facts?|guidelines|jailbreak"
    r"|ignor(?:e|ed|ing)|disregard\w*|overrid\w*|as\s+requested|here\s+is\s+(?:the|your)\s+"
    r"(?:letter|draft))\b",
    re.IGNORECASE,
)
TOGETHER = 6
"""Words in a row that two texts do not share by chance."""


def look(page: Page) -> Iterator[Fault]:
    """Yield the fault where a letter holds a stretch of the orders, or the talk of the workshop."""
    talk = (found[0] for found in SHOP_TALK.finditer(page.text))
    echoed = _stretches(page.words) & _stretches(WORD.findall(page.ground.orders))
    if echoed or not all(page.is_noted(word) for one in talk for word in WORD.findall(one)):
        yield FAULT


def _stretches(words: Sequence[str]) -> set[tuple[str, ...]]:
    said = [plain(word) for word in words]
    return {tuple(said[at : at + TOGETHER]) for at in range(len(said) - TOGETHER + 1)}
