"""No date set for the reader: where there is a true one, a letter of its own tells it."""

import re
from collections.abc import Iterator

from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Class, Finding


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield each sentence that tells the reader by when to answer."""
    if not sheet.is_wrong(Class.PRESSURING):
        return
    for sentence in sheet.message.sentences:
        theirs = re.search(sheet.lexicon.theirs, sentence.text)
        if not theirs and re.search(sheet.lexicon.hurry, sentence.text):
            yield sheet.tell(Class.PRESSURING, sentence)
