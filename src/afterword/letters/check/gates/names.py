"""The reader's name as they write it, and no title that they did not give."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.lexicon import Lexicon, distance, plain
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding
from afterword.letters.message import WORD, Span

SHORTEST_MISSPELT = 4
INITIAL = 1


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield wrong and misspelt names in the greeting and the body, and assumed titles anywhere."""
    yield from _greeting(sheet)
    yield from _titles(sheet)
    yield from _nearly(sheet)


def _greeting(sheet: Sheet) -> Iterator[Finding]:
    """Yield what greets nobody, or somebody else: every word where no name is right, else surnames.

    Words before a right name are a greeting, in whatever language, unless they are nearly a name.
    """
    lexicon, reader = sheet.lexicon, sheet.occasion.to.name
    known = [plain(word) for word in words_of([reader])]
    people = set(known) - lexicon.titles - lexicon.greetings
    words = _words(sheet.message.greeting)
    if not people or _is_group(sheet, words):
        return
    if any(_is_nobody(words, place, lexicon) for place in range(len(words))):
        yield _to_nobody(sheet)
        return
    met = strange = False
    for place, word in enumerate(words):
        name = plain(word.text)
        met = met or name in people
        if not word.text[0].isupper() or _belongs(name, known, lexicon):
            continue
        if meant := _meant(name, sheet):
            yield _misspelt(sheet, word, meant)
        after = any(plain(one.text) in people for one in words[place:])
        strange |= not (meant or after or not place or (met and _apart(sheet, word)))
    if strange:
        yield _to_another(sheet, words)


def _belongs(name: str, known: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether a word of a greeting is the reader's, or nobody's."""
    initial = len(name) == INITIAL and any(one.startswith(name) for one in known)
    return name in known or initial or name in lexicon.greetings | lexicon.titles


def _apart(sheet: Sheet, word: Span) -> bool:
    """Return whether a comma or an "and" sets a name apart, as one of several people."""
    before = sheet.message.text[sheet.message.greeting.start : word.start].rstrip()
    return before.endswith((",", "&", "/")) or before.split()[-1] in sheet.lexicon.together


def _is_group(sheet: Sheet, words: Sequence[Span]) -> bool:
    """Return whether several are greeted, who stand in the notes or are not all known by name."""
    said = {plain(word.text) for word in words}
    return bool(said & sheet.lexicon.everybody) or sheet.occasion.act is Act.GIFT


def _is_nobody(words: Sequence[Span], place: int, lexicon: Lexicon) -> bool:
    """Return whether a word such as "Sir" stands there without a name behind it."""
    rest = [plain(word.text) for word in words[place:]]
    anybody = lexicon.greetings | lexicon.impersonal
    return rest[0] in lexicon.impersonal and all(word in anybody for word in rest)


def _to_nobody(sheet: Sheet) -> Finding:
    return sheet.tell(Slip.NAME_MISSING, sheet.message.greeting, noted=sheet.occasion.to.name)


def _to_another(sheet: Sheet, words: Sequence[Span]) -> Finding:
    named = [word for word in words if plain(word.text) not in sheet.lexicon.greetings]
    where = Span(sheet.message.text[named[0].start : named[-1].end], named[0].start)
    return sheet.tell(Slip.NAME_ANOTHER, where, noted=sheet.occasion.to.name)


def _misspelt(sheet: Sheet, word: Span, meant: str) -> Finding:
    return sheet.tell(Slip.NAME_MISSPELT, word, noted=meant)


def _titles(sheet: Sheet) -> Iterator[Finding]:
    """Yield each title before a name whose owner was noted without it."""
    message, lexicon = sheet.message, sheet.lexicon
    people = (sheet.occasion.to.name, *sheet.occasion.others, *sheet.claims.notes)
    for part in (message.greeting, message.body):
        words = _words(part)
        for title, name in pairwise(words):
            said = plain(title.text)
            if said not in lexicon.female | lexicon.male or not name.text[0].isupper():
                continue
            if title.text[0].islower() or plain(name.text) in lexicon.greetings:
                continue
            owners = [one for one in people if plain(name.text) in map(plain, words_of([one]))]
            if owners and not any(_agrees(said, one, lexicon) for one in owners):
                whole = Span(message.text[title.start : name.end], title.start)
                owner = name.text if owners[0] in sheet.claims.notes else owners[0]
                yield sheet.tell(Slip.TITLE_GUESSED, whole, noted=owner)


def _agrees(said: str, name: str, lexicon: Lexicon) -> bool:
    """Return whether a name was noted with the same title, or one that says as much."""
    noted = {plain(word) for word in words_of([name])}
    female, male = lexicon.female | lexicon.female_too, lexicon.male | lexicon.male_too
    if said in noted:
        return True
    return bool(said in lexicon.female and noted & female) or bool(
        said in lexicon.male and noted & male
    )


def _nearly(sheet: Sheet) -> Iterator[Finding]:
    """Yield names in the body that are nearly, but not quite, those of a person noted."""
    for word in _words(sheet.message.body):
        name = plain(word.text)
        if word.text[0].isupper() and not sheet.speller.is_common(name):
            meant = _meant(name, sheet)
            if meant and plain(meant)[0] == name[0]:
                yield _misspelt(sheet, word, meant)


def _meant(name: str, sheet: Sheet) -> str:
    """Return the name of a noted person, as noted, that a word nearly is; or nothing."""
    if name in sheet.names or len(name) < SHORTEST_MISSPELT:
        return ""
    right = {plain(one): one for one in words_of((sheet.occasion.to.name, *sheet.occasion.others))}
    near = {
        one: distance(name, one)
        for one in right
        if len(one) >= SHORTEST_MISSPELT and one not in sheet.lexicon.titles
    }
    best = min(near, key=near.__getitem__, default="")
    return right[best] if best and near[best] <= _tolerance(name) else ""


def _tolerance(name: str) -> int:
    return 1 if len(name) <= SHORTEST_MISSPELT + 1 else 2


def _words(span: Span) -> list[Span]:
    return [Span(found[0], span.start + found.start()) for found in WORD.finditer(span.text)]
