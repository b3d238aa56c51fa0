"""Nothing of value, and no pay: not offered, not enclosed, not hinted at.

A thing of value that nobody noted has no place in a letter at all. One that was noted (the role is
at a bakery) may be spoken of, but not together with the words of giving. Flowers may go with the
card to the office, and pay into a talk about terms.
"""

import re
from collections.abc import Iterator

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import Page
from afterword.letters.kind import Kind
from afterword.letters.message import WORD

GIFT = Fault(
    "speaks of a gift, a treat or money",
    "Do not mention any gift, treat, meal, drink, money or other thing of value.",
)
PAY = Fault(
    "speaks of pay or benefits",
    "Do not mention salary, pay, bonuses, benefits or other terms.",
)
TERMS = frozenset({Kind.NEGOTIATE, Kind.CHECK_IN_TERMS, Kind.CHECK_IN_LETTER, Kind.ACCEPT})
FLOWERS = re.compile(r"flowers?|bouquets?", re.IGNORECASE)


def _one_of(*lists: str) -> str:
    """Return a pattern for one of some words; those of a list are parted by spaces."""
    return rf"(?:{'|'.join(word for words in lists for word in words.split())})"


def _search(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}\b", re.IGNORECASE)


# What is of value wherever it stands.
_THING = _one_of(
    "gifts? gift-?cards? vouchers? coupons? tokens?\\s+of treats? goodies freebies? rewards?",
    "incentives? bribes? bribery kickbacks? tips? donations? souvenirs? mementos? keepsakes?",
    "cash money dollars? pounds? euros? quid bucks banknotes? che(?:que|ck)s? bitcoin",
    "chocolates? truffles cookies? cakes? cupcakes? pastr(?:y|ies) dough?nuts? sweets",
    "cand(?:y|ies) champagne prosecco wines? whisk(?:e)?y beers? liquor hampers? perfume",
    "jewel(?:le)?ry trinkets? flowers? bouquets? orchids?",
    "(?:little|small|tiny|nice|welcome|thank-you)\\s+presents?",
    "presents?(?=[.,;:!?]|\\s+(?:for|from)\\b)",
    "worth\\s+your\\s+while make\\s+it\\s+up\\s+to\\s+you (?:free\\s+of|at\\s+no|no)\\s+charge",
    "for\\s+(?:nothing|free) on\\s+the\\s+house at\\s+cost",
)
# What is of value, or a thing of the work: it takes the words of giving to tell.
_MAYBE = _one_of(
    "something\\s+(?:small|little|nice|special|sweet|extra|tasty|for\\s+you)",
    "a\\s+(?:little|small)\\s+(?:something|thing) packages? parcels? envelopes? baskets?",
    "surprises? box(?:es)? bottles? tickets? seats? watch(?:es)? roses cards? keys samples?",
    "discounts? free membership subscription presents? lunch(?:es)? dinners? breakfast brunch",
    "meals? coffees? drinks? pints?",
)
_WHOM = "(?:you|them|him|her|everybody|everyone)"
_THEIRS = "(?:your|her|his|their)"
# Giving that says to whom: it is giving in a note, too.
_GIVING_TO = _one_of(
    "on\\s+me my\\s+treat from\\s+me I\\s+enclose enclosed on\\s+its\\s+way in\\s+the\\s+post",
    f"(?:for|to)\\s+{_WHOM} {_THEIRS}\\s+(?:desk|door|home|house|reception|family|wife|husband)",
    f"at\\s+{_THEIRS}\\s+disposal of\\s+{_THEIRS}\\s+choosing accept\\s+(?:this|these|my|a|an)",
    f"(?:offer|send|give|bring|buy|promise|slip|hand|treat|take|invite|pay|get)\\w*\\s+{_WHOM}",
    "(?:should|must|could|may|ought\\s+to|to)\\s+be\\s+(?:offered|given|sent|promised|enclosed)",
)
# A command, or a promise, with the thing itself behind it.
_VERB = "(?:offer|send|giv|bring|buy|promis|pay|enclos|attach|propos|includ)"
_GIVING_IT = rf"{_VERB}\w*\s+(?:[a-z]+\s+){{0,3}}?{_THING}"
# Words beside which a thing of value does not stand in a letter by chance.
_GIVING = _one_of(
    "enclos\\w* attach\\w* accept enjoy token gesture appreciation thank-you arriv\\w* deliver\\w*",
    "wrap\\w* waiting reserved set\\s+aside yours hers theirs reach(?:es)?\\s+you as\\s+thanks",
    "in\\s+(?:return|exchange) with\\s+your\\s+name you(?:['’]ll|\\s+will)\\s+find",
    f"{_THEIRS}\\s+(?:address|team)",
)
_DOING = _one_of(
    "send\\w* sent bring\\w* brought giv\\w* gave buy\\w* bought leav\\w* left drop\\w* offer\\w*",
    "treat\\w* hand\\w* ship\\w* arrang\\w* put\\w* includ\\w* order\\w* prepar\\w* bak\\w*",
    "pay\\w* shar\\w* invit\\w* deliver\\w*",
)
_I_DO = rf"(?:I|we)(?:['’](?:d|ll|ve|m))?\s+(?:\w+\s+){{0,6}}?{_DOING}"

