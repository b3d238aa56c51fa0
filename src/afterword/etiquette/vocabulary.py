"""The closed sets of words that situations, rules and verdicts are written in."""

from enum import StrEnum


class Sector(StrEnum):
    """What the employer does, where etiquette differs by it."""

    GOVERNMENT = "government"
    STATE_OWNED = "state-owned"
    ACADEMIA = "academia"
    HEALTHCARE = "healthcare"
    LAW = "law"
    FINANCE = "finance"
    TECH = "tech"
    STARTUP = "startup"
    SALES = "sales"
    HOSPITALITY = "hospitality"
    RETAIL = "retail"
    CREATIVE = "creative"
    NONPROFIT = "nonprofit"
    OTHER = "other"


class Via(StrEnum):
    """How the candidate came in."""

    DIRECT = "direct"
    AGENCY = "agency"
    REFERRAL = "referral"
    INTERNAL = "internal"


class GiftPolicy(StrEnum):
    """What the employer's policy says about gifts, where it is known."""

    UNKNOWN = "unknown"
    NONE_ACCEPTED = "none-accepted"
    MODEST_ACCEPTED = "modest-accepted"


class Role(StrEnum):
    """What a person is in the opportunity."""

    HIRING_MANAGER = "hiring-manager"
    INTERVIEWER = "interviewer"
    HR = "hr"
    COORDINATOR = "coordinator"
    AGENCY_RECRUITER = "agency-recruiter"
    EXECUTIVE = "executive"
    REFERENCE = "reference"
    REFERRER = "referrer"
    MENTOR = "mentor"
    ASSISTANT = "assistant"
    OTHER = "other"


class WorksFor(StrEnum):
    """On whose side of the table a person sits."""

    EMPLOYER = "employer"
    AGENCY = "agency"
    THIRD_PARTY = "third-party"


class Format(StrEnum):
    """How an interview was held."""

    PHONE_SCREEN = "phone-screen"
    VIDEO = "video"
    ONSITE = "onsite"
    PANEL = "panel"
    CAMPUS = "campus"
    ASSESSMENT_CENTRE = "assessment-centre"
    INFORMATIONAL = "informational"
    MEAL = "meal"


class Impression(StrEnum):
    """How the candidate thinks that it went."""

    WELL = "well"
    UNCERTAIN = "uncertain"
    POORLY = "poorly"


class Decision(StrEnum):
    """How soon the employer is expected to decide."""

    SAME_DAY = "same-day"
    WITHIN_WEEK = "within-week"
    WEEKS = "weeks"


class Side(StrEnum):
    """Who missed an appointment."""

    CANDIDATE = "candidate"
    EMPLOYER = "employer"


class MissedReason(StrEnum):
    """Why an interview did not take place."""

    TECHNICAL = "technical"
    OTHER = "other"


class PromiseOf(StrEnum):
    """What the employer named a date for."""

    ANSWER = "answer"
    CALL = "call"
    NEXT_STEP = "next-step"
    OFFER_LETTER = "offer-letter"


class Instruction(StrEnum):
    """What the employer, or the person it came from, explicitly asked for or invited."""

    NO_THANK_YOU_NOTES = "no-thank-you-notes"
    DO_NOT_CONTACT = "do-not-contact"
    WE_WILL_CONTACT_YOU = "we-will-contact-you"
    THROUGH_RECRUITER = "through-recruiter"
    EMAIL_ONLY = "email-only"
    CALL_ME = "call-me"
    CONNECT_WITH_ME = "connect-with-me"
    KEEP_IN_TOUCH = "keep-in-touch"
    CHECK_BACK = "check-back"
    NO_GIFTS = "no-gifts"


class Inbound(StrEnum):
    """What came back from the employer."""

    REPLY = "reply"
    ACKNOWLEDGEMENT = "acknowledgement"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    FORM_LETTER = "form-letter"
    QUESTION = "question"
    INVITATION = "invitation"


class Mistake(StrEnum):
    """A slip of the candidate's."""

    TYPO = "typo"
    WRONG_NAME = "wrong-name"
    WRONG_EMPLOYER = "wrong-employer"
    WRONG_FACT = "wrong-fact"
    WEAK_ANSWER = "weak-answer"
    DOUBLE_SEND = "double-send"
    WRONG_RECIPIENT = "wrong-recipient"
    SENT_TOO_EARLY = "sent-too-early"


class Undertaking(StrEnum):
    """What the candidate promised to do."""

    FOLLOW_UP = "follow-up"
    SAMPLE = "sample"
    INFORMATION = "information"


class Wish(StrEnum):
    """What the employer asked the candidate for."""

    SAMPLE = "sample"
    REFERENCES = "references"
    INFORMATION = "information"
    DOCUMENTS = "documents"


class Help(StrEnum):
    """The favour somebody did the candidate."""

    REFERENCE = "reference"
    REFERRAL = "referral"
    INTRODUCTION = "introduction"
    ADVICE = "advice"


