"""Notes as they are jotted down, one a line: stems that were finished, and free sentences.

A line that holds nothing but the id or the name of a person and a colon says whom the lines below
it are about, and an empty line ends that. `#` begins a remark.
"""

from collections.abc import Iterator, Sequence

from afterword.etiquette.situation import Person
from afterword.letters.language import Usage
from afterword.letters.notes import Note, Notes, Stem

REMARK = "#"
BULLETS = "-*•· \t"


def jotted(text: str, usage: Usage, people: Sequence[Person] = ()) -> Notes:
    """Return the notes in a text; a line that no stem begins is a free sentence."""
    return tuple(_notes(text, usage, people))


def _notes(text: str, usage: Usage, people: Sequence[Person]) -> Iterator[Note]:
    about = ""
    for line in text.splitlines():
        jot = line.strip().strip(BULLETS)
        if not jot:
            about = ""
        elif not jot.startswith(REMARK):
            named = _named(jot, people)
            about = named or about
            if not named:
                yield _note(jot, usage, about)


def _named(jot: str, people: Sequence[Person]) -> str:
    name = jot.removesuffix(":").strip().casefold()
    called = (one.id for one in people if name in {one.id.casefold(), one.name.casefold()})
    return next(called, "") if name and jot.endswith(":") else ""


def _note(jot: str, usage: Usage, about: str) -> Note:
    for stem, asking in usage.stems.items():
        for beginning in (f"{stem}:", asking.says):
            if stem is not Stem.FREE and jot.casefold().startswith(beginning.casefold()):
                text = jot[len(beginning) :].lstrip(" :…")
                return Note(text, stem, about)
    return Note(jot, Stem.FREE, about)
