"""How long each kind of letter may be: the bands of the drafting digest, section 2.3."""

from collections.abc import Mapping

import msgspec

from afterword.etiquette.vocabulary import Channel
from afterword.letters.kind import Kind
from afterword.letters.occasion import Occasion


class Band(msgspec.Struct, frozen=True):
    """Words of the body: aim at `low` to `high`, ask about more than `ask`, stop over `stop`.

    `sentences` is the usual range, `shouts` and `questions` the most that fit.
    """

    low: int
    high: int
    ask: int
    stop: int
    sentences: tuple[int, int]
    shouts: int = 0
    questions: int = 1


THANKS = Band(50, 120, 120, 170, (3, 7), shouts=1)
CARD = Band(30, 60, 60, 75, (2, 5), questions=0)
CHECK_IN = Band(30, 75, 75, 110, (2, 4))
LAST = Band(25, 60, 75, 110, (2, 4), questions=0)
NO = Band(25, 80, 80, 120, (2, 5))
LEAVING = Band(30, 80, 80, 120, (3, 5), questions=0)
ACCEPTING = Band(30, 90, 90, 140, (3, 5), shouts=1)
COMPETING = Band(40, 80, 80, 120, (3, 5))
SHORT = Band(15, 80, 90, 120, (1, 5), shouts=1)
OTHER = Band(20, 100, 120, 150, (1, 7), shouts=1)

BANDS: Mapping[Kind, Band] = {
    Kind.THANKS: THANKS,
    Kind.THANKS_SCREEN: THANKS,
    Kind.THANKS_LATER: THANKS,
    Kind.THANKS_GROUP: THANKS,
    Kind.THANKS_ADVICE: THANKS,
    Kind.THANKS_OFFER: THANKS,
    Kind.CHECK_IN: CHECK_IN,
    Kind.CHECK_IN_DATE: CHECK_IN,
    Kind.CHECK_IN_AGAIN: CHECK_IN,
    Kind.CHECK_IN_ABSENCE: CHECK_IN,
    Kind.CHECK_IN_LETTER: CHECK_IN,
    Kind.CHECK_IN_TERMS: CHECK_IN,
    Kind.CHECK_IN_RECRUITER: CHECK_IN,
    Kind.CHECK_IN_LAST: LAST,
    Kind.EXIT_REJECTED: NO,
    Kind.EXIT_PARTED: NO,
    Kind.EXIT_FILLED: NO,
    Kind.FEEDBACK: NO,
    Kind.WITHDRAW: LEAVING,
    Kind.TELL_OTHERS: LEAVING,
    Kind.DECLINE: LEAVING,
    Kind.ACCEPT: ACCEPTING,
    Kind.COMPETING_OFFER: COMPETING,
    Kind.THANKS_ARRANGING: SHORT,
    Kind.THANKS_HELP: SHORT,
    Kind.THANKS_FIRST_DAY: SHORT,
    Kind.FLOWERS: SHORT,
}
ON_PAPER = frozenset({Channel.HANDWRITTEN, Channel.DELIVERY})


def band(occasion: Occasion) -> Band:
    """Return how long the letter of an occasion may be; paper holds less than a screen."""
    return CARD if occasion.channel in ON_PAPER else BANDS.get(occasion.kind, OTHER)