_WAGE = _one_of(
    "salar(?:y|ies) wages? bonus(?:es)? remuneration compensation stipends? pensions? overtime",
    "severance allowances? perks? commissions? equity stock\\s+options? financial\\w*",
    "pay\\s*(?:rises?|raises?|checks?|packages?|days?|offs?) (?:a|my)\\s+raise",
    "(?:paid|pay|pays|paying)(?!\\s+(?:off|attention|heed|close|back))",
    "benefits\\s+(?:package|and) (?:my|your|the|any|what|which|other|full)\\s+benefits",
    "per\\s+(?:hour|annum|year) (?:annual|hourly|day|daily|going|market)\\s+rates?",
    "holiday\\s+(?:days|entitlement) terms\\s+and\\s+conditions",
)
_WANTING = _one_of(
    "expect\\w* negotiat\\w* discuss\\w* clarif\\w* hope hoping ask\\w* requir\\w* deserv\\w*",
    "talk\\w* need\\w* request\\w* settle\\w* confirm\\w* how\\s+much what\\s+(?:is|would|are)",
    "(?:could|would|can)\\s+you my for\\s+me",
)

THING, MAYBE = _search(_THING), _search(_MAYBE)
GIVING_TO = _search(f"(?:{_GIVING_TO}|{_GIVING_IT})")
GIVING = _search(f"(?:{_GIVING_TO}|{_GIVING_IT}|{_GIVING}|{_I_DO})")
WAGE, WANTING = _search(_WAGE), _search(_WANTING)


def look(page: Page) -> Iterator[Fault]:
    """Yield a fault where a thing of value is given or brought up, and one where pay is."""
    if any(_gives(sentence, page) for sentence in page.sentences):
        yield GIFT
    if page.ground.kind not in TERMS and any(_wants(sentence, page) for sentence in page.sentences):
        yield PAY


def offers_something(text: str) -> bool:
    """Return whether a text of the candidate's gives somebody something of value."""
    return bool((THING.search(text) or MAYBE.search(text)) and GIVING_TO.search(text))


def _gives(sentence: str, page: Page) -> bool:
    things = [found[0] for found in THING.finditer(sentence)]
    maybe = MAYBE.search(sentence)
    if page.ground.kind is Kind.FLOWERS:
        things, maybe = [thing for thing in things if not FLOWERS.fullmatch(thing)], None
    if not all(_is_noted(thing, page) for thing in things):
        return True
    return bool((things or maybe) and GIVING.search(sentence))


def _wants(sentence: str, page: Page) -> bool:
    said = [found[0] for found in WAGE.finditer(sentence)]
    if not all(_is_noted(word, page) for word in said):
        return True
    return bool(said and WANTING.search(sentence))


def _is_noted(thing: str, page: Page) -> bool:
    return all(page.is_noted(word) for word in WORD.findall(thing))
