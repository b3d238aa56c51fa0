"""How somebody is called, from the name that the candidate recorded and from nothing else.

A title is used where it was recorded, and never guessed. A name is only taken apart where its order
is safe: two words in Latin letters, of which neither tells that the family may come first.
"""

import re
import unicodedata

from afterword.letters.profile import Register
from afterword.letters.surnames import UNSAFE

ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
AFTER_NAME = re.compile(
    r"(?:,\s*(?:ph\.?d\.?|m\.?d\.?|r\.?n\.?|m\.?b\.?a\.?|cpa|esq\.?|jr\.?|sr\.?|obe|mbe))+$",
    re.IGNORECASE,
)
PART = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
# Letters that only Vietnamese writes; its names begin with the family.
VIETNAMESE = re.compile(r"[ăâđêôơư][\u0300\u0301\u0303\u0309\u0323]|[ơưđ]|[\u0309\u0323]")
SHORTEST_PART = 2
LONGEST_CAPITALS = 3
DAUGHTER = ("dottir", "dóttir")


def called(name: str, register: Register, titles: tuple[str, ...]) -> str:
    """Return how a letter calls somebody: "Dr Rao", "Robin", "Robin Kerr", "田中太郎"."""
    whole = AFTER_NAME.sub("", ASIDE.sub("", " ".join(name.split())))
    title, rest = _titled(whole, titles)
    parts = _split(rest)
    if title:
        return f"{title} {parts[1]}" if parts else whole
    return parts[0] if parts and register is not Register.FORMAL else whole


def _titled(whole: str, titles: tuple[str, ...]) -> tuple[str, str]:
    """Return the titles before a name, and the name; a title alone is a name."""
    words = whole.split()
    known = {title.casefold() for title in titles}
    count = 0
    while count < len(words) - 1 and words[count].casefold() in known:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _split(name: str) -> tuple[str, str] | None:
    """Return the given and the family name, where it is safe to tell them apart."""
    match name.split():
        case [given, family] if _is_plain(given) and _is_plain(family):
            return given, family
    return None


def _is_plain(word: str) -> bool:
    apart = unicodedata.normalize("NFKD", word.casefold())
    letters = [letter for letter in apart if letter.isalpha()]
    bare = "".join(letters)
    return (
        bool(PART.fullmatch(word))
        and len(letters) >= SHORTEST_PART
        and not (word.isupper() and len(word) <= LONGEST_CAPITALS)
        and all(unicodedata.name(letter, "").startswith("LATIN ") for letter in letters)
        and not VIETNAMESE.search(apart)
        and bare not in UNSAFE
        and not bare.endswith(DAUGHTER)
    )
