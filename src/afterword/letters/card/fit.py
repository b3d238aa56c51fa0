"""How much a card holds in a hand, and where each line of a letter will end on it.

The geometry is that of the digest on the handwritten kit: 10 mm free at each side and 27.5 mm above
and below together, four lines for the greeting and the close, 5.6 letters to a word, and 8 % of
each line lost at its end. With it an A6 card upright holds 58 words in a hand of 2.6 mm, as there.
"""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from afterword.letters.card.hand import Hand
from afterword.letters.card.stationery import Card
from afterword.letters.message import Message

SIDE = 10.0
HEAD_AND_FOOT = 27.5
FRAME_LINES = 4
LETTERS_TO_A_WORD = 5.6
LOST = 0.08

# So that a card of exactly ten lines does not lose one to binary fractions.
HAIR = 1e-6

WIDE, WIDEST = frozenset({"W", "F"}), 2
# A line holds the widest sign with its accents and a hyphen, in whatever hand.
NARROWEST = 4
HYPHENS = "-–—/\N{HYPHEN}"


class Room(msgspec.Struct, frozen=True):
    """Where a hand may write on a card: letters to a line, and lines; lengths in mm.

    `top` is where the first line stands below the edge of the card, `left` how far from its side.
    """

    letters: int
    lines: int
    pitch: float
    top: float
    left: float
    length: float

    @property
    def words(self) -> int:
        """How many ordinary words it holds beside a greeting and a close."""
        return words_in(max(0, self.lines - FRAME_LINES), self)


class Fit(msgspec.Struct, frozen=True):
    """A letter as it stands on a card.

    `lines` are broken where they will end, an empty one for a gap; `words` counts those between
    greeting and close, `capacity` those that an ordinary text might have; `over` is by how many
    lines it is too long.
    """

    lines: tuple[str, ...]
    words: int
    capacity: int
    over: int = 0

    @property
    def fits(self) -> bool:
        """Whether the whole letter has room."""
        return self.over == 0


def room(card: Card, hand: Hand) -> Room:
    """Return where a hand may write on a card; the lines stand in the middle of it."""
    length = card.width - 2 * SIDE
    lines = int((card.height - HEAD_AND_FOOT) / hand.pitch + HAIR)
    return Room(
        letters=int(length / hand.letter + HAIR),
        lines=lines,
        pitch=hand.pitch,
        top=round((card.height - lines * hand.pitch) / 2 + hand.pitch, 2),
        left=SIDE,
        length=round(length, 2),
    )


def words_in(lines: int, space: Room) -> int:
    """Return how many ordinary words stand on so many lines."""
    return round(lines * space.letters * (1 - LOST) / LETTERS_TO_A_WORD)


def fitted(message: Message, card: Card, hand: Hand) -> Fit:
    """Return a letter as it stands on a card in a hand.

    Greeting, paragraphs and close are set apart by empty lines, as many as there is room for: the
    one before the close is given up last, those between the paragraphs first.
    """
    space = room(card, hand)
    stanzas = [broken(stanza, space.letters) for stanza in blocks(message)]
    full = sum(map(len, stanzas))
    gaps = _gaps(stanzas, space.lines - full)
    return Fit(
        lines=tuple(_spaced(stanzas, gaps)),
        words=len(message.words),
        capacity=space.words,
        over=max(0, full - space.lines),
    )


def blocks(message: Message) -> list[str]:
    """Return what stands apart on a card: greeting, paragraphs, close; a line of each kept a line.

    A paragraph is one long line, however it was broken on a screen; the close keeps its lines.
    """
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", message.body.text)]
    close = [" ".join(line.split()) for line in message.signature.text.splitlines()]
    stanzas = [message.greeting.text, *paragraphs, "\n".join(line for line in close if line)]
    return [stanza for stanza in stanzas if stanza]


def _gaps(stanzas: list[tuple[str, ...]], free: int) -> frozenset[int]:
    """Return before which stanzas a line is left empty, if so many lines are free."""
    last = len(stanzas) - 1
    wanted = [last, 1, *range(last - 1, 1, -1)] if last > 0 else []
    return frozenset(dict.fromkeys(wanted[: max(0, free)]))


def _spaced(stanzas: list[tuple[str, ...]], gaps: frozenset[int]) -> Iterator[str]:
    for place, stanza in enumerate(stanzas):
        if place in gaps:
            yield ""
        yield from stanza


def broken(text: str, letters: int) -> tuple[str, ...]:
    """Return text in lines of at most so many letters; what is a line of its own stays one.

    A word that is longer than a line is divided, after a hyphen of its own or else with one.
    """
    return tuple(
        line for part in text.split("\n") for line in _broken(part, max(NARROWEST, letters))
    )


def _broken(text: str, letters: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and width(line) + 1 + width(word) <= letters:
            line = f"{line} {word}"
            continue
        if line:
            yield line
        *pieces, line = _divided(word, letters)
        yield from pieces
    yield line


def _divided(word: str, letters: int) -> Iterator[str]:
    """Yield a word in pieces that fit on a line each."""
    while width(word) > letters:
        place = _division(word, letters)
        yield word[:place] + _mark(word, place)
        word = word[place:]
    yield word


def _division(word: str, letters: int) -> int:
    """Return where a word is divided: at the last hyphen that fits, or else as late as fits."""
    places = [place for place in range(1, len(word)) if _columns(word[place])]
    fitting = [
        place for place in places if width(word[:place]) + len(_mark(word, place)) <= letters
    ]
    own = [place for place in fitting if word[place - 1] in HYPHENS]
    return (own or fitting)[-1]


def _mark(word: str, place: int) -> str:
    """Return what marks a division: nothing after a hyphen, nor in scripts without spaces."""
    before, after = word[place - 1], word[place]
    plain = before in HYPHENS or WIDEST in {_columns(before), _columns(after)}
    return "" if plain else "-"


def width(text: str) -> int:
    """Return how many letters wide text is: two for a sign of Chinese, none for an accent."""
    return sum(map(_columns, text))


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return WIDEST if unicodedata.east_asian_width(sign) in WIDE else 1


def holding(message: Message, cards: tuple[Card, ...], hand: Hand) -> Iterator[Card]:
    """Yield those of some cards on which a letter has room, in their order."""
    for card in cards:
        if fitted(message, card, hand).fits:
            yield card


def sentence_to_cut(message: Message, card: Card, hand: Hand) -> str:
    """Return the shortest sentence without which a letter fits, and never the first: the thanks."""
    by_length = sorted(message.sentences[1:], key=lambda sentence: width(sentence.text))
    for sentence in by_length:
        shorter = message.text[: sentence.start] + message.text[sentence.end :]
        if fitted(Message(shorter), card, hand).fits:
            return sentence.text
    return ""
