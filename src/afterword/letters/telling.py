"""How a note is told: as its stem takes it up, so that it can stand inside a sentence."""

import re

import msgspec

from afterword.letters.language import Asking, Case, Usage
from afterword.letters.notes import Note, Notes, Stem, notes_for
from afterword.letters.occasion import Occasion

FINAL = re.compile(r"[.!;,:…\s]+$")
SHORT_FORM = re.compile(r"\b\w\.\w\.$")
CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")
# Where a clause is more than one.
JOINT = re.compile(r"[.!?;:…]\s|\s[–—-]\s")
COMMA = ", "
LONGEST_CLAUSE = 18
VERBS = frozenset({Stem.THEIRS, Stem.PROMISED, Stem.SHARED})


class Told(msgspec.Struct, frozen=True):
    """A note as a wording takes it up, and its index among all notes."""

    index: int
    text: str


def told(occasion: Occasion, notes: Notes, usage: Usage) -> dict[Stem, tuple[Told, ...]]:
    """Return the notes for one letter by their stem, without those that say nothing."""
    by_stem: dict[Stem, tuple[Told, ...]] = {}
    for index, note in notes_for(notes, occasion.to.id, occasion.place, occasion.table):
        if text := retold(note, usage):
            by_stem[note.stem] = (*by_stem.get(note.stem, ()), Told(index, text))
    return by_stem


def retold(note: Note, usage: Usage) -> str:
    """Return a note as a wording takes it up; empty if there is nothing in it."""
    text = " ".join(note.text.split())
    if note.stem is Stem.FREE:
        return text if not text or CLOSED.search(text) else f"{text}."
    text = _opened(text, usage.stems[note.stem])
    if not SHORT_FORM.search(text):
        text = FINAL.sub("", text)
    if note.stem is Stem.ASKING:
        text = text.rstrip("?! ")
    return _lowered(text, note.stem, usage.case)


def is_one_clause(text: str) -> bool:
    """Return whether more of the sentence can follow a note without losing its reader.

    A comma begins what only another ends.
    """
    whole = text.count(COMMA) % 2 == 0 and not JOINT.search(text)
    return whole and len(text.split()) <= LONGEST_CLAUSE


def _opened(text: str, asking: Asking) -> str:
    """Return a note without the beginning of its stem, where it repeats it."""
    for opening in (asking.says, *asking.drops):
        if opening and text.casefold().startswith(f"{opening.casefold()} "):
            text = text[len(opening) :].lstrip()
    return text


def _lowered(text: str, stem: Stem, case: Case) -> str:
    first, space, rest = text.partition(" ")
    if first in case.clauses or (stem in VERBS and case.verbs and first.istitle()):
        return f"{first.lower()}{space}{rest}"
    return text
