"""Proper names in a message: runs of capitals that are not just the beginning of a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from afterword.letters.check.lexicon import plain
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.message import Span

UPPER = f"[{''.join(map(chr, filter(lambda sign: chr(sign).isupper(), range(0x250))))}]"

OPENING = " \t\"'“\N{LEFT SINGLE QUOTATION MARK}(*•-–—"


class Name(tuple[Span, bool]):
    """A proper name, and whether it stands where the employer's would."""

    __slots__ = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self[0]

    @property
    def in_place(self) -> bool:
        """Whether it follows "at", "with" or "join"."""
        return self[1]


def proper_names(sheet: Sheet) -> Iterator[Name]:
    """Yield the proper names of subject and body that hold a word nobody noted."""
    naming = sheet.lexicon.naming
    for part in (sheet.message.subject, *sheet.english):
        for found in _run(naming.links).finditer(part.text):
            name = _named(part, found, sheet)
            before, after = part.text[: name.start - part.start], sheet.message.text[name.end :]
            known = all(_is_known(word, sheet) for word in name.text.split())
            # A subject in title case: there, a capital alone says nothing.
            titled = part is sheet.message.subject and _are_plain_words(name.text, sheet)
            own = re.search(naming.own, before) or re.match(naming.here, after)
            if not known and not titled and not own:
                yield Name((name, bool(re.search(naming.place, before))))


@cache
def _run(links: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern: a capital, and what belongs to the same name, as further capitals do."""
    link = rf"(?:{_any(links)})"
    return re.compile(
        rf"(?<!\w){UPPER}[\w’'.&-]*"
        rf"(?:(?:[ \t]+{link}(?=[ \t]+{UPPER}))?[ \t]+{UPPER}[\w’'&-]*)*"
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


def _named(part: Span, found: re.Match[str], sheet: Sheet) -> Span:
    """Return what of a run of capitals is a name; where a sentence begins, its first word is none.

    That is so even of a word that nobody knows: it may be rare, or of another language.
    """
    text = found[0].rstrip(".'’-&")
    if _begins(part.text, found.start()):
        first, *rest = text.split(None, 1)
        if not rest or _is_plain_word(first, sheet):
            links = _any(sheet.lexicon.naming.links)
            text = re.sub(rf"^(?:(?:{links})\s+)+", "", "".join(rest))
    return Span(text, part.start + found.start() + found[0].rindex(text))


def _are_plain_words(text: str, sheet: Sheet) -> bool:
    return all(_is_plain_word(word, sheet) for word in words_of([text]))


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(OPENING)
    return not before or before.endswith((".", "!", "?", ":", ";", "…", "\n", "”"))


def _is_plain_word(word: str, sheet: Sheet) -> bool:
    lower = plain(word)
    return lower in sheet.names or lower in sheet.lexicon.common_names or sheet.speller.knows(lower)


def _is_known(word: str, sheet: Sheet) -> bool:
    lower, lexicon = plain(word), sheet.lexicon
    return (
        lower in sheet.names
        or lower in lexicon.common_names
        or lower in lexicon.countries
        or lower.removesuffix("s") in lexicon.weekdays
        or lower in lexicon.months
        or lower in lexicon.titles
        or lower in lexicon.naming.links
        or not any(sign.isalpha() for sign in lower)
        or (word.isupper() and sheet.speller.knows(lower))  # shouted, and no name
        or all(_part_known(part, sheet) for part in re.split(r"[\W_]", lower))
    )


def _part_known(part: str, sheet: Sheet) -> bool:
    return not part or part in sheet.names or part in sheet.lexicon.numbers
