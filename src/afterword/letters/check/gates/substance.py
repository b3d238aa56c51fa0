"""What in a letter could only come from this conversation, and a letter in which nothing could."""

from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.lexicon import plain, stem
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding
from afterword.letters.kind import Kind
from afterword.letters.message import Span
from afterword.letters.saying import SHORT

SHORTEST = 3

# Thanks live by what is told of the conversation; elsewhere, or with few notes, one word is enough,
# and a question has no room for it on a card or in a chat.
MANY, FEW = 6, 2
TELLING = frozenset({Act.THANK_YOU, Act.KEEP_IN_TOUCH, Act.RE_APPROACH})
TELLING_KINDS = frozenset({Kind.CHECK_IN, Kind.CHECK_IN_DATE})
# Who arranged a conversation was not at it.
ABSENT = frozenset({Kind.THANKS_ARRANGING})


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding where the notes hold something and the letter tells hardly any of it."""
    told = {stem(word.text) for word in specifics(sheet)}
    enough = _enough(sheet)
    emptiest = max(sheet.message.sentences, key=lambda one: len(one.text), default=None)
    if len(told) < enough and emptiest:
        yield sheet.tell(Slip.EMPTY, emptiest, note=sheet.claims.notes[0])


def _enough(sheet: Sheet) -> int:
    """Return how many words of the notes a letter tells at least."""
    holds, at = len(noted(sheet)), sheet.occasion
    if at.kind in ABSENT:
        return 0
    if at.act is Act.THANK_YOU and holds >= MANY:
        return 2
    if at.kind in TELLING_KINDS and at.channel not in SHORT:
        return int(holds >= MANY)  # notes for a question are mostly about waiting
    return int(holds >= FEW and at.act in TELLING)


def specifics(sheet: Sheet) -> tuple[Span, ...]:
    """Return the words that come from the notes, and that not every letter holds, in order."""
    telling = noted(sheet)
    return tuple(word for word in sheet.message.words if stem(word.text) in telling)


def noted(sheet: Sheet) -> frozenset[str]:
    """Return the stems of the words that only these notes hold; post and names are known."""
    at = sheet.occasion
    everywhere = {stem(word) for word in words_of((at.employer, at.role, at.to.name))}
    words = words_of(sheet.claims.notes)
    return frozenset(stem(word) for word in words if _counts(word, sheet)) - everywhere


def _counts(word: str, sheet: Sheet) -> bool:
    lower = plain(word)
    return len(lower) >= SHORTEST and not sheet.speller.is_everyday(lower)
