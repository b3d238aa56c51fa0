"""How an envelope is laid out where it goes: sender, reader, stamp, and what stays empty, in mm.

Where the figures come from, by country (all of them are for letters of ordinary size):

US  Postal Explorer, Publication 28, appendix A1, and DMM 202: the address between 5/8 and 2 3/4 in
    from the bottom and 1/2 in from the sides; 4 3/4 by 5/8 in stay empty in the lower right corner.
GB  Royal Mail's guide to envelopes names the top left corner for the return address, and custom the
    back (allcolourenvelopes.co.uk); the free 18 mm at the foot are our judgement.
DE  burscheid-medien.de on Deutsche Post's zones: 15 mm from the left and the right edge, nothing
    below or right of the address; hannover.citipost.de: sender top left, reader lower right.
FR  The standard NF Z 10-011 as laposte.fr told it: six lines of 38 letters at most, the last three
    in capitals, no punctuation from the street on; sender on the back.
JP  In Latin letters the order is that of the West: name first, post code last
    (japan-postcodes.informational.xyz); stamp top right when the envelope lies.
All others follow the Swiss and the Belgian post, who agree: 74 by 38 mm for the stamp, 140 by 15 mm
    empty at the lower right, the address 15 mm from the sides and 40 mm from the top.

Address lines stay in the order in which the person wrote them down.
"""

from collections.abc import Iterator

import msgspec

from afterword.etiquette.situation import Country
from afterword.letters.card.stationery import Sheet, inches, nation

EDGE = 8.0
STAMP = (22.0, 26.0)
STAMP_ZONE = 74.0
PITCH, TOO_TIGHT = 8.0, 5.0
FEWEST_LINES = 4
SENDER_HEIGHT = 24.0


class Custom(msgspec.Struct, frozen=True):
    """What a country's post wants, in mm.

    `side`, `foot` and `head` stay free beside, below and above the address, which begins `start` of
    the width from the left; `head_from_foot` measures its top from below instead. `code` is the
    empty corner at the lower right.
    """

    code: tuple[float, float] = (140.0, 15.0)
    side: float = 15.0
    foot: float = 15.0
    head: float = 40.0
    head_from_foot: float | None = None
    start: float = 0.42
    on_back: bool = False
    advice: tuple[str, ...] = ()


GENERAL = Custom()
CUSTOMS = {
    "US": Custom(
        code=(inches(4.75), inches(0.625)),
        side=inches(0.5),
        foot=inches(0.625),
        head_from_foot=inches(2.75),
        start=0.4,
        advice=("Town, state and ZIP code share the last line.",),
    ),
    "GB": Custom(
        foot=18.0,
        start=0.3,
        on_back=True,
        advice=("The postcode has the last line to itself, in capitals.",),
    ),
    "DE": Custom(start=0.45, advice=("Post code and town share the last line.",)),
    "FR": Custom(
        foot=20.0,
        code=(140.0, 20.0),
        start=0.45,
        on_back=True,
        advice=(
            "Six lines of 38 letters at most; the last three in capitals, without punctuation.",
        ),
    ),
    "JP": Custom(
        start=0.35,
        advice=("In Latin letters: name first, then from the smallest part to the largest.",),
    ),
}

# How the sender's post knows the countries that have customs in the rulebook.
COUNTRIES = {
    "AT": "AUSTRIA",
    "AU": "AUSTRALIA",
    "BE": "BELGIUM",
    "CA": "CANADA",
    "CH": "SWITZERLAND",
    "DE": "GERMANY",
    "DK": "DENMARK",
    "ES": "SPAIN",
    "FI": "FINLAND",
    "FR": "FRANCE",
    "GB": "UNITED KINGDOM",
    "ID": "INDONESIA",
    "IE": "IRELAND",
    "IN": "INDIA",
    "IT": "ITALY",
    "JP": "JAPAN",
    "KR": "SOUTH KOREA",
    "NL": "NETHERLANDS",
    "NO": "NORWAY",
    "NZ": "NEW ZEALAND",
    "PL": "POLAND",
    "SE": "SWEDEN",
    "SG": "SINGAPORE",
    "US": "UNITED STATES",
}


