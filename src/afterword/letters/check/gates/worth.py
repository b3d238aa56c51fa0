"""Nothing of value, and no word of pay, before an offer is there and settled."""

import re
from collections.abc import Iterator

from afterword.letters.check.lexicon import Deal, plain
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Class, Finding
from afterword.letters.message import Span


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield each sentence that gives something away, or asks for pay before its time."""
    for class_, deal in (
        (Class.TRANSACTIONAL, sheet.lexicon.gift),
        (Class.SALARY, sheet.lexicon.pay),
    ):
        for sentence in _dealing(sheet, deal) if sheet.is_wrong(class_) else ():
            yield sheet.tell(class_, sentence)


def _dealing(sheet: Sheet, deal: Deal) -> Iterator[Span]:
    """Yield the sentences that name a thing which no note knows, and deal in it."""
    for sentence in sheet.message.sentences:
        if not re.search(deal.dealing, sentence.text):
            continue
        for found in re.finditer(deal.things, sentence.text):
            if not any(plain(word) in sheet.names for word in words_of([found[0]])):
                yield sentence
                break
