"""What the checker knows of a language: closed lists of words, and how words are compared."""

import re
import unicodedata
from collections.abc import Mapping

import msgspec

ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
AS_LY = frozenset({"ies", "ied"})  # supplies as supply, of which the whole "ly" is taken off
SHORTEST_STEM = 3
# Typographic apostrophes, turned either way.
APOSTROPHES = str.maketrans("\u2019\u2018", "''")


class Offers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns: a note that knows of another offer, one that knows of none, a claim of one."""

    noted: str
    none: str
    other: str


class Deal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns: things that a letter may deal in, and the words that do so."""

    things: str
    dealing: str


class Blanks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns: words that stand for a blank, which of them may be talk, brackets that do not."""

    words: str
    talk: str
    harmless: str


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns: how an hour goes on after its number, a time, a day of the month, a named month.

    `of_it` is what makes a day the owner of something.
    """

    clock: str
    time: str
    ordinal: str
    month: str
    of_it: str


class Naming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are set: small words within them, and patterns of what stands before and after.

    Before an employer's comes `place`, before the writer's own `own`; `here` follows a word that
    only looks like a name.
    """

    links: tuple[str, ...]
    place: str
    own: str
    here: str


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed lists of one language; see its `reading.toml`."""

    female: frozenset[str]
    male: frozenset[str]
    ungendered: frozenset[str]
    female_too: frozenset[str]
    male_too: frozenset[str]
    greetings: frozenset[str]
    impersonal: frozenset[str]
    everybody: frozenset[str]
    ands: tuple[str, ...]
    together: frozenset[str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    common_names: frozenset[str]
    countries: frozenset[str]
    fillers: frozenset[str]
    joints: frozenset[str]
    common_words: frozenset[str]
    hurry: str
    theirs: str
    counted: frozenset[str]
    durations: frozenset[str]
    met: str
    credentials: frozenset[str]
    meant_twice: frozenset[str]
    post: str
    urgent: str
    blanks: Blanks
    dated: Dated
    naming: Naming
    numbers: Mapping[str, int]
    mixed_up: Mapping[str, str]
    decisions: Mapping[str, str]
    offers: Offers
    gift: Deal
    pay: Deal

    @property
    def titles(self) -> frozenset[str]:
        """Every title, whatever it says."""
        return self.female | self.male | self.ungendered


def plain(word: str) -> str:
    """Return a word in lower case, without accents, possessive or full stop, to compare by."""
    word = word.translate(APOSTROPHES).casefold()
    word = re.sub(r"'s?$", "", word).rstrip(".")
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def stem(word: str) -> str:
    """Return the part of a word that its forms share, roughly."""
    word = plain(word).replace("licence", "license")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            left = word[: -len(ending)]
            return left.removesuffix("l") if ending in AS_LY else left
    return word


def distance(one: str, other: str, limit: int = 2) -> int:
    """Return how many letters differ (added, lost, changed or swapped), at most `limit` + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        now = [row]
        for column, opposite in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (sign != opposite))
            swapped = row > 1 and column > 1 and sign == other[column - 2]
            if swapped and one[row - 2] == opposite:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return min(last[-1], limit + 1)
