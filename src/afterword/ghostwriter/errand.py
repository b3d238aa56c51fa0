"""What the ghostwriter is sent out with: the facts that may leave, and what stays here."""

import msgspec

from afterword.letters.notes import Notes, Stem
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile


class Fact(msgspec.Struct, frozen=True):
    """A note that is sent: its `number` there (from 1), and its `index` among the notes here."""

    number: int
    index: int
    stem: Stem
    text: str


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was not sent, and why; `index` is that of the note, if it is one."""

    what: str
    why: str
    index: int | None = None


class Errand(msgspec.Struct, frozen=True):
    """One letter to be worded by a `model`, or by nobody but ourselves: then `why_not` says why.

    `occasion` and `notes` are those of the built-in letter, without what reads as an order to a
    machine; notes keep their places, and such a one is empty. `reader` is the reader's name where a
    fact speaks of them, else it is not sent.
    """

    model: str
    occasion: Occasion
    notes: Notes
    profile: Profile
    facts: tuple[Fact, ...] = ()
    kept: tuple[Kept, ...] = ()
    reader: str = ""
    why_not: str = ""
