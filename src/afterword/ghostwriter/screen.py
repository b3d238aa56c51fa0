"""What stays here: orders to a machine, gifts, addresses, other people's names.

A note that bids a machine do something, or gives something of value, is told in no letter. A note
that is merely private is not sent, and the built-in letter may tell it. The patterns catch what is
blunt; the fences behind the model do not depend on them.
"""

import re
import unicodedata

import msgspec

from afterword.ghostwriter.bidding import bids
from afterword.ghostwriter.errand import Errand, Fact, Kept
from afterword.ghostwriter.fences.links import has_address
from afterword.ghostwriter.fences.page import FIGURE, Dictionary
from afterword.ghostwriter.fences.worth import offers_something
from afterword.letters.check.lexicon import plain
from afterword.letters.compose import SPOKEN
from afterword.letters.kind import Kind
from afterword.letters.message import WORD
from afterword.letters.notes import Note, Notes, notes_for
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile

LONGEST_NOTE, LONGEST_NAME, MOST_FACTS = 400, 80, 12
"""Characters of a note and of a name; notes in one letter."""
LONGEST_READ = 4_000
"""Characters of a note up to which it is looked into at all; no letter tells a longer one."""

# Signs of which prompts are built have no place in prose; those of prose stand in for them.
PROSE = str.maketrans("<>[]{}|\\`^~*_", "\u2039\u203a()()//'    ")
BUILT_OF = frozenset("<>[]{}|`\\\n")
POSSESSIVE = re.compile(r"['’]s$")
HASHES = re.compile(r"#{2,}")
LANGUAGES = frozenset({"en"})
"""Languages in which the fences can read."""

ORDER = "it reads as an order to a machine"
GIVES = "it offers something of value"
ADDRESS = "it holds an address or a telephone number"
NAMED = "it names somebody else"
FOREIGN = "too few of its words are English"
LONG = f"it is longer than {LONGEST_NOTE} characters"
ENDLESS = f"it is longer than {LONGEST_READ} characters, which no note is"
MANY = f"the {MOST_FACTS} notes before it are enough"
NO_NAME = "it does not read as a name"


def errand(
    model: str, occasion: Occasion, notes: Notes, profile: Profile, dictionary: Dictionary
) -> Errand:
    """Return what a model is sent to word this letter, and what is kept from it."""
    here, changed = _names(occasion)
    sound, refused = _sound(notes, here.kind)
    facts, private = _facts(here, sound, profile, dictionary)
    reader = _words(here.to.name)
    return Errand(
        model=model,
        occasion=here,
        notes=sound,
        profile=profile,
        facts=facts,
        kept=(*changed, *refused, *private),
        reader=here.to.name if any(_speaks_of(one.text, reader) for one in facts) else "",
        why_not=_why_not(here, facts, profile),
    )


def prose(text: str) -> str:
    """Return a text as one line, without unseen signs and those that prompts are built of."""
    line = HASHES.sub("#", unicodedata.normalize("NFC", " ".join(text.split())).translate(PROSE))
    return " ".join("".join(sign for sign in line if sign.isprintable()).split())


def _why_not(here: Occasion, facts: tuple[Fact, ...], profile: Profile) -> str:
    if here.channel in SPOKEN:
        return "what is said aloud is not worded by a model"
    if profile.language not in LANGUAGES:
        return "a model's letter can only be checked in English"
    if not facts:
        return "there is no note that could be sent, and without one a model has nothing to word"
    return ""


def _names(occasion: Occasion) -> tuple[Occasion, tuple[Kept, ...]]:
    """Return an occasion whose names are names, and what was taken out of it."""
    there = {
        "the name of the reader": occasion.to.name,
        "the name of the employer": occasion.employer,
        "the role": occasion.role,
        "the new role": occasion.opening,
        "the name of somebody else": " ".join(one for one in occasion.others if not _is_name(one)),
    }
    name, employer, role, opening = (
        text if _is_name(text) else ""
        for text in (occasion.to.name, occasion.employer, occasion.role, occasion.opening)
    )
    clean = msgspec.structs.replace(
        occasion,
        to=msgspec.structs.replace(occasion.to, name=name),
        employer=employer,
        role=role,
        opening=opening,
        others=tuple(one for one in occasion.others if _is_name(one)),
    )
    return clean, tuple(Kept(what, NO_NAME) for what, text in there.items() if not _is_name(text))


def _is_name(text: str) -> bool:
    return (
        len(text) <= LONGEST_NAME
        and not BUILT_OF & set(text.strip())
        and not bids(text)
        and not offers_something(text)
    )


def _sound(notes: Notes, kind: Kind) -> tuple[Notes, tuple[Kept, ...]]:
    """Return the notes, with nothing in those that no letter should tell, and why it is so."""
    sound: list[Note] = []
    kept: list[Kept] = []
    for index, note in enumerate(notes):
        why = _unsound(note, kind)
        sound.append(msgspec.structs.replace(note, text="") if why else note)
        if why:
            kept.append(Kept(f"note {index + 1}", why, index))
    return tuple(sound), tuple(kept)


def _unsound(note: Note, kind: Kind) -> str:
    """Return why a note should be told in no letter, or nothing; look-alike letters do not help."""
    if len(note.text) > LONGEST_READ:
        return ENDLESS
    readable = prose(unicodedata.normalize("NFKC", note.text))
    if any(bids(text, note.stem) for text in (note.text, readable)):
        return ORDER
    return GIVES if kind is not Kind.FLOWERS and offers_something(readable) else ""


def _facts(
    here: Occasion, notes: Notes, profile: Profile, dictionary: Dictionary
) -> tuple[tuple[Fact, ...], tuple[Kept, ...]]:
    """Return the notes that are sent for this letter, numbered, and those that are private."""
    own = _words(here.to.name, here.employer, here.role, here.opening, *profile.names)
    others = [_words(name) - own for name in here.others]
    facts: list[Fact] = []
    kept: list[Kept] = []
    for index, note in notes_for(notes, here.to.id, here.place, here.table):
        text = prose(note.text)
        if not text:
            continue
        why = _private(text, others) or _strange(text, dictionary)
        if why := why or (MANY if len(facts) >= MOST_FACTS else ""):
            kept.append(Kept(f"note {index + 1}", why, index))
        else:
            facts.append(Fact(len(facts) + 1, index, note.stem, text))
    return tuple(facts), tuple(kept)


def _private(text: str, others: list[frozenset[str]]) -> str:
    if len(text) > LONGEST_NOTE:
        return LONG
    if has_address(text):
        return ADDRESS
    return NAMED if any(_speaks_of(text, name) for name in others) else ""


def _strange(text: str, dictionary: Dictionary) -> str:
    """Return why a text cannot be read, or nothing; capitals may be names, which nobody lists."""
    words = [word for word in WORD.findall(text) if word == word.lower()]
    words = [word for word in words if not FIGURE.fullmatch(word)]
    known = sum(all(map(dictionary.knows, plain(word).split("-"))) for word in words)
    return FOREIGN if known * 2 < len(words) else ""


def _speaks_of(text: str, name: frozenset[str]) -> bool:
    """Return whether a text names somebody; scripts without spaces run names into other words."""
    said = _words(text)
    return any(part in said or (not part.isascii() and part in text) for part in name)


def _words(*texts: str) -> frozenset[str]:
    """Return the words of names, as they are written; initials and small links are none."""
    words = (POSSESSIVE.sub("", word) for text in texts for word in WORD.findall(prose(text)))
    return frozenset(word for word in words if word != word.lower() or not word.isascii())
