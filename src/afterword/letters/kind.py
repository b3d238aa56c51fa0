"""The kinds of letter: what each act of the plan comes to in words, as things stand."""

from enum import StrEnum

from afterword.etiquette.standing import Acquaintance, Anchor, Standing
from afterword.etiquette.vocabulary import (
    Act,
    Format,
    Mistake,
    Role,
    Side,
    Stage,
    WorksFor,
)


class Kind(StrEnum):
    """A kind of letter."""

    THANKS = "thanks"
    THANKS_SCREEN = "thanks-screen"
    THANKS_LATER = "thanks-later"
    THANKS_GROUP = "thanks-group"
    THANKS_ARRANGING = "thanks-arranging"
    THANKS_ADVICE = "thanks-advice"
    THANKS_HELP = "thanks-help"
    THANKS_OFFER = "thanks-offer"
    THANKS_FIRST_DAY = "thanks-first-day"
    CHECK_IN = "check-in"
    CHECK_IN_DATE = "check-in-date"
    CHECK_IN_AGAIN = "check-in-again"
    CHECK_IN_LAST = "check-in-last"
    CHECK_IN_ABSENCE = "check-in-absence"
    CHECK_IN_LETTER = "check-in-letter"
    CHECK_IN_TERMS = "check-in-terms"
    CHECK_IN_RECRUITER = "check-in-recruiter"
    REPLY = "reply"
    EXIT_REJECTED = "exit-rejected"
    EXIT_PARTED = "exit-parted"
    EXIT_FILLED = "exit-filled"
    FEEDBACK = "feedback"
    KEEP_IN_TOUCH = "keep-in-touch"
    RE_APPROACH = "re-approach"
    COMPETING_OFFER = "competing-offer"
    CORRECTION = "correction"
    APOLOGY = "apology"
    APOLOGY_MISSED = "apology-missed"
    MATERIAL_PROMISED = "material-promised"
    MATERIAL_REQUESTED = "material-requested"
    ACKNOWLEDGE_OFFER = "acknowledge-offer"
    ASK_FOR_TIME = "ask-for-time"
    NEGOTIATE = "negotiate"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    TELL_OTHERS = "tell-others"
    CONNECT = "connect"
    UPDATE = "update"
    FLOWERS = "flowers"
    OTHER = "other"


# Acts that come to one kind of letter, however things stand.
ALWAYS = {
    Act.FEEDBACK_REQUEST: Kind.FEEDBACK,
    Act.KEEP_IN_TOUCH: Kind.KEEP_IN_TOUCH,
    Act.RE_APPROACH: Kind.RE_APPROACH,
    Act.SHARE_OFFER_DEADLINE: Kind.COMPETING_OFFER,
    Act.CORRECTION: Kind.CORRECTION,
    Act.ACKNOWLEDGE_OFFER: Kind.ACKNOWLEDGE_OFFER,
    Act.ASK_FOR_TIME: Kind.ASK_FOR_TIME,
    Act.NEGOTIATE: Kind.NEGOTIATE,
    Act.ACCEPT: Kind.ACCEPT,
    Act.DECLINE: Kind.DECLINE,
    Act.CONNECT: Kind.CONNECT,
    Act.UPDATE_HELPER: Kind.UPDATE,
    Act.GIFT: Kind.FLOWERS,
}
EXITS = {Stage.PARTED: Kind.EXIT_PARTED, Stage.FILLED: Kind.EXIT_FILLED}
HELPERS = frozenset({Role.REFERENCE, Role.REFERRER, Role.MENTOR})
LARGEST_TABLE = 5
LAST_CHECK_IN = 2


def kind_of(act: Act, stands: Standing, them: Acquaintance) -> Kind:
    """Return the kind of letter that an act comes to towards somebody, as things stand."""
    match act:
        case Act.THANK_YOU:
            return _thanks(stands, them)
        case Act.CHECK_IN:
            return _check_in(stands, them)
        case Act.GRACIOUS_EXIT:
            return EXITS.get(stands.stage, Kind.EXIT_REJECTED)
        case Act.REPLY:
            return Kind.EXIT_REJECTED if stands.stage is Stage.REJECTED else Kind.REPLY
        case Act.APOLOGY:
            missed = (
                stands.missed_by is Side.CANDIDATE and Mistake.WRONG_RECIPIENT not in stands.slips
            )
            return Kind.APOLOGY_MISSED if missed else Kind.APOLOGY
        case Act.SEND_MATERIAL:
            return Kind.MATERIAL_REQUESTED if stands.asked_for else Kind.MATERIAL_PROMISED
        case Act.WITHDRAW:
            elsewhere = stands.stage is Stage.TAKEN_ELSEWHERE
            return Kind.TELL_OTHERS if elsewhere else Kind.WITHDRAW
    return ALWAYS.get(act, Kind.OTHER)


def _thanks(stands: Standing, them: Acquaintance) -> Kind:
    if them.person.role in HELPERS or them.person.works_for is WorksFor.THIRD_PARTY:
        return Kind.THANKS_ADVICE if them.format is Format.INFORMATIONAL else Kind.THANKS_HELP
    if stands.stage is Stage.STARTED:
        return Kind.THANKS_FIRST_DAY
    if stands.stage in {Stage.OFFERED, Stage.ACCEPTED}:
        return Kind.THANKS_OFFER
    if them.format is Format.INFORMATIONAL:
        return Kind.THANKS_ADVICE
    if not them.met:
        return Kind.THANKS_ARRANGING if them.person.role is not Role.OTHER else Kind.THANKS
    if them.session > LARGEST_TABLE:
        return Kind.THANKS_GROUP
    if them.format is Format.PHONE_SCREEN:
        return Kind.THANKS_SCREEN
    return Kind.THANKS_LATER if stands.round > 1 else Kind.THANKS


def _check_in(stands: Standing, them: Acquaintance) -> Kind:
    if stands.missed_by is Side.EMPLOYER:
        return Kind.CHECK_IN_ABSENCE
    if stands.stage in {Stage.OFFERED, Stage.ACCEPTED}:
        return Kind.CHECK_IN_LETTER if _letter_is_due(stands) else Kind.CHECK_IN_TERMS
    if them.person.works_for is WorksFor.AGENCY:
        return Kind.CHECK_IN_RECRUITER
    asked = stands.unanswered
    if asked >= LAST_CHECK_IN:
        return Kind.CHECK_IN_LAST
    if asked or stands.done.get(Act.CHECK_IN, 0):
        return Kind.CHECK_IN_AGAIN
    promise = stands.anchors.get(Anchor.PROMISE)
    return Kind.CHECK_IN_DATE if promise and promise <= stands.now else Kind.CHECK_IN


def _letter_is_due(stands: Standing) -> bool:
    return stands.stage is Stage.ACCEPTED or Anchor.LETTER_PROMISE in stands.anchors
