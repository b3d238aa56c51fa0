"""Nobody and nothing by name that was not given: people, firms, places, days.

A capital inside a sentence is a name. At the beginning of one it may be any word, so there only
words with which sentences begin are taken, and those of the ground.
"""

from collections.abc import Iterator

import msgspec

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import Page, parts
from afterword.ghostwriter.fences.plain_words import OPENERS
from afterword.letters.message import WORD

FAULT = Fault(
    "names somebody or something that is not in your notes",
    "Name no person, firm, place or day that is not in the data, and begin sentences plainly.",
)
AT_THE_BEGINNING = frozenset(OPENERS.split())


def look(page: Page) -> Iterator[Fault]:
    """Yield the fault where a capital stands that only a word of the ground may have."""
    strange = tuple(
        word
        for sentence in page.sentences
        for place, word in enumerate(WORD.findall(sentence))
        if word != word.lower() and not (_is_known(word, page) or (place == 0 and _opens(word)))
    )
    if strange:
        yield msgspec.structs.replace(FAULT, words=strange)


def _is_known(word: str, page: Page) -> bool:
    return all(part == "I" or page.is_noted(part) for part in parts(word))


def _opens(word: str) -> bool:
    first = parts(word)[:1]
    return word[1:] == word[1:].lower() and bool(first) and first[0].casefold() in AT_THE_BEGINNING
