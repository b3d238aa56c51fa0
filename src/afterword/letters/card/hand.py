"""The size of the person's own hand: how wide a letter is, and how far apart its lines want to be.

A hand is measured on the line that everybody writes in such a note, "thank you for your time", with
its spaces. The three sizes that have names, and the pitch, are those of the digest on the
handwritten kit, where 60 mm of that line are 2.6 mm a letter.
"""

from enum import StrEnum

import msgspec

LINE = "thank you for your time"
# A line longer or shorter than this, in mm, was written by nobody, or measured in something else.
SHORTEST, LONGEST = 25.0, 200.0

# Lines stand 8 mm apart, as in school books; a hand larger than "large" needs 2.5 letters.
PITCH = 8.0
LETTERS_TO_A_PITCH = 2.5


class HandSize(StrEnum):
    """A hand that was not measured."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


LETTERS = {HandSize.SMALL: 2.1, HandSize.MEDIUM: 2.6, HandSize.LARGE: 3.2}


class Hand(msgspec.Struct, frozen=True):
    """A hand: what to call it, and the width in mm that a letter or a space takes on the line."""

    name: str
    letter: float

    @property
    def pitch(self) -> float:
        """How far one line stands below the other, in mm."""
        return max(PITCH, LETTERS_TO_A_PITCH * self.letter)

    @property
    def line(self) -> float:
        """How long the line is by which a hand is measured, in mm."""
        return self.letter * len(LINE)


def sized(size: HandSize) -> Hand:
    """Return a hand of one of the sizes that have a name."""
    return Hand(str(size), LETTERS[size])


def measured(length: float) -> Hand:
    """Return the hand in which "thank you for your time" is `length` mm long.

    Raises ValueError for a length that no hand has.
    """
    if not SHORTEST <= length <= LONGEST:  # also what is not a number
        raise ValueError(length)
    return Hand("measured", round(length / len(LINE), 2))
