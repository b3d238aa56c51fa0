"""Phrases as a person writes them down, compiled to patterns that are quick to rule out.

    decided not to (move|go) [forward]    one of these, and a word that may be missing
    select~ ... {others}                  any ending; up to a dozen words between; a slot

A phrase is looked for in plain words: lower case, no punctuation, contractions spelled out.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

TOKEN = re.compile(r"\{\w+\}|\.\.\.|[\[\]()|]|[^\s\[\](){}|]+")
GAP = r"(?: [^\n]{0,70}?)?"
CLOSING = {"(": ")", "[": "]"}


class NotAPhrase(ValueError):
    """A phrase is not well formed: where, and what to do."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f'"{where}": {what}')


class Phrase(msgspec.Struct, frozen=True):
    """A compiled phrase; words that hold none of `anchors` need not be searched."""

    written: str
    pattern: str
    anchors: tuple[str, ...]

    def find(self, words: str) -> Iterator[re.Match[str]]:
        """Yield where words say it."""
        if not self.anchors or any(anchor in words for anchor in self.anchors):
            yield from expression(self.pattern).finditer(words)


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern; most phrases are ruled out by an anchor, and never need one."""
    return re.compile(pattern, re.MULTILINE)


class Piece(msgspec.Struct, frozen=True):
    """A part of a phrase: its pattern, how it is joined, and what any text with it must hold."""

    pattern: str
    anchors: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False


def compiled(written: str, slots: Mapping[str, str]) -> Phrase:
    """Return a phrase, with its slots filled in; raises NotAPhrase where it is not well formed."""
    tokens = TOKEN.findall(written)
    piece = _alternatives(tokens, slots)
    if tokens:
        raise NotAPhrase(written, f'"{tokens[0]}" closes nothing. Open it, or take it out.')
    return Phrase(written, rf"(?<!\w){piece.pattern}(?!\w)", piece.anchors)


def _alternatives(tokens: list[str], slots: Mapping[str, str]) -> Piece:
    """Take what stands up to the next closing bracket, split at its bars."""
    pieces = [_sequence(tokens, slots)]
    while tokens and tokens[0] == "|":
        tokens.pop(0)
        pieces.append(_sequence(tokens, slots))
    anchors = tuple(anchor for piece in pieces for anchor in piece.anchors)
    pattern = "|".join(piece.pattern for piece in pieces)
    return Piece(f"(?:{pattern})", anchors if all(piece.anchors for piece in pieces) else ())


def _sequence(tokens: list[str], slots: Mapping[str, str]) -> Piece:
    pieces = []
    while tokens and tokens[0] not in {"|", ")", "]"}:
        pieces.append(_piece(tokens, slots))
    joined = ""
    for piece in pieces:
        if piece.gap:
            joined += GAP
        elif piece.optional:
            joined += f"(?: {piece.pattern})?"
        else:
            joined += f" {piece.pattern}"
    needed = [piece.anchors for piece in pieces if piece.anchors and not piece.optional]
    return Piece(
        _without_first_space(pieces, joined),
        max(needed, key=lambda one: min(map(len, one)), default=()),
    )


def _without_first_space(pieces: list[Piece], joined: str) -> str:
    """Return a sequence that begins with a word, whichever of its first words is missing."""
    leading = 0
    while leading < len(pieces) and pieces[leading].optional:
        leading += 1
    if not leading:
        return joined.removeprefix(" ")
    first = "".join(f"(?:{piece.pattern} )?" for piece in pieces[:leading])
    rest = joined[sum(len(f"(?: {piece.pattern})?") for piece in pieces[:leading]) :]
    return first + rest.removeprefix(" ")


def _piece(tokens: list[str], slots: Mapping[str, str]) -> Piece:
    first = tokens.pop(0)
    if first in CLOSING:
        inside = _alternatives(tokens, slots)
        if not tokens or tokens.pop(0) != CLOSING[first]:
            raise NotAPhrase(first, f'it is not closed. Write "{CLOSING[first]}" behind it.')
        return msgspec.structs.replace(inside, optional=first == "[")
    if first == "...":
        return Piece("", gap=True)
    if first.startswith("{"):
        if first[1:-1] not in slots:
            raise NotAPhrase(first, f"it is no slot. The slots are: {', '.join(slots)}.")
        return _alternatives(TOKEN.findall(slots[first[1:-1]]), slots)
    stem = first.rstrip("~")
    return Piece(re.escape(stem) + (r"\w*" if stem != first else ""), (stem,))
