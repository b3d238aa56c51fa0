"""No way out of the letter: no link, no address, no telephone number."""

import re
from collections.abc import Iterator

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import Page

FAULT = Fault(
    "holds a link, an address or a telephone number",
    "Leave out every link, every address and every telephone number.",
)
ADDRESS = re.compile(
    r"\bhttps?\b|\bwww\b|@"
    r"|\b[\w-]{1,63}\s?\(?\bdot\)?\s(?:com|org|net|io|co|uk|de|example)\b"
    # A name with a full stop inside, as in "bit.ly"; a sentence has a space behind its own.
    r"|\b(?!(?:e\.g|i\.e|a\.m|p\.m)\b)[\w-]{0,63}\w\.(?!js\b)[a-z]{2,}\b",
    re.IGNORECASE,
)
# Seven figures or more, with little between them.
NUMBER = re.compile(r"(?:\d[ .()/–-]{0,2}){7,}")


def look(page: Page) -> Iterator[Fault]:
    """Yield the fault where there is a way out that is neither the employer's name nor a date."""
    ground = " ".join(page.ground.texts).casefold()
    found = [*ADDRESS.finditer(page.text), *NUMBER.finditer(page.text)]
    if any(one[0].strip().casefold() not in ground for one in found):
        yield FAULT


def has_address(text: str) -> bool:
    """Return whether a text of the candidate's holds an address or a telephone number."""
    return bool(ADDRESS.search(text) or NUMBER.search(text))
