"""Nothing of value, and no word of pay, before an offer is there and settled."""

import re
from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.lexicon import Deal, plain
from afterword.letters.check.sheet import Sheet, finding, words_of
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import Span
from afterword.letters.occasion import Phase

# Where pay is what the letter is about, and where flowers may be.
TALKS = frozenset({Act.NEGOTIATE, Act.ACCEPT, Act.DECLINE, Act.ASK_FOR_TIME, Act.WITHDRAW})
EARLY = frozenset({Phase.INTERVIEWED, Phase.WAITING, Phase.OFFERED})
GIFT = "Anything of value before an offer is accepted and pay is settled reads as a bribe."
PAY = "Pay and terms belong to the talk that follows an offer, not into this letter."


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield each sentence that gives something away, or asks for pay before its time."""
    at, lexicon = sheet.occasion, sheet.lexicon
    if at.phase is not Phase.ACCEPTED:
        for sentence in _dealing(sheet, lexicon.gift):
            yield finding(Class.TRANSACTIONAL, Severity.STOP, sentence, GIFT)
    if at.phase in EARLY and at.act not in TALKS:
        for sentence in _dealing(sheet, lexicon.pay):
            yield finding(Class.SALARY, Severity.STOP, sentence, PAY)


def _dealing(sheet: Sheet, deal: Deal) -> Iterator[Span]:
    """Yield the sentences that name a thing which no note knows, and deal in it."""
    for sentence in sheet.message.sentences:
        if not re.search(deal.dealing, sentence.text):
            continue
        for found in re.finditer(deal.things, sentence.text):
            if not any(plain(word) in sheet.names for word in words_of([found[0]])):
                yield sentence
                break
