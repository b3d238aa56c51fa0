"""Signatures without a mark: contact details below the name, and what lawyers add to each mail."""

import re

from afterword.mailbox.recognising import sentences, wording

CONTACT = re.compile(
    r"(?:\+?\(?\d[\d\s().\-/]{6,}\d|\S+@\S+\.\w+|https?://|www\.\w|\b(?:tel|phone|mobile?|fax|cell)\b[.:]?\s*\+?\(?\d"
    r"|^[TMFPE][.:]?\s+\+?\(?\d)",
    re.IGNORECASE,
)
PARAGRAPH = re.compile(r"\n\s*\n")
LONGEST_LINE = 70
MOST_LINES = 8
NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-ZÀ-Þ][\w.'’-]*){1,3}[,.]?$")


def without(text: str) -> str:
    """Return a text without a disclaimer and a block of contact details at its end."""
    paragraphs = PARAGRAPH.split(text)
    while len(paragraphs) > 1 and _goes(*paragraphs[-2:]):
        del paragraphs[-1]
    body = "\n\n".join(paragraphs)
    return text[: _length_of(text, paragraphs)].rstrip() if len(body) < len(text) else text


def _length_of(text: str, paragraphs: list[str]) -> int:
    """Return how much of a text its first paragraphs take up, with the white space as it was."""
    at = 0
    for one in paragraphs:
        at = text.index(one, at) + len(one)
    return at


def _goes(above: str, last: str) -> bool:
    return _disclaims(last) or _details(last) or _signed_above(above, last)


def _disclaims(paragraph: str) -> bool:
    words = sentences.plain(paragraph)
    return any(
        True
        for language in wording.languages()
        for phrase in language.disclaimers
        for _ in phrase.find(words)
    )


def _details(paragraph: str) -> bool:
    """Return whether a paragraph is a name with its contact details, and no sentence."""
    lines = [line.strip() for line in paragraph.strip().split("\n")]
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return False
    if any(line.endswith(("?", "!", ",")) or len(line.split()) > MOST_LINES for line in lines):
        return False
    contacts = [line for line in lines if CONTACT.search(line)]
    named = NAME.match(lines[0]) and contacts
    return len(lines) > 1 and bool(named or len(contacts) == len(lines))


def _signed_above(above: str, last: str) -> bool:
    """Return whether a short block names in full who has signed above it with the first name."""
    lines = last.strip().split("\n")
    signed = above.strip().rpartition("\n")[2].strip(" ,.")
    named = NAME.match(lines[0].strip()) and lines[0].split()[0] == signed
    return bool(named and len(lines) <= MOST_LINES)