class Box(msgspec.Struct, frozen=True):
    """A place on the envelope, in mm from its top left corner."""

    x: float
    y: float
    width: float
    height: float


class Addressed(msgspec.Struct, frozen=True, omit_defaults=True):
    """An envelope, laid out.

    `lines` are the reader's address as it was recorded, empty where it was not; they stand `pitch`
    mm apart in `reader`. `sender` is absent where the sender's address belongs on the back.
    """

    sheet: Sheet
    reader: Box
    stamp: Box
    empty: Box
    pitch: float
    lines: tuple[str, ...] = ()
    sender: Box | None = None
    advice: tuple[str, ...] = ()


class Route(msgspec.Struct, frozen=True):
    """From which country to which a card goes."""

    sender: Country
    reader: Country

    @property
    def abroad(self) -> bool:
        """Whether it crosses a border."""
        return nation(self.sender) != nation(self.reader)


def addressed(sheet: Sheet, route: Route, name: str, recorded: str) -> Addressed:
    """Return an envelope to somebody, laid out as it is read in the reader's country.

    `recorded` is the postal address as the person wrote it down, empty where they did not.
    """
    custom = CUSTOMS.get(nation(route.reader), GENERAL)
    lines = address_lines(name, recorded, route)
    pitch, reader = _reader(sheet, custom, max(FEWEST_LINES, len(lines)))
    return Addressed(
        sheet=sheet,
        reader=reader,
        stamp=_box(sheet.width - EDGE - STAMP[0], EDGE, *STAMP),
        empty=_box(sheet.width - custom.code[0], sheet.height - custom.code[1], *custom.code),
        pitch=pitch,
        lines=lines,
        sender=None if custom.on_back else _sender(sheet),
        advice=tuple(_advice(custom, route, lines, pitch)),
    )


def _box(x: float, y: float, width: float, height: float) -> Box:
    """Return a place, to a hundredth of a millimetre."""
    return Box(round(x, 2), round(y, 2), round(width, 2), round(height, 2))


def _reader(sheet: Sheet, custom: Custom, rows: int) -> tuple[float, Box]:
    """Return how far apart so many lines of an address stand, and where."""
    from_foot = custom.head_from_foot
    top = sheet.height - from_foot if from_foot else custom.head
    room = sheet.height - custom.foot - top
    pitch = round(min(PITCH, room / rows), 2)
    left = sheet.width * custom.start
    height = rows * pitch
    return pitch, _box(left, top + (room - height) / 2, sheet.width - custom.side - left, height)


def _sender(sheet: Sheet) -> Box:
    """Return the place of the sender: in the left half and the upper third, clear of the stamp."""
    right = min(sheet.width / 2, sheet.width - STAMP_ZONE)
    return _box(EDGE, EDGE, right - EDGE, min(SENDER_HEIGHT, sheet.height / 3 - EDGE))


def _advice(custom: Custom, route: Route, lines: tuple[str, ...], pitch: float) -> Iterator[str]:
    if not lines:
        yield "Their address is not in your file: write it on these lines."
    elif pitch < TOO_TIGHT:
        yield "That is a long address: leave out what the post does not need."
    yield from custom.advice
    country = COUNTRIES.get(nation(route.reader), "")
    if route.abroad and not (lines and country):
        yield f"It goes abroad: the last line is {country or 'the country, in capitals'}."
    if custom.on_back:
        yield "Your own name and address go on the back."


def address_lines(name: str, recorded: str, route: Route) -> tuple[str, ...]:
    """Return the lines of an address in the order in which they were recorded.

    The name goes first if it is not in it, and the country last if the card goes abroad.
    """
    lines = [" ".join(line.split()) for line in recorded.splitlines() if line.strip()]
    if not lines:
        return ()
    said = "\n".join(lines).casefold()
    country = COUNTRIES.get(nation(route.reader), "") if route.abroad else ""
    first = [] if name.casefold() in said else [name]
    last = [country] if country and lines[-1].casefold() != country.casefold() else []
    return (*first, *lines, *last)
