"""What stands around a letter: subject, greeting and signature."""

import re
from collections.abc import Iterator

from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet
from afterword.letters.compose import SPOKEN
from afterword.letters.finding import Finding
from afterword.letters.saying import CHATS

SHORTEST, LONGEST = 2, 9


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is missing or too loud around the body."""
    message = sheet.message
    subject = message.subject
    if found := re.search(sheet.lexicon.urgent, subject.text):
        yield sheet.tell(Slip.SUBJECT_URGENT, subject, said=found[0], role=sheet.occasion.role)
    elif subject.text and not SHORTEST <= len(subject.text.split()) <= LONGEST:
        yield sheet.tell(Slip.SUBJECT_LENGTH, subject)
    if sheet.occasion.channel in CHATS | SPOKEN:
        return
    if not message.greeting.text:
        yield sheet.tell(Slip.NO_GREETING, message.greeting)
    if not message.signature.text:
        yield sheet.tell(Slip.NO_SIGNATURE, message.signature)
