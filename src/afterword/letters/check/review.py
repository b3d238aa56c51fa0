"""The review of a draft: what in it could only come from here, and what a reader may stumble on."""

from collections.abc import Iterator, Sequence

import msgspec

from afterword.etiquette.judge import Reason, Verdict
from afterword.etiquette.vocabulary import Basis, Word
from afterword.letters.check.gates import (
    claims as claimed,
)
from afterword.letters.check.gates import (
    decision,
    employer,
    facts,
    frame,
    group,
    hurry,
    length,
    names,
    placeholders,
    role,
    shouting,
    siblings,
    spelling,
    substance,
    tact,
    worth,
)
from afterword.letters.check.merge import merged
from afterword.letters.check.sheet import Aids, Claims, Sheet
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import Span
from afterword.letters.occasion import Occasion

GATES = (
    placeholders,
    names,
    employer,
    role,
    facts,
    claimed,
    worth,
    hurry,
    substance,
    decision,
    group,
    siblings,
    length,
    frame,
    shouting,
    spelling,
)
MOST_TO_CONSIDER = 2


class Review(msgspec.Struct, frozen=True, omit_defaults=True):
    """What in a draft could only come from this conversation, and the findings in reading order."""

    specifics: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can go: no stop, no fix, fewer than three to consider."""
        worth = [one.severity for one in self.findings]
        return set(worth) <= {Severity.CONSIDER} and len(worth) <= MOST_TO_CONSIDER


def review(
    text: str,
    occasion: Occasion,
    claims: Claims,
    aids: Aids,
    verdict: Verdict | None = None,
) -> Review:
    """Return the review of a draft, which may be anybody's.

    With the rulebook's `verdict` on its act, a refusal is told before all else.
    """
    sheet = Sheet(text, occasion, claims, aids)
    found = [one for gate in GATES for one in gate.look(sheet)]
    found += tact.listen(sheet)
    return Review(_distinct(substance.specifics(sheet)), (*_refusal(verdict), *merged(found)))


REFUSING = frozenset({Word.NO, Word.STOP, Word.WAIT, Word.ASK})


def _refusal(verdict: Verdict | None) -> Iterator[Finding]:
    if verdict and verdict.verdict in REFUSING:
        reason = verdict.because[0]
        yield Finding(
            class_=Class.REFUSED,
            severity=Severity.STOP,
            start=0,
            end=0,
            reason=reason.why,
            alternative=verdict.better,
            rule=reason.rule,
            basis=reason.basis,
            source=_published(reason),
        )


def _published(reason: Reason) -> str:
    """Return an address at which the advice can be read; else that it is the founding article."""
    sources = [source for source in reason.sources if source != Basis.SEED]
    return (sources or [*reason.sources, ""])[0]


def _distinct(words: Sequence[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words))
