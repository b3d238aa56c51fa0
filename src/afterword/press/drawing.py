"""The drawings of a kit, as strokes and words in mm: the guide under the card, and the envelope.

Both presses draw these and nothing else, so that screen, printer and PDF have one geometry.
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from afterword.letters.card.envelope import Addressed, Box
from afterword.letters.card.kit import Kit
from afterword.letters.card.stationery import Card, Orientation, Sheet

# Room beside the card for the ends of the lines, which show where its paper is too thick, and
# for their numbers.
BESIDE = 14.0
TICK = (1.0, 6.0)
NUMBER = 7.5
ABOVE = 7.0
RULE, RULE_TICK, RULE_BELOW = 50.0, 10.0, 12.0
BELOW = 22.0

FINE, LINE, EDGE = 0.15, 0.25, 0.35
SMALL, PLAIN = 3.0, 4.4
# An ordinary letter of a serif is half as wide as the type is high; this leaves some air.
LETTER = 0.55
ADDRESS_RISE = 2.0

MARGIN = 10.0


class Anchor(StrEnum):
    """Which point of some words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Stroke(msgspec.Struct, frozen=True):
    """A straight line from one point to another, `weight` mm thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = LINE
    dashed: bool = False


class Label(msgspec.Struct, frozen=True):
    """Words whose baseline is at y, in type of `size` mm."""

    x: float
    y: float
    text: str
    size: float = SMALL
    anchor: Anchor = Anchor.START


class Drawing(msgspec.Struct, frozen=True):
    """A drawing of a certain size; `lying` says that the paper has to be turned for it."""

    width: float
    height: float
    lying: bool
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]


def guide(kit: Kit) -> Drawing:
    """Return the guide sheet: the card's edge, its lines at true size, and a rule of 50 mm."""
    card = kit.card
    width = card.width + 2 * BESIDE
    return Drawing(
        width=width,
        height=ABOVE + card.height + BELOW,
        lying=lies(width, kit.paper),
        strokes=(*_edges(card), *_ruling(kit), *_rule(card)),
        labels=tuple(_guide_labels(kit)),
    )


def envelope(kit: Kit) -> Drawing:
    """Return the envelope at true size: stamp, sender, reader, and what stays empty."""
    laid = kit.envelope
    sheet = laid.sheet
    strokes = [*_frame(Box(0, 0, sheet.width, sheet.height), EDGE), *_frame(laid.stamp, LINE)]
    strokes += _frame(laid.empty, FINE, dashed=True)
    if laid.sender:
        strokes += _frame(laid.sender, FINE, dashed=True)
    return Drawing(
        width=sheet.width,
        height=sheet.height,
        lying=lies(sheet.width, kit.paper),
        strokes=(*strokes, *_address_lines(laid)),
        labels=tuple(_envelope_labels(laid)),
    )


def lies(width: float, paper: Sheet) -> bool:
    """Return whether something so wide needs the paper turned."""
    return width > paper.width - 2 * MARGIN


def _edges(card: Card) -> Iterator[Stroke]:
    """Yield the edge of the card; the one along which it is folded is dashed."""
    x, y, right, foot = BESIDE, ABOVE, BESIDE + card.width, ABOVE + card.height
    upright = card.orientation is Orientation.PORTRAIT
    yield Stroke(x, y, x, foot, EDGE, dashed=card.folded and upright)
    yield Stroke(x, y, right, y, EDGE, dashed=card.folded and not upright)
    yield Stroke(right, y, right, foot, EDGE)
    yield Stroke(x, foot, right, foot, EDGE)


def baselines(kit: Kit) -> Iterator[float]:
    """Yield how far below the upper edge of the drawing each line of the guide stands."""
    for place in range(kit.room.lines):
        yield round(ABOVE + kit.room.top + place * kit.room.pitch, 3)


def _ruling(kit: Kit) -> Iterator[Stroke]:
    left = BESIDE + kit.room.left
    right = BESIDE + kit.card.width
    for y in baselines(kit):
        yield Stroke(left, y, left + kit.room.length, y)
        yield Stroke(BESIDE - TICK[1], y, BESIDE - TICK[0], y)
        yield Stroke(right + TICK[0], y, right + TICK[1], y)


def _rule(card: Card) -> Iterator[Stroke]:
    """Yield the rule by which a person checks what their printer made of a millimetre."""
    y = ABOVE + card.height + RULE_BELOW
    yield Stroke(BESIDE, y, BESIDE + RULE, y, EDGE)
    for place in range(int(RULE / RULE_TICK) + 1):
        x = BESIDE + place * RULE_TICK
        yield Stroke(x, y - 2, x, y, FINE if 0 < place * RULE_TICK < RULE else EDGE)


def _guide_labels(kit: Kit) -> Iterator[Label]:
    for number, y in enumerate(baselines(kit), 1):
        yield Label(BESIDE - NUMBER, y, str(number), anchor=Anchor.END)
    if kit.card.folded:
        where = "left" if kit.card.orientation is Orientation.PORTRAIT else "upper"
        yield Label(BESIDE, ABOVE - 2, f"The fold is the {where} edge, dashed.")
    rule = ABOVE + kit.card.height + RULE_BELOW
    yield Label(BESIDE, rule + 4.5, "0")
    yield Label(BESIDE + RULE, rule + 4.5, "50 mm", anchor=Anchor.END)


def _frame(box: Box, weight: float, *, dashed: bool = False) -> list[Stroke]:
    x, y, right, foot = box.x, box.y, box.x + box.width, box.y + box.height
    return [
        Stroke(x, y, right, y, weight, dashed),
        Stroke(right, y, right, foot, weight, dashed),
        Stroke(right, foot, x, foot, weight, dashed),
        Stroke(x, foot, x, y, weight, dashed),
    ]


def _address_lines(laid: Addressed) -> Iterator[Stroke]:
    box = laid.reader
    for place in range(1, round(box.height / laid.pitch) + 1):
        y = round(box.y + place * laid.pitch, 3)
        yield Stroke(box.x, y, box.x + box.width, y, FINE)


def _envelope_labels(laid: Addressed) -> Iterator[Label]:
    stamp, empty, reader = laid.stamp, laid.empty, laid.reader
    middle = stamp.x + stamp.width / 2
    yield Label(middle, stamp.y + stamp.height / 2 + 1, "stamp", anchor=Anchor.MIDDLE)
    yield Label(empty.x + 2, laid.sheet.height - 2, "leave empty")
    if laid.sender:
        yield Label(laid.sender.x + 2, laid.sender.y + 5, "your name and address")
    longest = max(map(len, laid.lines), default=0)
    size = min(PLAIN, 0.7 * laid.pitch, reader.width / (LETTER * max(1, longest)))
    for place, line in enumerate(laid.lines, 1):
        yield Label(
            reader.x, reader.y + place * laid.pitch - ADDRESS_RISE * size / PLAIN, line, size
        )
