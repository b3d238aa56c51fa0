"""Whether a card is in time for their decision, by when to post it, and what is better if not."""

from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from afterword.etiquette.standing import Acquaintance, Anchor, Standing
from afterword.etiquette.vocabulary import Decision, Stage, Via
from afterword.etiquette.workdays import DAY
from afterword.letters.card.envelope import Route
from afterword.letters.card.post import Service, Trip, posted_on, serving, trip

YEAR = 365
# What "within a week" means where the candidate noted it: seven days from the day they met.
SOON = {Decision.SAME_DAY: timedelta(0), Decision.WITHIN_WEEK: timedelta(7)}
UNDECIDED = frozenset({Stage.NOTHING_YET, Stage.APPLIED, Stage.INVITED, Stage.INTERVIEWED})
# How far ahead a last day for posting is looked for where nothing but the decision bounds it.
HORIZON = 60


class Expected(msgspec.Struct, frozen=True, omit_defaults=True):
    """A decision that is awaited: by which day, if that is known, and whether they named it."""

    day: date | None = None
    named: bool = False


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a card's way.

    `now` is aware, and `until` the last day on which the rulebook lets the card go. Without
    `expected` no decision is awaited. Among colleagues a card is `handed_over`.
    """

    now: datetime
    route: Route
    services: tuple[Service, ...]
    expected: Expected | None = None
    until: date | None = None
    handed_over: bool = False


class Timing(StrEnum):
    """Whether a card is in time."""

    IN_TIME = "in-time"
    PERHAPS = "perhaps"
    TOO_LATE = "too-late"
    NO_DAY = "no-day"
    ANY_TIME = "any-time"
    HANDED_OVER = "handed-over"
    UNKNOWN = "unknown"


BY_EMAIL = frozenset({Timing.PERHAPS, Timing.TOO_LATE})
# Where there is time, the first service will do, since the table begins with the cheapest.
FIRST_WILL_DO = frozenset({Timing.IN_TIME, Timing.ANY_TIME})


class Outlook(msgspec.Struct, frozen=True, omit_defaults=True):
    """What becomes of a card, in a sentence; `stamp` says what to put on it, and who checked that.

    `post_by` is the last day on which posting it is right; where e-mail is better there is none.
    """

    timing: Timing
    sentence: str
    trip: Trip | None = None
    post_by: date | None = None
    stamp: str = ""
    service: Service | None = None


def expected(stands: Standing, them: Acquaintance) -> Expected | None:
    """Return the decision that is awaited: by the day they named, or the one that was expected."""
    if stands.stage not in UNDECIDED:
        return None
    promise, met = stands.anchors.get(Anchor.PROMISE), them.anchors.get(Anchor.MEETING)
    if promise:
        return Expected(promise.date(), named=True)
    soon = SOON.get(them.decision) if them.decision else None
    return Expected(met.date() + soon) if met and soon is not None else Expected()


def among_colleagues(stands: Standing) -> bool:
    """Return whether writer and reader meet at work, so that no post is needed."""
    return stands.stage is Stage.STARTED or stands.opportunity.via is Via.INTERNAL


def outlook(mail: Mail) -> Outlook:
    """Return what becomes of a card by the cheapest service in time, or else by the fastest."""
    if mail.handed_over:
        return Outlook(Timing.HANDED_OVER, "You meet at work: hand it over, without a stamp.")
    ways = [(each, trip(each, mail.now, mail.route)) for each in serving(mail.services, mail.route)]
    if not ways:
        between = f"from {mail.route.sender} to {mail.route.reader}"
        known = f"The post table knows no letter {between}: ask at the counter how long it takes."
        return Outlook(Timing.UNKNOWN, known)
    in_time = [way for way in ways if _timing(way[1], mail.expected) in FIRST_WILL_DO]
    service, way = in_time[0] if in_time else min(ways, key=lambda each: each[1].latest)
    timing = _timing(way, mail.expected)
    return Outlook(
        timing=timing,
        sentence=f"{_arrives(way)} {_verdict(way, timing, mail.expected)}",
        trip=way,
        post_by=None if timing in BY_EMAIL else _post_by(service, way, mail),
        stamp=stamp(service, mail.now.date()),
        service=service,
    )


def _timing(way: Trip, expected: Expected | None) -> Timing:
    """Return whether a card is read on a day before the one on which they decide."""
    if expected is None:
        return Timing.ANY_TIME
    if expected.day is None:
        return Timing.NO_DAY
    if way.latest < expected.day:
        return Timing.IN_TIME
    return Timing.PERHAPS if way.earliest < expected.day else Timing.TOO_LATE


def _arrives(way: Trip) -> str:
    if way.earliest == way.latest:
        return f"Posted on {said(way.posted)}, it is on their desk on {said(way.latest)}."
    between = f"between {said(way.earliest)} and {said(way.latest)}"
    return f"Posted on {said(way.posted)}, it is on their desk {between}."


def _verdict(way: Trip, timing: Timing, expected: Expected | None) -> str:
    if expected is None:
        return "Nothing hangs on the day."
    if expected.day is None:
        return "They named no day for their decision: the sooner it goes, the better."
    if expected.day < way.posted:
        meant = "They meant" if expected.named else "You expected them"
        return f"{meant} to decide by {said(expected.day)}: too late for a card."
    who = "They decide" if expected.named else "You expect them to decide"
    decide = f"{who} by {said(expected.day)}"
    match timing:
        case Timing.IN_TIME:
            return f"{decide}: in time."
        case Timing.PERHAPS:
            return f"{decide}: it may come too late, and an e-mail is there at once."
    return f"{decide}: too late, and thanks that come after the decision speak for nobody."


def _post_by(service: Service, way: Trip, mail: Mail) -> date | None:
    """Return the last day on which posting a card is right, and it is still in time."""
    if mail.expected is None and mail.until is None:
        return None
    last = way.posted
    day, end = way.posted, mail.until or way.posted + timedelta(HORIZON)
    while (day := day + DAY) <= end:
        later = posted_on(service, day, mail.route)
        if later.posted > end or _timing(later, mail.expected) not in FIRST_WILL_DO:
            break
        last = later.posted
    return last


def stamp(service: Service, today: date) -> str:
    """Return what to put on a card: the price, what it buys, and how far to trust that."""
    buys = f"{service.name}, up to {service.up_to_grams} g"
    if service.unverified:
        trust = "not verified: ask at the counter"
    elif (today - service.checked).days > YEAR:
        trust = f"checked on {full(service.checked)}, long ago: ask at the counter"
    else:
        trust = f"checked on {full(service.checked)}"
    return f"{price(service)} ({buys}; {trust})"


def price(service: Service) -> str:
    """Return what a service costs, as far as the table knows."""
    if service.postage and service.currency:
        return f"{service.postage} {service.currency}"
    return "the price is not known"


def said(day: date) -> str:
    """Return a day for reading: "Wed 25 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def full(day: date) -> str:
    """Return a day with its year: "25 Nov 2026"."""
    return f"{day.day} {day:%b %Y}"
