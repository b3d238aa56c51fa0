"""Cards, the envelopes that they go into, and the paper that a guide is printed on, in millimetres.

The ISO sizes are those of ISO 216 and ISO 269; the American ones are cut in inches.
"""

from enum import StrEnum

import msgspec

from afterword.etiquette.situation import Country


class CardSize(StrEnum):
    """A size of card, as the shop calls it."""

    A6 = "a6"
    A2 = "a2"
    A7 = "a7"
    DL = "dl"


class Orientation(StrEnum):
    """Which way up a card is written on."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


def inches(count: float) -> float:
    """Return inches in mm, to a hundredth."""
    return round(count * 25.4, 2)


# The short and the long side. A2 and A7 are American here, and have nothing to do with ISO's.
SIDES = {
    CardSize.A6: (105.0, 148.0),
    CardSize.A2: (inches(4.25), inches(5.5)),
    CardSize.A7: (inches(5), inches(7)),
    CardSize.DL: (99.0, 210.0),
}
USUAL = {CardSize.DL: Orientation.LANDSCAPE}
NAMES = {
    CardSize.A6: "A6",
    CardSize.A2: "US A2",
    CardSize.A7: "US A7 (5 × 7 in)",
    CardSize.DL: "DL",
}


class Card(msgspec.Struct, frozen=True):
    """A card: which way up, whether it is folded, and the side that is written on, in mm."""

    size: CardSize
    orientation: Orientation
    folded: bool
    width: float
    height: float

    @property
    def name(self) -> str:
        """What it is called: "A6, folded, portrait"."""
        return f"{NAMES[self.size]}, {self.build}, {self.orientation}"

    @property
    def build(self) -> str:
        """Whether it is folded, as a word."""
        return "folded" if self.folded else "flat"


class Sheet(msgspec.Struct, frozen=True):
    """Something flat with a name: an envelope, or the paper in a printer; in mm."""

    name: str
    width: float
    height: float


C6 = Sheet("C6", 162, 114)
DL = Sheet("DL", 220, 110)
A2 = Sheet("US A2", inches(5.75), inches(4.375))
A7 = Sheet("US A7", inches(7.25), inches(5.25))
NUMBER_10 = Sheet("US #10", inches(9.5), inches(4.125))
ENVELOPES = {CardSize.A6: C6, CardSize.A2: A2, CardSize.A7: A7, CardSize.DL: DL}

A4 = Sheet("A4", 210, 297)
LETTER = Sheet("US Letter", inches(8.5), inches(11))

# Where shops sell American cards and paper; everywhere else they sell ISO's.
AMERICAN_CARDS = frozenset({"US", "CA"})
AMERICAN_PAPER = AMERICAN_CARDS | {"MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "VE"}


def card(
    country: Country,
    size: CardSize | None = None,
    orientation: Orientation | None = None,
    *,
    folded: bool = True,
) -> Card:
    """Return a card; what is not said is what a shop in that country would hand you."""
    chosen = size or (CardSize.A2 if nation(country) in AMERICAN_CARDS else CardSize.A6)
    return cut(chosen, orientation or USUAL.get(chosen, Orientation.PORTRAIT), folded=folded)


def cut(
    size: CardSize,
    orientation: Orientation,
    *,
    folded: bool = True,
) -> Card:
    """Return a card of a size, held one way; for a folded one that is the size when closed."""
    short, long = SIDES[size]
    upright = orientation is Orientation.PORTRAIT
    width, height = (short, long) if upright else (long, short)
    return Card(size, orientation, folded, width, height)


def envelope_of(card: Card, country: Country) -> Sheet:
    """Return the envelope that a card goes into, as it is sold in a country."""
    if card.size is CardSize.DL and nation(country) in AMERICAN_CARDS:
        return NUMBER_10
    return ENVELOPES[card.size]


def paper_of(country: Country) -> Sheet:
    """Return the paper that printers in a country hold, upright."""
    return LETTER if nation(country) in AMERICAN_PAPER else A4


def nation(country: Country) -> str:
    """Return a country without its subdivision: "CA" of "CA-QC"."""
    return country.partition("-")[0]


def sold_in(country: Country, *, folded: bool) -> tuple[Card, ...]:
    """Return the cards in the shops of a country, the smallest first, and upright before lying."""
    american = nation(country) in AMERICAN_CARDS
    sizes = (CardSize.A2, CardSize.A7) if american else (CardSize.A6, CardSize.DL, CardSize.A7)
    return tuple(cut(each, way, folded=folded) for each in sizes for way in Orientation)
