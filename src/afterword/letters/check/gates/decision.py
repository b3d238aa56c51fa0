"""A yes that says yes, and a no that says no, before anything else."""

import re
from collections.abc import Iterator

from afterword.letters.check.sheet import Sheet, finding
from afterword.letters.finding import Class, Finding, Severity

FIRST = 3


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding where an answer is missing, or comes late."""
    pattern = sheet.lexicon.decisions.get(sheet.occasion.act)
    sentences = sheet.message.sentences
    if pattern is None or not sentences:
        return
    said = [place for place, one in enumerate(sentences) if re.search(pattern, one.text)]
    if not said:
        reason = "Nobody can tell from this what you decided; say it in so many words."
        yield finding(Class.UNCLEAR, Severity.FIX, sentences[0], reason)
    elif said[0] >= FIRST:
        reason = "The decision comes late; the reader is looking for it in the first lines."
        yield finding(Class.UNCLEAR, Severity.CONSIDER, sentences[said[0]], reason)
