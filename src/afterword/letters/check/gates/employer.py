"""The right employer: no name that is nearly theirs, and none in the place of theirs."""

import re
from collections.abc import Iterator

from afterword.letters.check.lexicon import distance, plain
from afterword.letters.check.manner import Slip
from afterword.letters.check.proper import Name, proper_names
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding
from afterword.letters.message import Span

SHORTEST_MISSPELT = 4
PAIRED = r"\b([A-Z][\w’'-]+) (?:&|{}) ([A-Z][\w’'-]+)"


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield every other employer that is written where this one belongs."""
    if not sheet.occasion.employer:
        return
    wrong = [name.span for name in proper_names(sheet) if is_wrong_employer(name, sheet)]
    for span in [*wrong, *_half_right(sheet)]:
        if span in wrong or not any(span.start < one.end and one.start < span.end for one in wrong):
            yield sheet.tell(Slip.EMPLOYER_ANOTHER, span, noted=sheet.occasion.employer)


def _half_right(sheet: Sheet) -> Iterator[Span]:
    """Yield "March & Quill" for "Marsh & Quill": half of it is theirs, the other half a word."""
    employer = sheet.occasion.employer
    own = {plain(word) for word in words_of([employer])}
    pair = PAIRED.format("|".join(sheet.lexicon.ands))
    for sentence in sheet.english if re.search(pair, employer) else ():
        for found in re.finditer(pair, sentence.text):
            halves = {plain(found[1]), plain(found[2])}
            if len(halves & own) == 1 and not halves <= sheet.names:
                yield Span(found[0], sentence.start + found.start())


def is_wrong_employer(name: Name, sheet: Sheet) -> bool:
    """Return whether a name that nobody noted stands for the employer's."""
    own = [plain(word) for word in words_of([sheet.occasion.employer])]
    words = [plain(word) for word in words_of([name.span.text])]
    foreign = [word for word in words if word not in sheet.names]
    if any(_nearly(word, right) for word in foreign for right in own):
        return True
    shares = any(word in own and len(word) >= SHORTEST_MISSPELT for word in words)
    return shares or name.in_place


def _nearly(word: str, right: str) -> bool:
    if len(right) < SHORTEST_MISSPELT or word[:1] != right[0]:
        return False
    return 0 < distance(word, right) <= (1 if len(right) <= SHORTEST_MISSPELT + 1 else 2)
