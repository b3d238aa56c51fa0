"""What a reader may stumble on in a draft."""

from enum import StrEnum

import msgspec

from afterword.etiquette.vocabulary import Basis


class Severity(StrEnum):
    """How much a finding weighs: send it not like this, mend it, or think it over."""

    STOP = "stop"
    FIX = "fix"
    CONSIDER = "consider"


class Class(StrEnum):
    """What is the matter."""

    REFUSED = "refused"
    GUSHING = "gushing"
    DESPERATE = "desperate"
    PRESSURING = "pressuring"
    PRESUMPTUOUS = "presumptuous"
    GUILT = "guilt"
    TRANSACTIONAL = "transactional"
    SALARY = "salary"
    GENERIC = "generic"
    OVER_APOLOGISING = "over_apologising"
    DEMANDING = "demanding"
    CRITICISM = "criticism"
    OVER_FAMILIAR = "over_familiar"
    COMPLAINT = "complaint"
    THREAT = "threat"
    SARCASM = "sarcasm"
    TMI = "tmi"
    POLITICS = "politics"
    SELF_FOCUSED = "self_focused"
    UNCLEAR = "unclear"
    WRONG_NAME = "wrong_name"
    WRONG_COMPANY = "wrong_company"
    WRONG_ROLE = "wrong_role"
    GENDER_ASSUMED = "gender_assumed"
    PLACEHOLDER = "placeholder"
    INVENTED_FACT = "invented_fact"
    IDENTICAL = "identical"
    GROUP_NOTE = "group_note"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    GREETING = "greeting"
    SIGNATURE = "signature"
    SUBJECT = "subject"
    SHOUTING = "shouting"
    SWEARING = "swearing"
    TYPOS = "typos"


class Finding(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that a reader may stumble on, from `start` up to `end` in the draft.

    Offsets are characters of the whole text. `reason` is one sentence; `alternative` a better
    wording, which stands in its place as it is if it `fits`, or else what to do instead; or empty.
    Its authority is the `rule` of the rulebook, with the `basis` of that, where a rule says it, and
    in any case a `source`: the address of published advice, or `seed`, the founding article.
    """

    class_: Class = msgspec.field(name="class")
    severity: Severity
    start: int
    end: int
    reason: str
    alternative: str = ""
    fits: bool = False
    rule: str = ""
    basis: Basis | None = None
    source: str = ""
