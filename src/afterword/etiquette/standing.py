"""Where things stand: everything that follows from the events, and nothing that was decided."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from afterword.etiquette.events import PersonId
from afterword.etiquette.situation import Opportunity, Person
from afterword.etiquette.vocabulary import (
    Act,
    Decision,
    Format,
    Help,
    Impression,
    Instruction,
    Mistake,
    Paper,
    Pay,
    Side,
    Stage,
    Undertaking,
    Wish,
)


class Anchor(StrEnum):
    """A moment that rules count from."""

    APPLICATION = "application"
    CLOSING = "closing"
    SCHEDULED = "scheduled"
    INTERVIEW = "interview"
    MEETING = "meeting"
    MISSED = "missed"
    WORD = "word"
    MESSAGE = "message"
    PROMISE = "promise"
    LETTER_PROMISE = "letter-promise"
    INVITED = "invited"
    QUESTION = "question"
    REQUEST = "request"
    OWN_FOLLOW_UP = "own-follow-up"
    OWN_MATERIAL = "own-material"
    LAST_ASK = "last-ask"
    LAST_CONTACT = "last-contact"
    OTHER_MESSAGE = "other-message"
    OTHER_QUESTION = "other-question"
    OTHER_QUESTION_BEFORE = "other-question-before"
    RETURN = "return"
    ENDING = "ending"
    REPOSTING = "reposting"
    NEW_OPENING = "new-opening"
    OFFER = "offer"
    OFFER_DEADLINE = "offer-deadline"
    TALKS = "talks"
    ACCEPTANCE = "acceptance"
    START = "start"
    COMPETING_OFFER = "competing-offer"
    COMPETING_DEADLINE = "competing-deadline"
    SLIP = "slip"
    HELP = "help"
    NEWS = "news"


Anchors = Mapping[Anchor, datetime]
NO_ONE = Person(id="", email=True)


class Acquaintance(msgspec.Struct, frozen=True):
    """How things stand with one person."""

    person: Person = NO_ONE
    met: bool = False
    format: Format | None = None
    session: int = 0
    impression: Impression | None = None
    decision: Decision | None = None
    thanked: bool = False
    told: frozenset[Instruction] = frozenset()
    helped: frozenset[Help] = frozenset()
    arranged: bool = False
    wrote_texts: bool = False
    phoned: bool = False
    bounced: bool = False
    away: bool = False
    question_open: bool = False
    message_open: bool = False
    unanswered: int = 0
    unanswered_calls: int = 0
    done: Mapping[Act, int] = {}
    anchors: Anchors = {}


class Standing(msgspec.Struct, frozen=True):
    """Where one opportunity stands at `now`, which is aware and in the employer's zone.

    `unanswered` counts the messages that ask for something and went to anybody at the employer
    since the employer last said a human word; `done` counts each act since its occasion.
    """

    now: datetime
    opportunity: Opportunity
    stage: Stage = Stage.NOTHING_YET
    pay: Pay = Pay.UNSPOKEN
    offer: Paper = Paper.NONE
    competing_offer: Paper = Paper.NONE
    missed_by: Side | None = None
    crowd: int = 0
    round: int = 0
    promised: bool = False
    rejected_after_interview: bool | None = None
    warm: bool = False
    no_reply: bool = False
    reposted: bool = False
    new_opening: bool = False
    closed: bool = False
    unanswered: int = 0
    unanswered_calls: int = 0
    owed: frozenset[Undertaking] = frozenset()
    asked_for: frozenset[Wish] = frozenset()
    slips: frozenset[Mistake] = frozenset()
    done: Mapping[Act, int] = {}
    anchors: Anchors = {}
    people: Mapping[PersonId, Acquaintance] = {}
