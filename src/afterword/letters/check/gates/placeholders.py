"""A blank that was never filled."""

import re
from collections.abc import Iterator

from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding
from afterword.letters.message import Span

# Signs that stand for a blank in any language.
SIGNS = (
    r"\[[^\[\]\n]{1,60}\]|\{\{?[^{}\n]{1,60}\}?\}|<(?!https?:)[A-Za-z][^<>\n@]{0,40}>"
    r"|_{2,}(?:\w*_{2,})?|\?{3,}|\$[a-z_]\w*|%[A-Z_]+%|\.{5,}|…{2,}"
)


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield every blank; words such as "your name" only where they plainly stand for one."""
    blanks = sheet.lexicon.blanks
    for found in re.finditer(f"{SIGNS}|{blanks.words}", sheet.message.text, re.IGNORECASE):
        harmless = re.fullmatch(blanks.harmless, found[0], re.IGNORECASE)
        if not harmless and not _is_talk(found, blanks.talk):
            yield sheet.tell(Slip.BLANK, Span(found[0], found.start()))


def _is_talk(found: re.Match[str], talk: str) -> bool:
    """Return whether words such as "your name" are meant as they stand, in a line with others."""
    text = found[0]
    before, after = found.string[: found.start()], found.string[found.end() :]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return text[1:].islower() and bool(re.search(talk, text)) and any(map(str.isalpha, line))
