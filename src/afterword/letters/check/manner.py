"""What is said of a fault, and on whose authority: `tact.toml` and `slips.toml` of a language."""

from collections.abc import Mapping
from enum import StrEnum
from string import Formatter
from typing import Any

import msgspec

from afterword.etiquette.vocabulary import Act, Basis
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import Span
from afterword.letters.occasion import Occasion, Phase


class Slip(StrEnum):
    """What a gate may find, apart from what the ear hears as well."""

    NAME_MISSPELT = "name-misspelt"
    NAME_ANOTHER = "name-another"
    NAME_MISSING = "name-missing"
    TITLE_GUESSED = "title-guessed"
    EMPLOYER_ANOTHER = "employer-another"
    ROLE_ANOTHER = "role-another"
    BLANK = "blank"
    INVENTED = "invented"
    EMPTY = "empty"
    UNDECIDED = "undecided"
    DECIDED_LATE = "decided-late"
    SEVERAL_READERS = "several-readers"
    SAME_SENTENCE = "same-sentence"
    SAME_NOTE = "same-note"
    WORDLESS = "wordless"
    TOO_LONG = "too-long"
    TOO_LONG_FOR_A_CARD = "too-long-for-a-card"
    RATHER_LONG = "rather-long"
    LONG_SENTENCE = "long-sentence"
    SUBJECT_URGENT = "subject-urgent"
    SUBJECT_LENGTH = "subject-length"
    NO_GREETING = "no-greeting"
    NO_SIGNATURE = "no-signature"
    ROW_OF_MARKS = "row-of-marks"
    CAPITALS = "capitals"
    EXCLAMATIONS = "exclamations"
    MISSPELT = "misspelt"
    DOUBLED = "doubled"


class Wrong(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the words alone are wrong: in these phases (in all, if none is named), `but` acts."""

    phases: tuple[Phase, ...] = ()
    but: tuple[Act, ...] = ()

    def at(self, occasion: Occasion) -> bool:
        """Return whether the words are wrong in the letter of an occasion."""
        late = bool(self.phases) and occasion.phase not in self.phases
        return not late and occasion.act not in self.but


class Manner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to tell the candidate about a fault: why, what instead, on whose authority.

    `advice` says what to do; `wording`, and `instead` by act, can stand in its place. In these and
    in `reason`, braces hold what the gate knows. `basis` is that of the `rule` in the rulebook.
    """

    class_: Class = msgspec.field(name="class")
    severity: Severity
    reason: str
    source: str
    rule: str = ""
    basis: Basis | None = None
    advice: str = ""
    wording: str = ""
    instead: Mapping[Act, str] = {}
    wrong: Wrong = Wrong()


Manners = Mapping[str, Manner]
"""The manners of a language: by class for what an ear hears, by slip for what a gate finds."""


def manners(tact: Mapping[str, Any], slips: Mapping[str, Any]) -> Manners:
    """Return the manners that two tables hold; raises ValidationError for what is none."""
    of_class = {class_: {**row, "class": class_} for class_, row in tact.items()}
    told: dict[str, Manner] = {}
    told.update(msgspec.convert(of_class, dict[Class, Manner]).items())
    told.update(msgspec.convert(slips, dict[Slip, Manner]).items())
    return told


def founded(told: Manners, rules: Mapping[str, Basis]) -> Manners:
    """Return manners with the basis of the rule that each names.

    Raises KeyError for a rule that is not among `rules`.
    """
    return {
        name: msgspec.structs.replace(one, basis=rules[one.rule]) if one.rule else one
        for name, one in told.items()
    }


def finding(
    manner: Manner, where: Span, act: Act, severity: Severity, facts: Mapping[str, str]
) -> Finding:
    """Return a finding about a stretch of the message, in the words of a manner."""
    wording = _filled(manner.instead.get(act, manner.wording), facts)
    return Finding(
        class_=manner.class_,
        severity=severity,
        start=where.start,
        end=where.end,
        reason=manner.reason.format_map(facts),
        alternative=wording or manner.advice.format_map(facts),
        fits=bool(wording),
        rule=manner.rule,
        basis=manner.basis,
        source=manner.source,
    )


def _filled(wording: str, facts: Mapping[str, str]) -> str:
    """Return a wording with its facts in it, or nothing where one of them is not known."""
    named = {name for _, name, _, _ in Formatter().parse(wording) if name}
    return wording.format_map(facts) if all(facts[name] for name in named) else ""
