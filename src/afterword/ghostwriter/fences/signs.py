"""Plain prose only: no markup, no pictures, no look-alike letters, no words taken apart.

What is allowed is listed, not what is forbidden. Tags, brackets, accents on a word that nobody
noted, Cyrillic that looks Latin, emoji and signs that cannot be seen all fall to one rule.
"""

import re
import string
from collections.abc import Iterator

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import MARKS, Page, bare

FAULT = Fault(
    "holds markup, or signs and letters that are not in your notes",
    "Write plain prose: letters, figures and ordinary punctuation, and nothing else.",
)
PLAIN = frozenset(string.ascii_letters + string.digits + MARKS)

# Three single letters in a row, whatever is between them: "g i f t", "g.i.f.t".
SPELT_OUT = re.compile(r"(?<![^\W_])(?:[^\W\d_][^\w\n]{1,3}){2,}[^\W\d_](?![^\W_])")
# Letters and figures in one word: "g1ft", but not "3rd", "10am" or "90s".
MIXED = re.compile(r"(?!\d+(?:st|nd|rd|th|am|pm|s)\b)(?:[^\W\d_]+\d|\d+[^\W\d_])", re.IGNORECASE)


def look(page: Page) -> Iterator[Fault]:
    """Yield the fault where anything is neither plain prose nor a word of the ground."""
    tokens = page.text.split()
    strange = [one for one in tokens if not PLAIN.issuperset(one) or MIXED.search(one)]
    ground = " ".join(page.ground.texts)
    apart = (found[0] for found in SPELT_OUT.finditer(page.text))
    if any(bare(one) not in page.tokens for one in strange) or any(
        one not in ground for one in apart
    ):
        yield FAULT
