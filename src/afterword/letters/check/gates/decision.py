"""A yes that says yes, and a no that says no, before anything else."""

import re
from collections.abc import Iterator

from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding

FIRST = 3


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding where an answer is missing, or comes late."""
    pattern = sheet.lexicon.decisions.get(sheet.occasion.act)
    sentences = sheet.message.sentences
    if pattern is None or not sentences:
        return
    said = [place for place, one in enumerate(sentences) if re.search(pattern, one.text)]
    if not said:
        yield sheet.tell(Slip.UNDECIDED, sentences[0])
    elif said[0] >= FIRST:
        yield sheet.tell(Slip.DECIDED_LATE, sentences[said[0]])
