"""A stationer's drawer: a letter to Lena, cards and hands, services, and kits made of them."""

from datetime import UTC, date, datetime

import msgspec

from afterword.etiquette.judge import Reason, Verdict
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Basis, Word
from afterword.letters.card.envelope import Route
from afterword.letters.card.hand import HandSize, sized
from afterword.letters.card.kit import Kit, Writing, kit
from afterword.letters.card.outlook import Expected, Mail
from afterword.letters.card.post import Service, Source, Weekday
from afterword.letters.card.stationery import CardSize, Orientation, cut

LETTER = """\
Dear Lena,

Thank you for showing me the planning room on Tuesday. I was struck that the night shift writes
the board for the morning, and not the other way round.

At the harbour we planned berths from the tide back. I would gladly do it again.

With kind regards,
Sam Lee
"""
ADDRESS = "Corbel\n12 Harbor Street, Suite 4\nPortland, ME 04101"
LENA = Person(id="lena", name="Lena Ruiz", postal_address=ADDRESS)

MEDIUM = sized(HandSize.MEDIUM)
A6 = cut(CardSize.A6, Orientation.PORTRAIT)
A2 = cut(CardSize.A2, Orientation.PORTRAIT)

TUESDAY = datetime(2026, 3, 3, 11, tzinfo=UTC)
HOME = Route("US", "US")
ABROAD = Route("GB", "DE")

GO = Verdict(verdict=Word.GO, because=())
TOO_SLOW = Reason("too-slow", "They decide within days.", Basis.CONSENSUS, ())
NO = Verdict(verdict=Word.NO, because=(TOO_SLOW,), better="Send the same words by e-mail.")


def service(
    fewest: int, most: int, *rests: Weekday, route: Route = HOME, name: str = "Letter"
) -> Service:
    """Return a service that takes so many days, and rests on Sundays if nothing else is said."""
    return Service(
        name=name,
        from_=route.sender,
        to=route.reader,
        days=(fewest, most),
        rests=rests or (Weekday.SUNDAY,),
        postage="0.78",
        currency="USD",
        up_to_grams=28,
        checked=date(2026, 1, 15),
        source=Source("Price list", "https://example.org/prices"),
    )


def mail(**changes: object) -> Mail:
    """Return a card's way: ready on Tuesday at eleven, one to three days, no decision awaited."""
    usual = Mail(now=TUESDAY, route=HOME, services=(service(1, 3),))
    return msgspec.structs.replace(usual, **changes)


def decides(month: int, day: int, *, named: bool = True) -> Expected:
    """Return a decision that is awaited by a day of 2026."""
    return Expected(date(2026, month, day), named=named)


def writing(**changes: object) -> Writing:
    """Return the letter to Lena, on an American card in a medium hand."""
    usual = Writing(to=LENA, text=LETTER, card=A2, hand=MEDIUM, language="en")
    return msgspec.structs.replace(usual, **changes)


def a_kit(verdict: Verdict = GO, way: Mail | None = None, **changes: object) -> Kit:
    """Return the kit for the letter to Lena, with what is different this time."""
    return kit(writing(**changes), way or mail(), verdict)
