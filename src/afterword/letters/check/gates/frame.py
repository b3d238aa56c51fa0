"""What stands around a letter: subject, greeting and signature."""

import re
from collections.abc import Iterator

from afterword.letters.check.sheet import Sheet, finding
from afterword.letters.compose import SPOKEN
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.saying import CHATS

SHORTEST, LONGEST = 2, 9
URGENT = re.compile(
    r"\b(?:urgent|asap|important|time[- ]sensitive|final (?:notice|reminder))\b|!", re.IGNORECASE
)


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is missing or too loud around the body."""
    message = sheet.message
    subject = message.subject
    if found := URGENT.search(subject.text):
        reason = f"“{found[0]}” in a subject makes the reader's day worse before they open it."
        post = f"The {sheet.occasion.role} post" if sheet.occasion.role else ""
        yield finding(Class.SUBJECT, Severity.FIX, subject, reason, post)
    elif subject.text and not SHORTEST <= len(subject.text.split()) <= LONGEST:
        reason = "A subject of three to nine words says what it is: the day, or the post."
        yield finding(Class.SUBJECT, Severity.CONSIDER, subject, reason)
    if sheet.occasion.channel in CHATS | SPOKEN:
        return
    if not message.greeting.text:
        reason = "There is no greeting; begin with their name."
        yield finding(Class.GREETING, Severity.CONSIDER, message.greeting, reason)
    if not message.signature.text:
        reason = "There is no name at the end; sign it."
        yield finding(Class.SIGNATURE, Severity.CONSIDER, message.signature, reason)
