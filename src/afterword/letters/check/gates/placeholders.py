"""A blank that was never filled."""

import re
from collections.abc import Iterator

from afterword.letters.check.sheet import Sheet, finding
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import Span

BLANK = re.compile(
    r"\[[^\[\]\n]{1,60}\]|\{\{?[^{}\n]{1,60}\}?\}|<(?!https?:)[A-Za-z][^<>\n@]{0,40}>|_{2,}(?:\w*_{2,})?"
    r"|\bX{2,}\b|\bT\.?B\.?[CDA]\b|\bTODO\b|\bXYZ\b|\bN/?N\b|\blorem ipsum\b"
    r"|\b(?:insert|your|their|company|employer|interviewer|candidate|hiring manager)(?:'s)?"
    r"[ _-]name(?: here)?\b"
    r"|\b(?:insert|(?-i:Add|ADD|Fill in|FILL IN))\b[^.\n]{0,40}\bhere\b"
    r"|\?{3,}|\$[a-z_]\w*|%[A-Z_]+%|\.{5,}|…{2,}",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"\[(?:sic|…|\.\.\.|\d+)\]", re.IGNORECASE)


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield every blank; your and company's "name" only where it plainly stands for one."""
    for found in BLANK.finditer(sheet.message.text):
        if HARMLESS.fullmatch(found[0]) or _is_talk(found):
            continue
        yield finding(
            Class.PLACEHOLDER,
            Severity.STOP,
            Span(found[0], found.start()),
            "This blank was never filled, and shows that the letter was meant for anybody.",
        )


def _is_talk(found: re.Match[str]) -> bool:
    """Return whether words such as "your name" are meant as they stand, in a line with others."""
    text = found[0]
    before, after = found.string[: found.start()], found.string[found.end() :]
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return text[1:].islower() and text.endswith(" name") and any(map(str.isalpha, line))
