"""The stems that a person finishes: how they read, and what was written behind them."""

from collections.abc import Iterable
from functools import cache

import msgspec
from django.http import QueryDict

from afterword import languages
from afterword.letters.language import Usage
from afterword.letters.notes import Note, Notes, Stem

FIRST = (Stem.STRUCK, Stem.THEIRS, Stem.MINE)
LONGEST = 600


class Shown(msgspec.Struct, frozen=True):
    """A stem as a form shows it."""

    name: str
    says: str
    hint: str
    value: str = ""


@cache
def usage(code: str = "en") -> Usage:
    """Return what a language knows of stems, read once."""
    return languages.language(code, ()).usage


def shown(stems: Iterable[Stem], form: QueryDict | None = None) -> tuple[Shown, ...]:
    """Return stems with what was written behind them so far."""
    asks = usage().stems
    return tuple(
        Shown(
            str(stem),
            asks[stem].says,
            asks[stem].hint,
            form.get(f"stem-{stem}", "") if form else "",
        )
        for stem in stems
    )


def finished(form: QueryDict, about: str = "") -> Notes:
    """Return the notes that a form's stems were finished to."""
    texts = ((stem, " ".join(form.get(f"stem-{stem}", "").split())[:LONGEST]) for stem in Stem)
    return tuple(Note(text, stem, about) for stem, text in texts if text)


def told(note: Note) -> str:
    """Return a note with its stem."""
    says = usage().stems[note.stem].says
    return f"{says} {note.text}".strip()
