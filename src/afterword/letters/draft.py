"""A letter as it was composed, or the reason why there is none to write."""

import msgspec

from afterword.letters.kind import Kind
from afterword.letters.notes import Stem


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """A letter: `body` is all of it, from greeting to signature; `subject` is empty on paper.

    `used` are the indexes of the notes that it tells. `question` asks for the note, with stem
    `missing`, that would make it worth sending, and is empty where enough was noted.
    """

    kind: Kind
    subject: str
    body: str
    used: tuple[int, ...] = ()
    question: str = ""
    missing: Stem | None = None
    variant: int = 0


class Unwritten(msgspec.Struct, frozen=True):
    """No letter, and why: a sentence for the candidate."""

    kind: Kind
    why: str
