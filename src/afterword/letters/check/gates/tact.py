"""What only an ear can tell: how each sentence lands, at this stage and in this kind of letter."""

from collections.abc import Iterator, Mapping

import msgspec

from afterword.letters.check.sheet import Ear, Sheet
from afterword.letters.finding import Class, Finding, Severity


class Manner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to tell the candidate about a class: why, what instead (by act), on whose authority."""

    severity: Severity
    reason: str
    source: str
    alternative: str = ""
    instead: Mapping[str, str] = {}


Manners = Mapping[Class, Manner]


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How sure (0 to 1) the ear must be to say something: `mend`, or only `think` it over."""

    mend: float
    think: float


def listen(sheet: Sheet, ear: Ear, manners: Manners, threshold: Threshold) -> Iterator[Finding]:
    """Yield a finding for each sentence that the ear stumbles over."""
    sentences = sheet.message.sentences
    heard = ear.hear([one.text for one in sentences], sheet.occasion)
    for sentence, sound in zip(sentences, heard, strict=True):
        if sound.stumble < threshold.think:
            continue
        manner = manners[sound.class_]
        certain = sound.stumble >= threshold.mend
        yield Finding(
            class_=sound.class_,
            severity=manner.severity if certain else Severity.CONSIDER,
            start=sentence.start,
            end=sentence.end,
            reason=manner.reason,
            alternative=manner.instead.get(sheet.occasion.act, manner.alternative),
            source=manner.source,
        )
