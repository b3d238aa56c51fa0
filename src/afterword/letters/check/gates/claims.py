"""Claims that carry weight, and that no note holds: another offer, an award, a degree."""

import re
from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates.facts import invented
from afterword.letters.check.lexicon import stem
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding, Severity
from afterword.letters.message import Span


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield the claim of another offer, which is found out, and every claim of a record."""
    yield from _offers(sheet)
    claims = {stem(word) for word in sheet.lexicon.credentials} - sheet.known
    for word in sheet.message.words:
        if stem(word.text) in claims:
            yield invented(sheet, word, Severity.FIX)


def _offers(sheet: Sheet) -> Iterator[Finding]:
    said, notes = sheet.lexicon.offers, sheet.claims.notes
    denied = any(re.search(said.none, note) for note in notes if re.search(said.noted, note))
    known = any(not re.search(said.none, note) for note in notes if re.search(said.noted, note))
    if known or (
        (sheet.occasion.deadline or sheet.occasion.act is Act.SHARE_OFFER_DEADLINE) and not denied
    ):
        return
    for sentence in sheet.message.sentences:
        if found := re.search(said.other, sentence.text):
            yield invented(sheet, Span(found[0], sentence.start + found.start()))
