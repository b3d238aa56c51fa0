"""No longer than its kind bears."""

from collections.abc import Iterator

from afterword.letters.bands import ON_PAPER, band
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding
from afterword.letters.message import WORD

LONGEST_SENTENCE = 45


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding for a letter, or a sentence, that outstays its welcome, or says nothing."""
    words, limits = len(sheet.message.words), band(sheet.occasion)
    body = sheet.message.body
    if not WORD.search(sheet.message.text):
        yield sheet.tell(Slip.WORDLESS, body)
    elif words > limits.stop:
        on_paper = sheet.occasion.channel in ON_PAPER
        slip = Slip.TOO_LONG_FOR_A_CARD if on_paper else Slip.TOO_LONG
        yield sheet.tell(slip, body, words=str(words), enough=str(limits.high))
    elif words > limits.ask:
        yield sheet.tell(Slip.RATHER_LONG, body, words=str(words), enough=str(limits.high))
    for sentence in sheet.message.sentences:
        count = len(sentence.text.split())
        if count > LONGEST_SENTENCE:
            yield sheet.tell(Slip.LONG_SENTENCE, sentence, words=str(count))
