"""The line above a quote: "On Monday Ana wrote:", in every language, wrapped or not."""

import re
from collections.abc import Iterable
from functools import cache

from afterword.mailbox.recognising import wording

MOST_LINES = 6
LONGEST = 400
DATED = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
ADDRESS_LAST = re.compile(r"<\s*[^<>\s]+@[^<>\s]+>\s*:?$")
GMAIL_WITHOUT_VERB = re.compile(r"\d{4}-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d \S.{0,80}$")
TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{3}[.!?] +[A-ZÀ-Þ]")


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def opening() -> re.Pattern[str]:
    """Return what an introduction may begin with: "On", "Am", a day."""
    return re.compile(rf"(?:{either(wording.every('quotes', 'on'))})(?!\w)|\d")


@cache
def verb() -> re.Pattern[str]:
    """Return what an introduction says that somebody did: "wrote", "schrieb"."""
    return re.compile(rf"(?<!\w)(?:{either(wording.every('quotes', 'wrote'))})(?!\w)")


def length(lines: list[str], at: int) -> int:
    """Return how many lines from `at` on make up an introduction; 0 where there is none."""
    first = _bare(lines[at])
    if not first or not (opening().match(first) or "@" in first or verb().search(first)):
        return 0
    joined = first
    for count in range(1, MOST_LINES + 1):
        if _introduces(joined):
            return count
        following = lines[at + count : at + count + 1]
        if not following or len(joined) > LONGEST or TWO_SENTENCES.search(joined):
            return 0
        if opening().match(_bare(following[0])):
            return 0
        joined = f"{joined} {following[0].strip()}".strip()
    return 0


def _bare(line: str) -> str:
    return line.strip(" *-") if line[:1] != ">" else ""


def _introduces(line: str) -> bool:
    """Return whether a line says who wrote when, and then ends."""
    ended = line.rstrip(" -*_")
    said = verb().search(ended)
    if said:
        last = ended.endswith((":", "\uff1a")) or said.end() == len(ended)
        dated = any(char.isdigit() for char in ended)
        return (
            last
            and (dated or "@" in ended or "via " in ended)
            and bool("@" in ended or opening().match(ended) or said.end() >= len(ended) - 2)
        )
    if DATED.match(ended) and ADDRESS_LAST.search(ended):
        return True
    return bool(GMAIL_WITHOUT_VERB.fullmatch(ended) and not ended.endswith((".", ",", "<")))
