"""What came back, read with suspicion: the letter in a model's answer, or why there is none.

No reason quotes the answer, which is a stranger's text.
"""

import re
import unicodedata
from enum import StrEnum
from typing import TypeVar

import msgspec

from afterword.ghostwriter.errand import Errand
from afterword.letters.check.lexicon import stem
from afterword.letters.message import GREETING, WORD, Message

LONGEST_SUBJECT, LONGEST_BODY = 80, 6_000
"""Characters."""
MOST_IN_SUBJECT = 12
"""Words, where nine are asked for."""
LONGEST_WORD = 40
"""Characters; a dictionary takes its time over longer ones."""
SHORTEST_TOLD = 4
"""Letters of a word that shows by itself that a fact was told."""

THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
FENCED = re.compile(r"\A```[a-z]*\n(.*?)\n?```\Z", re.DOTALL | re.IGNORECASE)
GAPS = re.compile(r"\n{3,}")

Shape = TypeVar("Shape")


class Flaw(StrEnum):
    """Why there is no letter in an answer; completes "the model's answer …"."""

    ENVELOPE = "is not what such a server answers"
    EMPTY = "is empty"
    CUT = "was cut off before its end"
    JSON = "is not the JSON that was asked for"
    LONG = "is far too long"
    HIDDEN = "holds control characters or hidden signs"
    WORDS = "holds words that are far too long"
    LINES = "has a subject of several lines"
    LACKING = "lacks a subject or a body"
    CLAIM = "claims a fact that was never sent"


class Unusable(Exception):
    """There is no letter in an answer; the message is a Flaw."""


class Written(msgspec.Struct, frozen=True):
    """A letter in a model's words, without greeting and farewell; `used` are indexes of notes."""

    subject: str
    body: str
    used: tuple[int, ...] = ()


class _Said(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Said
    finish_reason: str | None = None


class _Envelope(msgspec.Struct, frozen=True):
    choices: tuple[_Choice, ...]


class _Letter(msgspec.Struct, frozen=True):
    subject: str
    body: str
    used_facts: tuple[int, ...]


def read(raw: bytes, errand: Errand, *, subject: bool) -> Written:
    """Return the letter in the body of a response; `subject` says whether it needs one.

    Raises Unusable.
    """
    letter = _letter(_content(raw))
    if len(letter.subject) > LONGEST_SUBJECT or len(letter.body) > LONGEST_BODY:
        raise Unusable(Flaw.LONG)
    title, body = _plain(letter.subject), _own(_plain(letter.body))
    if len(title.split()) > MOST_IN_SUBJECT:
        raise Unusable(Flaw.LONG)
    if any(len(word) > LONGEST_WORD for word in f"{title} {body}".split()):
        raise Unusable(Flaw.WORDS)
    if "\n" in title:
        raise Unusable(Flaw.LINES)
    if not body or (subject and not title):
        raise Unusable(Flaw.LACKING)
    numbers = {fact.number for fact in errand.facts}
    if not set(letter.used_facts) <= numbers:
        raise Unusable(Flaw.CLAIM)
    return Written(title if subject else "", body, _told(errand, body, set(letter.used_facts)))


def _content(raw: bytes) -> str:
    envelope = _decoded(raw, _Envelope, Flaw.ENVELOPE)
    if not envelope.choices or envelope.choices[0].message.content is None:
        raise Unusable(Flaw.EMPTY)
    if envelope.choices[0].finish_reason == "length":
        raise Unusable(Flaw.CUT)
    return envelope.choices[0].message.content


def _letter(content: str) -> _Letter:
    """Return the letter in what the model said, with or without its thoughts and a fence."""
    text = THOUGHT.sub("", content).strip()
    if fenced := FENCED.match(text):
        text = fenced[1]
    return _decoded(text, _Letter, Flaw.JSON)


def _decoded(raw: bytes | str, kind: type[Shape], otherwise: Flaw) -> Shape:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise Unusable(otherwise) from error


def _plain(text: str) -> str:
    """Return a text in one spelling of each letter, with plain spaces and line ends.

    Raises Unusable for signs that cannot be seen.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    text = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text).strip()
    if not all(sign.isprintable() or sign == "\n" for sign in text):
        raise Unusable(Flaw.HIDDEN)
    return GAPS.sub("\n\n", "\n".join(line.strip() for line in text.split("\n")))


def _own(body: str) -> str:
    """Return a body without a greeting and a farewell, should the model have put them on."""
    taken = Message(body)
    if not GREETING.match(taken.greeting.text) and not taken.greeting.text.endswith(","):
        return body[: taken.signature.start].strip() if taken.signature.text else body
    return taken.body.text


def _told(errand: Errand, body: str, claimed: set[int]) -> tuple[int, ...]:
    """Return the indexes of the notes that a letter tells: those claimed that share a word with it.

    A model that claims more than it told would keep a note from being seen as untold.
    """
    said = {stem(word) for word in WORD.findall(body)}
    return tuple(
        fact.index
        for fact in errand.facts
        if fact.number in claimed
        and said & {stem(word) for word in WORD.findall(fact.text) if len(word) >= SHORTEST_TOLD}
    )
