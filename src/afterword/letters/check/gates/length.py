"""No longer than its kind bears."""

from collections.abc import Iterator

from afterword.letters.bands import ON_PAPER, band
from afterword.letters.check.sheet import Sheet, finding
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import WORD

LONGEST_SENTENCE = 45


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding for a letter, or a sentence, that outstays its welcome, or says nothing."""
    words, limits = len(sheet.message.words), band(sheet.occasion)
    body = sheet.message.body
    if not WORD.search(sheet.message.text):
        yield finding(Class.TOO_SHORT, Severity.FIX, body, "There is not a word in it yet.")
    elif words > limits.stop:
        on_paper = sheet.occasion.channel in ON_PAPER
        what = "more than a card holds" if on_paper else "more than anybody reads"
        reason = f"{words} words are {what}; {limits.high} are enough."
        yield finding(Class.TOO_LONG, Severity.FIX, body, reason)
    elif words > limits.ask:
        reason = f"{words} words; {limits.high} are enough. What could go?"
        yield finding(Class.TOO_LONG, Severity.CONSIDER, body, reason)
    for sentence in sheet.message.sentences:
        count = len(sentence.text.split())
        if count > LONGEST_SENTENCE:
            reason = f"A sentence of {count} words; two would be read more easily."
            yield finding(Class.TOO_LONG, Severity.CONSIDER, sentence, reason)
