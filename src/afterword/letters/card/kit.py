"""The kit: all that somebody needs to write one card by hand, as one value."""

import unicodedata
from collections.abc import Iterator
from datetime import datetime

import msgspec

from afterword.etiquette.judge import Verdict
from afterword.etiquette.situation import GUESSED, Country, Person
from afterword.etiquette.vocabulary import Word
from afterword.letters.card.envelope import Addressed, addressed
from afterword.letters.card.fit import Fit, Room, fitted, holding, room, sentence_to_cut, words_in
from afterword.letters.card.hand import Hand
from afterword.letters.card.minutes import minutes
from afterword.letters.card.outlook import BY_EMAIL, Mail, Outlook, Timing, outlook, price, said
from afterword.letters.card.post import Service
from afterword.letters.card.stationery import Card, CardSize, Sheet, envelope_of, paper_of, sold_in
from afterword.letters.message import Message

EQUAL = "Writing by hand not for you? A typed note on plain paper or an e-mail is just as good."
LARGER_CARDS = 2
LONGEST_NAMED = 90

# Controls, formats and what is not assigned; but not new lines, nor what joins letters.
ORDERS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
KEPT = frozenset("\n\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")


class Writing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is to be written, and on what.

    `text` is the whole letter, from greeting to signature. `language` is the code of its language,
    empty where nobody said; `question` asks for the note that would make it worth sending.
    """

    to: Person
    text: str
    card: Card
    hand: Hand
    language: str = ""
    question: str = ""


class Hold(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why the rulebook holds a card back: its word, its reason and rule, and what is better."""

    verdict: Word
    why: str
    rule: str
    better: str = ""
    until: datetime | None = None


class Kit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A card, ready to be written by hand.

    `hold` is there where the rulebook does not let it go now. `room` is where the hand writes on
    the card, `message` the letter as it stands there, `advice` what to do where it does not fit;
    `minutes` are for practice, fair copy and envelope. `paper` is what a guide is printed on, and
    `equal` what is as good for somebody who does not write by hand.
    """

    title: str
    now: datetime
    hold: Hold | None = None
    card: Card
    hand: Hand
    room: Room
    message: Fit
    fits: bool
    advice: str = ""
    question: str = ""
    language: str = ""
    minutes: int
    outlook: Outlook
    envelope: Addressed
    paper: Sheet
    checklist: tuple[str, ...]
    equal: str


def kit(writing: Writing, mail: Mail, verdict: Verdict) -> Kit:
    """Return the kit for a card that somebody wishes to write, as the rulebook judges it."""
    message = Message(legible(writing.text))
    fit = fitted(message, writing.card, writing.hand)
    hold = None if verdict.verdict is Word.GO else _hold(verdict)
    ready = (hold and hold.until) or mail.now
    way = outlook(msgspec.structs.replace(mail, now=ready))
    name = " ".join(legible(writing.to.name or writing.to.id).split())
    sheet = envelope_of(writing.card, mail.route.sender)
    envelope = addressed(sheet, mail.route, name, _spelled_out(writing.to.postal_address))
    needed = minutes(len(message.text.split()))
    return Kit(
        title=f"A card for {name}" if name else "A card",
        now=mail.now,
        hold=hold,
        card=writing.card,
        hand=writing.hand,
        room=room(writing.card, writing.hand),
        message=fit,
        fits=fit.fits,
        advice="" if fit.fits else " ".join(_advice(message, fit, writing, mail.route.sender)),
        question=writing.question,
        language=writing.language,
        minutes=needed,
        outlook=way,
        envelope=envelope,
        paper=paper_of(mail.route.sender),
        checklist=tuple(_checklist(hold, way, fit, envelope, needed)),
        equal=EQUAL,
    )


def legible(text: str) -> str:
    """Return text as a hand can write it: without signs that only give orders to a machine."""
    return "".join(
        sign if sign in KEPT or unicodedata.category(sign) not in ORDERS else " " for sign in text
    )


def _spelled_out(address: str | bool | None) -> str:  # noqa: FBT001  `true` is in the format
    """Return a postal address, or nothing where it was not written down or only guessed."""
    return legible(address) if isinstance(address, str) and address != GUESSED else ""


def _hold(verdict: Verdict) -> Hold:
    deciding = verdict.because[0]
    return Hold(
        verdict=verdict.verdict,
        why=deciding.why,
        rule=deciding.rule,
        better=verdict.better,
        until=verdict.not_before if verdict.verdict is Word.WAIT else None,
    )


def _advice(message: Message, fit: Fit, writing: Writing, sender: Country) -> Iterator[str]:
    """Yield by how much a letter is too long for its card, and what to cut or to take instead."""
    card, hand = writing.card, writing.hand
    words = words_in(fit.over, room(card, hand))
    lines = "1 line" if fit.over == 1 else f"{fit.over} lines"
    yield f"It is {lines} too long: about {words} words have to go."
    if sentence := sentence_to_cut(message, card, hand):
        yield f"It fits without “{shortened(sentence)}”"
    shop = sold_in(sender, folded=card.folded)
    larger: dict[CardSize, str] = {}
    for each in holding(message, shop, hand):
        larger.setdefault(each.size, each.name)
    if larger:
        yield f"Or take a card that holds it: {' or '.join([*larger.values()][:LARGER_CARDS])}."
    else:
        yield "No card holds all of it in your hand."


def shortened(sentence: str) -> str:
    """Return a sentence as it is named in advice: its beginning will do where it is long."""
    line = " ".join(sentence.split())
    if len(line) <= LONGEST_NAMED:
        return line
    return f"{line[:LONGEST_NAMED].rsplit(' ', 1)[0]} …"


def _checklist(
    hold: Hold | None, way: Outlook, fit: Fit, envelope: Addressed, needed: int
) -> Iterator[str]:
    """Yield what to do, in order; where a card is not right now, only what is better."""
    if hold and hold.verdict is not Word.WAIT:
        yield hold.better or "Leave it alone, and look again when something happens."
        return
    if hold:
        yield f"Wait until {_when(hold.until)}." if hold.until else "Wait until something happens."
    if way.timing in BY_EMAIL:
        yield "Send the same words by e-mail instead: it is there at once, and just as good."
        return
    if not fit.fits:
        yield "Shorten it until it fits."
    yield "Practise once on plain paper."
    yield f"Write it: with practice and envelope, about {needed} minutes."
    if way.timing is Timing.HANDED_OVER:
        yield "Put their name on the envelope, and hand it over."
        return
    yours = "top left" if envelope.sender else "on the back"
    yield f"Address the {envelope.sheet.name} envelope; your own address goes {yours}."
    yield _stamping(way.service)
    yield _posting(way)


def _stamping(service: Service | None) -> str:
    if service is None or service.unverified:
        return "Stamp it; ask at the counter what it costs."
    return f"Stamp it: {price(service)}."


def _posting(way: Outlook) -> str:
    if way.post_by is None or way.service is None:
        return "Post it."
    return f"Post it by {said(way.post_by)}, {way.service.last_post:%H:%M}."


def _when(moment: datetime) -> str:
    return f"{said(moment.date())}, {moment:%H:%M}"
