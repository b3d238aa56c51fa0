"""What the candidate remembers of a conversation: stems that they finish, and free sentences.

A stem is a grammatical beginning. What the candidate writes after it is a clause that a letter can
take up as it stands, so that nothing has to guess at grammar.
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec


class Stem(StrEnum):
    """The beginning of a note; how it reads is the language's affair.

    What the candidate adds is, in this order: a clause, an infinitive, a clause, a verb phrase, an
    infinitive, a noun phrase, a clause, a clause, a clause, a noun phrase, a clause, an indirect
    question, an adverbial, a clause; and for `free`, whole sentences.
    """

    STRUCK = "struck"
    THEIRS = "theirs"
    MINE = "mine"
    SHARED = "shared"
    PROMISED = "promised"
    GRATEFUL = "grateful"
    LEARNED = "learned"
    REASON = "reason"
    NEWS = "news"
    SENDING = "sending"
    RIGHT = "right"
    ASKING = "asking"
    TIMES = "times"
    ANSWER = "answer"
    FREE = "free"


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that the candidate noted, without its stem; `about` is the id of a person."""

    text: str
    stem: Stem = Stem.FREE
    about: str = ""


Notes = tuple[Note, ...]


def notes_for(notes: Notes, person: str, place: int, table: int) -> Iterator[tuple[int, Note]]:
    """Yield the notes for one letter, each with its index.

    Notes about somebody are theirs. Of those about nobody, the people at one `table` get every
    table-th, by their `place` at it (from 0), so that no two letters tell the same; where there
    are fewer notes than people, the last ones go without.
    """
    general = 0
    for index, note in enumerate(notes):
        if note.about:
            if note.about == person:
                yield index, note
            continue
        if table <= 1 or general % table == place:
            yield index, note
        general += 1
