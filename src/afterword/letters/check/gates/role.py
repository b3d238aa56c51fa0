"""The right post: what is called the post, the role or the position is the one that was noted."""

import re
from collections.abc import Iterator

from afterword.letters.check.lexicon import plain, stem
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding
from afterword.letters.message import Span

LONG = 5


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield the names of posts that share no word with the role, the employer or a note."""
    if not sheet.occasion.role:
        return
    body = sheet.message.body
    for found in re.finditer(sheet.lexicon.post, body.text):
        said = found["post"].split()
        if any(plain(word) in sheet.lexicon.joints for word in said):
            continue  # "post" belongs to another phrase
        words = [word for word in said if not _is_filler(word, sheet)]
        if len(words) >= 1 and not any(_is_known(word, sheet) for word in words):
            where = Span(found["post"].strip(), body.start + found.start("post"))
            yield sheet.tell(Slip.ROLE_ANOTHER, where, noted=sheet.occasion.role)


def _is_filler(word: str, sheet: Sheet) -> bool:
    lower = plain(word)
    return lower in sheet.lexicon.fillers or lower in sheet.lexicon.numbers


def _is_known(word: str, sheet: Sheet) -> bool:
    parts = [stem(part) for part in re.split(r"[-/'’]", word) if part]
    return any(part in sheet.known or _akin(part, sheet) for part in parts)


def _akin(part: str, sheet: Sheet) -> bool:
    """Return whether a word shares its beginning with a noted one: reception, receptionist."""
    return len(part) >= LONG and any(
        one.startswith(part) or part.startswith(one) for one in sheet.known if len(one) >= LONG
    )