class Act(StrEnum):
    """Something that the candidate could do."""

    THANK_YOU = "thank-you"
    CHECK_IN = "check-in"
    REPLY = "reply"
    GRACIOUS_EXIT = "gracious-exit"
    FEEDBACK_REQUEST = "feedback-request"
    KEEP_IN_TOUCH = "keep-in-touch"
    RE_APPROACH = "re-approach"
    SHARE_OFFER_DEADLINE = "share-offer-deadline"
    CORRECTION = "correction"
    APOLOGY = "apology"
    SEND_MATERIAL = "send-material"
    ACKNOWLEDGE_OFFER = "acknowledge-offer"
    ASK_FOR_TIME = "ask-for-time"
    NEGOTIATE = "negotiate"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    CONNECT = "connect"
    INTRODUCE_NEW_FACT = "introduce-new-fact"
    GIFT = "gift"
    COMPLAIN = "complain"
    CONFRONT = "confront"
    RESEND = "resend"
    UPDATE_HELPER = "update-helper"
    ASK_QUESTION = "ask-question"


class Channel(StrEnum):
    """The way in which an act reaches its person."""

    EMAIL = "email"
    HANDWRITTEN = "handwritten"
    PHONE = "phone"
    TEXT = "text"
    LINKEDIN = "linkedin"
    SOCIAL = "social"
    IN_PERSON = "in-person"
    POST = "post"
    DELIVERY = "delivery"
    VIDEO = "video"


class GiftKind(StrEnum):
    """What a gift is."""

    FLOWERS = "flowers"
    FOOD = "food"
    DRINK = "drink"
    GIFT_CARD = "gift-card"
    CASH = "cash"
    OBJECT = "object"
    HOSPITALITY = "hospitality"
    SAMPLE_OF_OWN_WORK = "sample-of-own-work"
    DONATION = "donation"


class Audience(StrEnum):
    """For whom a gift is meant."""

    PERSON = "person"
    OFFICE = "office"


class Trait(StrEnum):
    """What a proposed message does, beyond its act."""

    ASKS_FOR_RESULT = "asks-for-result"
    MENTIONS_SALARY = "mentions-salary"
    MENTIONS_OTHER_OFFER = "mentions-other-offer"
    ULTIMATUM = "ultimatum"
    REPROACH = "reproach"
    APOLOGISES_AT_LENGTH = "apologises-at-length"
    EFFUSIVE = "effusive"
    FLATTERY = "flattery"
    FORM_TEXT = "form-text"
    SAME_TEXT_TO_ALL = "same-text-to-all"
    COPIED_TO_ALL = "copied-to-all"
    LONG = "long"
    ATTACHMENT_UNASKED = "attachment-unasked"
    FALSE_CLAIM = "false-claim"
    ASKS_FOR_FAVOUR = "asks-for-favour"
    GOES_OVER_HEAD = "goes-over-head"
    BY_THIRD_PARTY = "by-third-party"
    FROM_WORK_ACCOUNT = "from-work-account"
    PERSONAL = "personal"
    PRESSURE = "pressure"
    JOKES = "jokes"
    GIMMICK = "gimmick"
    UNPROOFED = "unproofed"


class Stage(StrEnum):
    """How far the opportunity has come."""

    NOTHING_YET = "nothing-yet"
    APPLIED = "applied"
    INVITED = "invited"
    INTERVIEWED = "interviewed"
    PARTED = "parted"
    REJECTED = "rejected"
    FILLED = "filled"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    STARTED = "started"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    TAKEN_ELSEWHERE = "taken-elsewhere"


class Pay(StrEnum):
    """Whether pay is still to be settled."""

    UNSPOKEN = "unspoken"
    OPEN = "open"
    SETTLED = "settled"


class Paper(StrEnum):
    """What an offer rests on."""

    NONE = "none"
    VERBAL = "verbal"
    WRITTEN = "written"


class Say(StrEnum):
    """What a rule says about an act in the situation that it describes."""

    DO = "do"
    MAY = "may"
    PREFER = "prefer"
    WAIT = "wait"
    ASK = "ask"
    NO = "no"
    STOP = "stop"


class Word(StrEnum):
    """The word of a verdict."""

    GO = "go"
    WAIT = "wait"
    ASK = "ask"
    NO = "no"
    STOP = "stop"


class AskWhom(StrEnum):
    """Whom to ask before an act."""

    PERSON = "person"
    RECRUITER = "recruiter"
    EMPLOYER_POLICY = "employer-policy"


class Basis(StrEnum):
    """On whose authority a rule speaks, strongest first."""

    LAW = "law"
    INSTRUCTION = "instruction"
    SEED = "seed"
    CONSENSUS = "consensus"
    MAJORITY = "majority"
    DISPUTED = "disputed"
    HOUSE = "house"


class Whom(StrEnum):
    """Whether an act is for everybody who fits, or for the one person who fits best."""

    EACH = "each"
    ONE = "one"
