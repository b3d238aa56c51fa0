"""The words of every language that Afterword understands, read once from words/*.toml."""

import os
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from afterword.mailbox import recognising
from afterword.mailbox.recognising.phrases import Phrase, compiled

# Paths are plain text here, as in rulebooks: importing pathlib takes longer than reading a message.
FOLDER = f"{recognising.__path__[0]}/words"
NO_LANGUAGE = {"bounces.toml", "clients.toml", "relays.toml", "zones.toml"}

PERSONAL, FORM = "personal", "form"
STEM = 3  # letters by which phrases are looked up

Words = tuple[str, ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of words."""


class Saying(Table, frozen=True, rename={"taken_back": "not"}):
    """How one thing is said: outright, in hints of which it takes two, and what takes it back."""

    strong: Words = ()
    weak: Words = ()
    taken_back: Words = ()


class Quotes(Table, frozen=True):
    """How an older message is introduced, and what is added below a new one."""

    on: Words = ()
    wrote: Words = ()
    fields: Words = ()
    original: Words = ()
    devices: Words = ()
    disclaimers: Words = ()


class Away(Table, frozen=True):
    """How an automatic answer says that somebody is away, and until when."""

    subjects: Words = ()
    says: Words = ()
    until: Words = ()
    inclusive: Words = ()
    back: Words = ()


class Dates(Table, frozen=True):
    """How a language names days; months from January, weekdays from Monday."""

    months: tuple[Words, ...] = ()
    weekdays: tuple[Words, ...] = ()
    today: Words = ()
    tomorrow: Words = ()
    next: Words = ()
    this: Words = ()
    end: Words = ()
    start: Words = ()
    middle: Words = ()
    within: Words = ()
    days: Words = ()
    working: Words = ()
    weeks: Words = ()
    months_unit: Words = ()
    numbers: dict[str, int] = {}
    of: Words = ()
    at: Words = ()


class Hypothetical(Table, frozen=True):
    """What makes the rest of a sentence a mere possibility."""

    says: Words = ()


class Manner(Table, frozen=True):
    """What tells a person's own no from a form."""

    personal: Words = ()
    form: Words = ()


class Book(Table, frozen=True):
    """A language, as its file has it."""

    slots: dict[str, str] = {}
    hypothetical: Hypothetical = Hypothetical()
    kinds: dict[str, Saying] = {}
    manner: Manner = Manner()
    quotes: Quotes = Quotes()
    away: Away = Away()
    dates: Dates = Dates()
    promises: dict[str, Words] = {}


class Said(msgspec.Struct, frozen=True):
    """A Saying, compiled."""

    strong: tuple[Phrase, ...] = ()
    weak: tuple[Phrase, ...] = ()
    taken_back: tuple[Phrase, ...] = ()


class Language(msgspec.Struct, frozen=True):
    """A language, compiled."""

    hypothetical: tuple[Phrase, ...]
    kinds: dict[str, Said]
    away: tuple[Phrase, ...]
    disclaimers: tuple[Phrase, ...]
    promises: dict[str, tuple[Phrase, ...]]


class Entry(msgspec.Struct, frozen=True):
    """A phrase, what it says, and how surely."""

    what: str
    strong: bool
    phrase: Phrase
    language: Language
    taken_back: tuple[Phrase, ...] = ()


class Index(msgspec.Struct, frozen=True):
    """The phrases of all languages by the first letters of a word that each of them needs.

    A text is searched for the few that it can hold, and not for all of them.
    """

    always: tuple[Entry, ...]
    by_stem: dict[str, tuple[tuple[str, Entry], ...]]

    def likely(self, words: str) -> Iterator[Entry]:
        """Yield the phrases that plain words may hold, each once."""
        yield from self.always
        seen: set[int] = set()
        for word in set(words.split()):
            for length in range(1, STEM + 1):
                for anchor, entry in self.by_stem.get(word[:length], ()):
                    if word.startswith(anchor) and id(entry) not in seen:
                        seen.add(id(entry))
                        yield entry
                if len(word) <= length:
                    break


class Marks(Table, frozen=True):
    """How an element of HTML is known: by a class, an id, an attribute, or a style."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    attributes: Words = ()
    styles: Words = ()

    def fits(self, given: dict[str, str]) -> bool:
        """Return whether an element with these attributes is marked."""
        if not given:
            return False
        if given.get("id") in self.ids or not self.classes.isdisjoint(
            given.get("class", "").split()
        ):
            return True
        style = given.get("style", "").replace(" ", "").lower() if self.styles else ""
        return any(one in style for one in self.styles) or any(
            one in given for one in self.attributes
        )


class Clients(Table, frozen=True):
    """How mail programs mark what is not new: what goes alone, and what goes with all behind it."""

    drop: Marks
    cut: Marks


@cache
def clients() -> Clients:
    """Return how mail programs mark what is not new."""
    return msgspec.convert(_table("clients.toml"), Clients)


class Bounces(Table, frozen=True):
    """How mail systems say that a message did not arrive; patterns, in lower case."""

    daemons: Words
    subjects: Words
    says: Words
    late: Words
    final: Words


@cache
def bounces() -> Bounces:
    """Return how mail systems say that a message did not arrive."""
    return msgspec.convert(_table("bounces.toml"), Bounces)


@cache
def relays() -> frozenset[str]:
    """Return the domains of services that write on behalf of many employers."""
    return hiring() | frozenset(_table("relays.toml")["others"])


@cache
def hiring() -> frozenset[str]:
    """Return the domains of the relays that employers hire with, which write of little else."""
    return frozenset(_table("relays.toml")["hiring"])


@cache
def public_domains() -> frozenset[str]:
    """Return the domains at which everybody can have an address."""
    return frozenset(_table("relays.toml")["public"])


@cache
def zones() -> dict[str, str]:
    """Return the IANA name of each zone as people call it."""
    return dict(_table("zones.toml")["zones"])


@cache
def books() -> dict[str, Book]:
    """Return every language by its code, as its file has it."""
    names = sorted({entry.name for entry in os.scandir(FOLDER)} - NO_LANGUAGE)
    return {
        name.removesuffix(".toml"): msgspec.convert(_table(name), Book)
        for name in names
        if name.endswith(".toml")
    }


@cache
def languages() -> tuple[Language, ...]:
    """Return every language, compiled."""
    return tuple(map(_language, books().values()))


@cache
def index() -> Index:
    """Return the phrases of all languages, ready to be looked up."""
    always: list[Entry] = []
    by_stem: dict[str, list[tuple[str, Entry]]] = {}
    for entry in _entries():
        for anchor in entry.phrase.anchors:
            by_stem.setdefault(anchor[:STEM], []).append((anchor, entry))
        if not entry.phrase.anchors:
            always.append(entry)
    return Index(tuple(always), {stem: tuple(found) for stem, found in by_stem.items()})


def _entries() -> Iterator[Entry]:
    for language in languages():
        for what, said in language.kinds.items():
            for phrase in said.strong:
                yield Entry(what, True, phrase, language, said.taken_back)  # noqa: FBT003  a field
            for phrase in said.weak:
                yield Entry(what, False, phrase, language)  # noqa: FBT003  a field


def every(table: str, field: str) -> Words:
    """Return the words of a field of a table in all languages."""
    return tuple(
        dict.fromkeys(
            word for book in books().values() for word in getattr(getattr(book, table), field)
        )
    )


def _language(book: Book) -> Language:
    def phrases(words: Words) -> tuple[Phrase, ...]:
        return tuple(compiled(one, book.slots) for one in words)

    return Language(
        hypothetical=phrases(book.hypothetical.says),
        kinds={
            kind: Said(phrases(one.strong), phrases(one.weak), phrases(one.taken_back))
            for kind, one in book.kinds.items()
        }
        | {
            PERSONAL: Said(weak=phrases(book.manner.personal)),
            FORM: Said(weak=phrases(book.manner.form)),
        },
        away=phrases(book.away.says),
        disclaimers=phrases(book.quotes.disclaimers),
        promises={what: phrases(words) for what, words in book.promises.items()},
    )


def _table(name: str) -> dict[str, Any]:
    with open(f"{FOLDER}/{name}", "rb") as file:  # noqa: PTH123  see above
        return tomllib.load(file)
