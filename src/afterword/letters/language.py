"""What a language knows: how it addresses and takes leave, names days, asks, and words each letter.

A language is a folder of TOML files; these are the shapes that they have. How a wording is written
and filled stands in `wording`, what a folder may lack in `contract`.
"""

import msgspec

from afterword.etiquette.vocabulary import Channel, Role
from afterword.letters.kind import Kind
from afterword.letters.notes import Stem
from afterword.letters.occasion import Phase
from afterword.letters.profile import Register, Spelling

Order = tuple[tuple[str, ...], ...]


class Wordings(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"
):
    """Ways to say one thing, by register; those in `all` fit each of them."""

    all: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    warm_formal: tuple[str, ...] = ()
    formal: tuple[str, ...] = ()

    def of(self, register: Register) -> tuple[str, ...]:
        """Return the wordings that fit a register, its own first."""
        own = {
            Register.PLAIN: self.plain,
            Register.WARM_FORMAL: self.warm_formal,
            Register.FORMAL: self.formal,
        }
        return own[register] + self.all


class Part(Wordings, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """A sentence or two of a letter.

    A part that `wants` a stem tells the notes with it, one wording for each and `most` of them. A
    part that names phases, readers or channels is only said there.
    """

    wants: Stem | None = None
    most: int = 2
    phases: tuple[Phase, ...] = ()
    readers: tuple[Role, ...] = ()
    channels: tuple[Channel, ...] = ()


class Letter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One kind of letter.

    `asks` are the stems worth asking for, the most valuable first, until `enough` notes are told.
    `order` names parts by paragraph; `card` is the order where there is little room, `bare` the one
    where no note can be told. `greetings` and `closings` stand in place of the language's own, and
    `parts` holds what only this letter says.
    """

    order: Order
    subjects: Wordings
    asks: tuple[Stem, ...] = ()
    enough: int = 1
    card: Order = ()
    bare: Order = ()
    greetings: Wordings = Wordings()
    closings: Wordings = Wordings()
    parts: dict[str, Part] = {}


class Asking(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a stem reads, a hint for who finishes it, and the question when nobody did.

    `drops` are beginnings that belong to the stem and are taken off a note that repeats them.
    """

    says: str
    hint: str
    question: str
    drops: tuple[str, ...] = ()


class Address(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a letter begins, and how a caller does.

    `known` is for somebody with a name, `spoken` for them where it is said aloud, `unknown` for
    nobody known at the firm, and `helper` for a helper of whom no name was noted.
    """

    known: Wordings
    spoken: Wordings
    unknown: Wordings
    helper: Wordings
    caller: Wordings


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How days are named.

    `on` makes an adverbial of a day; `date` and `dated` (with the year) take day, month and year.
    """

    today: str
    tomorrow: str
    yesterday: str
    on: str
    date: str
    dated: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How names are strung together: the comma between them, and the word before the last."""

    comma: str
    last: str


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which first words lose their capital inside a sentence.

    `clauses` are those of a note, `roles` those of a job title; `verbs` says that a verb at the
    beginning of a note always does.
    """

    verbs: bool = False
    clauses: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Silence(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"
):
    """Why there is nothing to write: nobody reads the answers, or the act has no letter."""

    no_reply: str
    other: str


class Usage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What `language.toml` holds: all that no single letter owns."""

    name: str
    address: Address
    closings: Wordings
    dates: Dates
    lists: Lists
    silence: Silence
    stems: dict[Stem, Asking]
    titles: tuple[str, ...] = ()
    case: Case = Case()


class Dialect(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a spelling changes: words and phrases of the language's own, and dates."""

    date: str = ""
    dated: str = ""
    words: dict[str, str] = {}


class Language(msgspec.Struct, frozen=True, omit_defaults=True):
    """A language folder, read; `parts` are shared by its letters."""

    code: str
    usage: Usage
    parts: dict[str, Part] = {}
    letters: dict[Kind, Letter] = {}
    dialects: dict[Spelling, Dialect] = {}
