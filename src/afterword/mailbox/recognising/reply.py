"""The person's own words: a text without what is quoted, signed, or added by a mail program.

Each line gets a letter for what it looks like; rules over the letters then say what stays. Losing
somebody's own words is the worst fault: where a rule would leave nothing, it is not applied.
"""

import re
from functools import cache

from afterword.mailbox.recognising import html, introductions, signature, wording
from afterword.mailbox.recognising.message import Message

# Letters: t text, e empty, q quoted, w quoted and long, h a field of a header block,
# b an introduction ("Ana wrote:"), o the head of an older message, d a line drawn,
# z the dashes above a signature, s a device.
TEXT = "t"
INVISIBLE = {ord(char): None for char in "\u200b\u200c\u200d\u200e\u200f\ufeff\u1427\u00ad"}
QUOTED = re.compile(r"\s*>|\s*\|(?:\s|$)|[A-Z][A-Za-z]{0,9}>(?:\s|$)")
DASHES = re.compile(r"(?:--|—|–|__)\s*$")
DRAWN = re.compile(r"\s*(?:[-—–]{3,}|_{3,}|\*{3,}|#{3,}|~{3,}|={3,}|\+{3,})\s*$")
FIELDS = re.compile(r"h[te]?h[te]?h")
WRAPPED_QUOTE = re.compile(r"(?<=w)t(?=[qw])|w")  # a long quoted line (w) was broken in two
LONG = 65  # characters of a quoted line that may have been broken by a mail program
BELOW_QUOTE = re.compile(r"e*b[eq]*q[eq]*(?=t)")
BELOW_FIELDS = re.compile(r"e*o[ht]{0,8}he*(?=t)")
LONGEST_SIGNATURE = 12


def own_words(message: Message) -> str:
    """Return what the sender wrote in a message, "" where that is nothing.

    The plain text has the layout as it was written; the marks in the HTML know better where a
    quote begins. So the text is taken, unless the HTML says that more of it is quoted.
    """
    plain = trimmed(message.text)
    if not message.html:
        return plain
    page = html.rendered(message.html)
    marked = trimmed(page.text)
    if not plain:
        return marked
    more_is_quoted = page.marked and marked and _run(plain).startswith(_run(marked))
    return marked if more_is_quoted and _run(plain) != _run(marked) else plain


def unquoted(text: str) -> str:
    """Return a text without the quoted lines that its answers stand between."""
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">"))


def everything(message: Message) -> str:
    """Return the whole text of a message, quotes and all."""
    return message.text if message.text.strip() else html.rendered(message.html).text


def trimmed(text: str) -> str:
    """Return a text without quotes, signatures and what a mail program added."""
    lines, shape = _shaped(text.translate(INVISIBLE).replace("\xa0", " ").split("\n"))
    start, end = _bounds(shape)
    stays = shape[start:end].rstrip("eqhdzs") if TEXT in shape[start:end] else shape[start:end]
    own = [line for line, letter in zip(lines[start:], stays, strict=False) if letter not in "bo"]
    return signature.without("\n".join(own).strip())


def _run(text: str) -> str:
    return "".join(text.split())


def _bounds(shape: str) -> tuple[int, int]:
    """Return from where to where the lines are the person's own."""
    end = _signed(shape)
    below = BELOW_QUOTE.match(shape, 0, end) or BELOW_FIELDS.match(shape, 0, end)
    if below:
        return below.end(), end
    for older in (_older(shape[:end]), _introduced(shape[:end])):
        end = min(end, older)
    return 0, end


def _signed(shape: str) -> int:
    """Return where a signature begins; a line merely drawn ends a text only if none follows."""
    for found in re.finditer("[zd]", shape):
        before, after = shape[: found.start()], shape[found.end() :]
        own = re.split("[bohq]", after, maxsplit=1)[0].count(TEXT)
        if TEXT in before and own <= (LONGEST_SIGNATURE if found.group() == "z" else 0):
            return found.start()
    return len(shape)


def _older(shape: str) -> int:
    """Return where the head of an older message begins, below the person's own text."""
    for found in (re.search("o", shape), FIELDS.search(shape)):
        if found and TEXT in shape[: found.start()]:
            return found.start()
    return len(shape)


def _introduced(shape: str) -> int:
    """Return where an older message is introduced, unless the person wrote between its lines."""
    for found in re.finditer("b", shape):
        before, after = shape[: found.start()], shape[found.end() :].lstrip("e")
        if TEXT in before and (after[:1] != "q" or TEXT not in after):
            return found.start()
    return len(shape)


def _shaped(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines, introductions in one line, and a letter for each."""
    unwrapped: list[str] = []
    letters: list[str] = []
    at = 0
    while at < len(lines):
        taken = introductions.length(lines, at)
        unwrapped.append(lines[at].rstrip())
        letters.append("b" if taken else _letter(lines[at]))
        at += taken or 1
    return unwrapped, WRAPPED_QUOTE.sub("q", "".join(letters))


def _letter(line: str) -> str:
    if not line or line.isspace():
        return "e"
    for letter, pattern in _patterns():
        if pattern.match(line):
            return "w" if letter == "q" and len(line) >= LONG else letter
    return TEXT


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the pattern of each letter, in the order in which they are tried."""
    original, fields, devices = (
        introductions.either(wording.every("quotes", name))
        for name in ("original", "fields", "devices")
    )
    return (
        ("z", DASHES),
        ("o", re.compile(rf"\W*(?:{original})\b[^\w\n]{{0,40}}:?\W*$", re.IGNORECASE)),
        ("d", DRAWN),
        ("q", QUOTED),
        ("h", re.compile(rf"[\s*_]*(?:{fields})[*_]*\s?[:\uff1a][*_]*(?=\s|$|[*_])")),
        ("s", re.compile(rf"\W{{0,3}}(?:\S+ )?(?:{devices})\b.{{0,90}}$", re.IGNORECASE)),
    )
