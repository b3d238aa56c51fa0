"""A message taken apart: subject, greeting, body and signature, with the place of every sentence.

The text itself is never changed, so that a finding can point into it.
"""

import re
from collections.abc import Iterator
from functools import cached_property

SUBJECT = re.compile(r"\A\s*Subject:([^\n]*)\n", re.IGNORECASE)
GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|to whom|sir|madam"
    r"|ladies|gentlemen|kia ora|sehr geehrte|lieber?|bonjour|buongiorno|hola|ol[aá]|chère?|kære|hej"
    r")\b",
    re.IGNORECASE,
)
# Where a greeting may end, when the letter goes on in the same line.
GREETED = re.compile(r"[,!:;.](?=\s)|\s[-–—](?=\s)")
INLINE_NAME = re.compile(r"(?<=[.!?])[ \t]+((?:[^\W\d_a-z][\w’'-]*[ \t]*){1,3})\Z")
LONGEST_GREETING = 90
LONGEST_NAME_LINE = 60
# In words: the longest "Thank you again, …", and name; a line of fewer words is no sentence.
LONGEST_CLOSING, LONGEST_NAME, SHORTEST_SENTENCE = 7, 5, 3

# A sentence ends at a mark with space after it, unless what stands before is a short form.
END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|\n\s*\n|\n(?=\s*[-•*]\s)")
BULLET = re.compile(r"[-•*]\s")
SHORT_FORMS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Rev|Sgt|Capt|Lt|Sr|Jr|e\.g|i\.e|etc|vs|approx|No|no|a\.m|p\.m"
    r"|Inc|Ltd|Co|Corp)|\b[A-HJ-Z])\.$"
)
LONGEST_FORM = 8
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Span:
    """A stretch of a message: where it begins and ends, in characters, and what it says."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int) -> None:
        """Hold a stretch of text that begins at `start`."""
        self.text = text
        self.start = start
        self.end = start + len(text)

    def __repr__(self) -> str:
        """Return what the reader of a failing test wants to see."""
        return f"Span({self.text!r}, {self.start})"


class Message:
    """A message and its parts."""

    def __init__(self, text: str) -> None:
        """Take a message apart; parts that are not there are empty stretches."""
        self.text = text
        found = SUBJECT.match(text)
        self.subject = _trimmed(text, *found.span(1)) if found else Span("", 0)
        begin = _first(text, found.end() if found else 0)
        self.greeting = _greeting(text, begin)
        begin = _first(text, self.greeting.end) if self.greeting.text else begin
        end = min(_signature(text, begin), _inline_name(text, begin))
        self.body = _trimmed(text, begin, end)
        self.signature = _trimmed(text, end, len(text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body, in order."""
        return tuple(_sentences(self.body))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the body, in order."""
        body = self.body
        return tuple(
            Span(found[0], body.start + found.start()) for found in WORD.finditer(body.text)
        )


def _first(text: str, at: int) -> int:
    """Return where the first sign that is no space stands, from `at` on."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> Span:
    start = _first(text, start)
    return Span(text[start:end].rstrip(), min(start, len(text)))


def _greeting(text: str, begin: int) -> Span:
    """Return the greeting: a short beginning that names or greets somebody."""
    line, _, rest = text[begin:].partition("\n")
    line = line.rstrip()
    if GREETING.match(line):
        line = _greeted(line)
    elif not line.endswith((",", ":", "!")) or not _closes(line) or not rest.strip():
        line = ""
    return Span(line if len(line) <= LONGEST_GREETING else "", begin)


def _greeted(line: str) -> str:
    """Return a line as far as it greets: all of it, unless a sentence begins there."""
    if line.endswith((",", ":")):
        return line
    for found in GREETED.finditer(line):
        rest = line[found.end() :]
        says = _is_sentence(rest) or rest.endswith((".", "?")) or not _closes(rest)
        if says and not SHORT_FORMS.search(line[: found.end()]):
            return line[: found.end()]
    return line


def _signature(text: str, begin: int) -> int:
    """Return where the closing and the name begin: the last short lines that are no sentence."""
    lines = list(_lines(text, begin))
    start = len(text)
    for place, line in enumerate(reversed(lines)):
        if not line.text.strip():
            continue
        if (place and not _closes(line.text)) or len(line.text.strip()) > LONGEST_NAME_LINE:
            break
        if _is_sentence(line.text):
            break
        start = line.start
    return start


def _inline_name(text: str, begin: int) -> int:
    """Return where a name begins that closes a text message on its last line."""
    found = INLINE_NAME.search(text, begin)
    return found.start(1) if found else len(text)


def _lines(text: str, begin: int) -> Iterator[Span]:
    at = begin
    for line in text[begin:].split("\n"):
        yield Span(line, at)
        at += len(line) + 1


def _closes(line: str) -> bool:
    words = line.split()
    most = LONGEST_CLOSING if line.rstrip().endswith((",", "!")) else LONGEST_NAME
    return len(words) <= most


def _is_sentence(line: str) -> bool:
    """Return whether a line is a sentence, or the end of one that began in the line before."""
    line = line.strip()
    listed = BULLET.match(line)
    stops = listed or line.endswith((".", "?", "!", ":", ";"))
    if stops and len(line.split()) > SHORTEST_SENTENCE:
        return True
    ends = (listed or line[:1].islower()) and line.endswith((".", "?"))
    return bool(ends) or len(list(_sentences(Span(line, 0)))) > 1


def _sentences(body: Span) -> Iterator[Span]:
    start = 0
    for found in END.finditer(body.text):
        before = body.text[max(0, found.end() - LONGEST_FORM) : found.end()]
        if found[0] == "." and SHORT_FORMS.search(before):
            continue
        yield from _sentence(body, start, found.end())
        start = found.end()
    yield from _sentence(body, start, len(body.text))


def _sentence(body: Span, start: int, end: int) -> Iterator[Span]:
    text = body.text[start:end]
    if stripped := text.strip():
        yield Span(stripped, body.start + start + text.index(stripped))
