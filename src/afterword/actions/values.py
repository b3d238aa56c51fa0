"""What actions take and answer: frozen values, which pages and commands only have to show."""

from datetime import datetime
from enum import StrEnum

import msgspec

from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.vocabulary import Act

IMPORTED = "imported"  # the verb of changes that came from a file


class StepKey(msgspec.Struct, frozen=True):
    """Which step of a plan is meant: its act, and the id of the person it is towards."""

    act: Act
    to: str = ""

    def __str__(self) -> str:
        """Return it as it stands in addresses and forms: `thank-you:lena`."""
        return f"{self.act}:{self.to}"

    @classmethod
    def parse(cls, text: str) -> "StepKey":
        """Read the text that `str` makes; raises Malformed for another."""
        act, _, to = text.partition(":")
        try:
            return cls(Act(act), to)
        except ValueError as error:
            known = tuple(map(str, Act))
            raise Malformed([Problem("step", "names no act", text, known)]) from error


class Decision(StrEnum):
    """What a person can decide about a step."""

    NOT_THIS_TIME = "not-this-time"
    LATER = "later"
    DID_IT = "did-it"


class DraftState(StrEnum):
    """How far the words for a step have come."""

    OPEN = "open"
    COPIED = "copied"
    SENT = "sent"


class Shift(StrEnum):
    """What became of a step or a restraint when a plan changed, in the order of telling."""

    STEP_VANISHED = "step-vanished"
    STEP_LAPSED = "step-lapsed"
    STEP_OPENED = "step-opened"
    STEP_APPEARED = "step-appeared"
    STEP_MOVED = "step-moved"
    RESTRAINT_APPEARED = "restraint-appeared"
    RESTRAINT_VANISHED = "restraint-vanished"


class PlanChange(msgspec.Struct, frozen=True):
    """One thing that is different in a plan."""

    what: Shift
    act: Act
    said: str
    to: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Replanned(msgspec.Struct, frozen=True):
    """What is different in a plan, most urgent first; the sentence is empty where nothing is."""

    changes: tuple[PlanChange, ...] = ()
    sentence: str = ""


class Changed(msgspec.Struct, frozen=True):
    """What an action did: the change by which it is undone, what to say, and what it led to.

    `change` is empty where everything was already as it should be.
    """

    change: str
    opportunity: str
    said: str
    made: datetime
    replanned: Replanned = Replanned()
