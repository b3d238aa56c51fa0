"""A wording is text with slots and choices, read once and filled with what is known.

`{slot}` must be filled, `{ slot}` may be missing together with what stands before its name, and
`[one|two]` is a choice. What fills a slot is never read as a wording itself.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import msgspec

# The grammar, once: a slot with what leads it, or a choice, or a bracket that has no partner.
TOKEN = re.compile(r"\{([^\w{}]*)(\w+)\}|\[([^\[\]]*)\]|([\[\]{}])")
CLOSED = re.compile(r"[.!?…]$")
ENDS = (".", "?")

Facts = Mapping[str, str]
"""What is known, by slot; what is not known is not there."""

Pick = Callable[[int, int], int]
"""Given which choice of a wording it is and how many options it has, the one to take."""


class Text(msgspec.Struct, frozen=True):
    """The language's own words."""

    text: str


class Slot(msgspec.Struct, frozen=True):
    """A place for a fact; with a `lead`, one that may stay empty."""

    name: str
    lead: str = ""

    @property
    def fact(self) -> str:
        """The fact that belongs here, whether or not it begins with a capital."""
        return self.name[0].lower() + self.name[1:]


class Choice(msgspec.Struct, frozen=True):
    """Several ways to go on, one of which is taken."""

    options: "tuple[Wording, ...]"


Piece = Text | Slot | Choice


class Wording(msgspec.Struct, frozen=True):
    """Pieces in their order; `needs` are the facts that it cannot do without.

    `narrow` are the choices of which every option needs a fact, so that none may be left.
    """

    pieces: tuple[Piece, ...]
    needs: frozenset[str]
    narrow: tuple[Choice, ...]


class Unbalanced(ValueError):
    """A bracket has no partner."""

    def __init__(self, template: str) -> None:
        """Name the template that cannot be read."""
        super().__init__(f'a bracket has no partner in "{template}"')


@cache
def read(template: str) -> Wording:
    """Return the wording that a template spells; raises Unbalanced."""
    pieces = tuple(_pieces(template))
    choices = [piece for piece in pieces if isinstance(piece, Choice)]
    return Wording(
        pieces,
        needs=frozenset(
            piece.fact for piece in pieces if isinstance(piece, Slot) and not piece.lead
        ),
        narrow=tuple(each for each in choices if all(option.needs for option in each.options)),
    )


def slots(wording: Wording) -> Iterator[Slot]:
    """Yield every slot, those of choices included."""
    for piece in wording.pieces:
        if isinstance(piece, Slot):
            yield piece
        elif isinstance(piece, Choice):
            for option in piece.options:
                yield from slots(option)


def fits(wording: Wording, facts: Facts) -> bool:
    """Return whether every slot that must be filled can be."""
    return wording.needs <= facts.keys() and all(
        any(fits(option, facts) for option in choice.options) for choice in wording.narrow
    )


def ends_with(wording: Wording, fact: str) -> bool:
    """Return whether a fact ends its sentence, so that it may be one of any length."""
    following = (*wording.pieces[1:], Text("."))
    return any(
        isinstance(piece, Slot) and piece.fact == fact and _is_end(after)
        for piece, after in zip(wording.pieces, following, strict=True)
    )


def fill(wording: Wording, facts: Facts, pick: Pick) -> str:
    """Return a wording that fits in words: facts in their slots, one option of each choice."""
    text = ""
    for piece in _chosen(wording, facts, pick):
        part = piece.text if isinstance(piece, Text) else _filled(piece, facts)
        # A fact that ends like a sentence ("Acme Inc.") needs no second full stop.
        closed = part.startswith(".") and CLOSED.search(text)
        text += part[1:] if closed else part
    return text


def first_option(_place: int, _count: int) -> int:
    """Pick the first option of every choice."""
    return 0


def raised(text: str) -> str:
    """Return a text that begins with a capital, unless its first word has capitals of its own."""
    first, _, _ = text.partition(" ")
    return text[:1].upper() + text[1:] if first.islower() else text


def _pieces(template: str) -> Iterator[Piece]:
    at = 0
    for found in TOKEN.finditer(template):
        if found.start() > at:
            yield Text(template[at : found.start()])
        at = found.end()
        lead, name, options, stray = found.groups()
        if stray:
            raise Unbalanced(template)
        yield Slot(name, lead) if name else Choice(tuple(map(read, options.split("|"))))
    if at < len(template):
        yield Text(template[at:])


def _is_end(piece: Piece) -> bool:
    return isinstance(piece, Text) and piece.text.startswith(ENDS)


def _chosen(wording: Wording, facts: Facts, pick: Pick) -> Iterator[Text | Slot]:
    for place, piece in enumerate(wording.pieces):
        if isinstance(piece, Choice):
            options = [option for option in piece.options if fits(option, facts)]
            yield from _chosen(options[pick(place, len(options))], facts, pick)
        else:
            yield piece


def _filled(slot: Slot, facts: Facts) -> str:
    fact = facts.get(slot.fact, "")
    if fact and slot.name != slot.fact:
        fact = raised(fact)
    return slot.lead + fact if fact else ""
