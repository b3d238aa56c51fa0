"""Which of several wordings a letter takes: always the same for the same letter.

Nothing is left to chance. A digest of who writes to whom about what picks one, the place at a
table moves on from there, so that no two at it get the same, and a variant moves on by a table.
"""

from hashlib import blake2b
from math import lcm

import msgspec

from afterword.letters.occasion import Occasion


class Turn(msgspec.Struct, frozen=True):
    """Whose turn it is, and at which variant."""

    key: str
    place: int = 0
    table: int = 1
    variant: int = 0

    def of(self, what: str, count: int) -> int:
        """Return which of `count` wordings of something comes up."""
        moved = self.table * self.variant
        rounds = moved // lcm(self.table, count)  # else some would never come up
        return (_number(self.key, what) + self.place + moved + rounds) % count

    def any(self, what: str, count: int) -> int:
        """Return which of `count` small choices comes up, whatever the others at the table get."""
        return _number(self.key, what, str(self.place), str(self.variant)) % count


def turn(occasion: Occasion, variant: int) -> Turn:
    """Return the turn of a letter; the people at one table share all but their place."""
    to, table = occasion.to, max(1, occasion.table)
    reader = (to.id, to.name) if table == 1 else (str(occasion.met),)
    key = "\0".join((occasion.kind, occasion.employer, occasion.role, *reader))
    return Turn(key, occasion.place, table, variant)


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big")
