"""Capitals and exclamation marks, which raise the voice."""

import re
from collections.abc import Iterator

from afterword.letters.bands import band
from afterword.letters.check.lexicon import plain
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding, Severity
from afterword.letters.message import Span

MARKS = re.compile(r"[!?]{2,}(?:\s+!)*|!(?:\s+!)+")
CAPITALS = re.compile(r"\b[A-Z][A-Z'’]+(?:\s+[A-Z][A-Z'’]+)*\b")
LONGEST_ACRONYM = 5
MOST = 2


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield runs of marks, words in capitals, and more exclamation marks than the kind bears."""
    body = sheet.message.body
    for found in MARKS.finditer(body.text):
        where = Span(found[0], body.start + found.start())
        yield sheet.tell(Slip.ROW_OF_MARKS, where)
    for found in CAPITALS.finditer(body.text):
        loud = [word for word in found[0].split() if _is_loud(word, sheet)]
        if len(loud) >= MOST or any(len(word) > LONGEST_ACRONYM for word in loud):
            where = Span(found[0], body.start + found.start())
            yield sheet.tell(Slip.CAPITALS, where, quiet=found[0].lower())
    yield from _too_many(sheet)


def _is_loud(word: str, sheet: Sheet) -> bool:
    lower = plain(word)
    known = lower in sheet.names or lower in sheet.lexicon.common_names
    return len(word) > 1 and not known and sheet.speller.knows(lower)


def _too_many(sheet: Sheet) -> Iterator[Finding]:
    body, most = sheet.message.body, band(sheet.occasion).shouts
    marks = [found.start() for found in re.finditer("!", body.text)]
    if len(marks) > most:
        severity = Severity.FIX if len(marks) > most + MOST else None
        where = Span("!", body.start + marks[most])
        yield sheet.tell(Slip.EXCLAMATIONS, where, severity, count=str(len(marks)))
