"""Not the same note twice: people at one employer compare them."""

from collections.abc import Iterator

from afterword.letters.check.lexicon import plain
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding
from afterword.letters.message import Message

MOST_SHARED = 0.35
SHORTEST = 4
TOGETHER = 3


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield sentences that another note to this employer holds too, or a note too much like it."""
    for text in sheet.claims.siblings:
        other = Message(text)
        theirs = {_bare(one.text) for one in other.sentences}
        same = [one for one in sheet.message.sentences if _bare(one.text) in theirs]
        same = [one for one in same if len(one.text.split()) >= SHORTEST]
        for one in same:
            yield sheet.tell(Slip.SAME_SENTENCE, one)
        if not same and overlap(sheet.message, other) > MOST_SHARED:
            yield sheet.tell(Slip.SAME_NOTE, sheet.message.body)


def overlap(one: Message, other: Message) -> float:
    """Return which share (0 to 1) of the shorter message's word trigrams the other holds too."""
    mine, theirs = _trigrams(one), _trigrams(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _trigrams(message: Message) -> set[tuple[str, ...]]:
    words = [plain(word.text) for word in message.words]
    return {tuple(words[at : at + TOGETHER]) for at in range(len(words) - TOGETHER + 1)}


def _bare(sentence: str) -> str:
    return " ".join(plain(word) for word in words_of([sentence]))
