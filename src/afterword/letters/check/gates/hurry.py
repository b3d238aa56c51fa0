"""No date set for the reader: where there is a true one, a letter of its own tells it."""

import re
from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.sheet import Sheet, finding
from afterword.letters.finding import Class, Finding, Severity

# Letters that are asked for when a date is due, or that go to the candidate's own helpers.
DATED = frozenset(
    {Act.SHARE_OFFER_DEADLINE, Act.ASK_FOR_TIME, Act.ACCEPT, Act.REPLY, Act.UPDATE_HELPER}
)
REASON = "It sets the reader a date, and people say no to deadlines."
BETTER = "Ask one open question about the timeline, or leave the timing to them."


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield each sentence that tells the reader by when to answer."""
    if sheet.occasion.act in DATED:
        return
    for sentence in sheet.message.sentences:
        theirs = re.search(sheet.lexicon.theirs, sentence.text)
        if not theirs and re.search(sheet.lexicon.hurry, sentence.text):
            yield finding(Class.PRESSURING, Severity.FIX, sentence, REASON, BETTER)
