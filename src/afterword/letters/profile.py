"""How the candidate signs and writes."""

from enum import StrEnum

import msgspec


class Register(StrEnum):
    """How a letter sounds."""

    PLAIN = "plain"
    WARM_FORMAL = "warm-formal"
    FORMAL = "formal"


class Spelling(StrEnum):
    """Which of two spellings of English."""

    GB = "gb"
    US = "us"


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The candidate: `names` are those who sign, one or two; `language` is a folder's name."""

    names: tuple[str, ...] = ()
    register: Register = Register.WARM_FORMAL
    spelling: Spelling = Spelling.GB
    language: str = "en"
    phone: str = ""
