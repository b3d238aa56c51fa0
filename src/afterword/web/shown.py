"""What a thing to leave alone looks like, wherever it is shown."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec
from django.utils.translation import gettext as _

from afterword.actions.caps import Cap
from afterword.actions.items import Alone as Resting
from afterword.etiquette.judge import Reason
from afterword.etiquette.plan import Restraint
from afterword.etiquette.vocabulary import Word
from afterword.web.phrases import MARKS

NEVER = frozenset({Word.NO, Word.STOP})


class Alone(msgspec.Struct, frozen=True):
    """A thing to leave alone; `tone` is "wait" where it is too early, "no" where it is wrong."""

    opportunity: str
    employer: str
    role: str
    said: str
    until: datetime | None
    because: tuple[Reason, ...]
    better: str
    tone: str
    mark: str
    rests: bool = False
    also: tuple["Alone", ...] = ()
    cap: Cap | None = None


def alone(one: Resting) -> Alone:
    """Return a thing to leave alone as the pages show it."""
    restraint = one.restraint
    because = restraint.because if restraint else one.silence.because if one.silence else ()
    return Alone(
        opportunity=one.opportunity,
        employer=one.employer,
        role=one.role,
        said=one.said,
        until=one.until,
        because=because,
        better=restraint.better if restraint else "",
        tone=tone(restraint),
        mark=mark(restraint),
        rests=restraint is None,
        cap=one.cap,
    )


def pressing_first(found: Iterable[Resting]) -> list[Alone]:
    """Return what to leave alone, once for each reason in a place; what has a date stands first.

    Saying nothing is named by the act that it keeps from being done, where that stands there too.
    What one rule says in several places for good is said once, with the other places beside it.
    """
    shown = [alone(one) for one in found]
    acts = {
        (one.opportunity, one.because[0].rule) for one in shown if not one.rests and one.because
    }
    distinct = [
        one
        for one in shown
        if not (one.rests and one.because and (one.opportunity, one.because[0].rule) in acts)
    ]
    dated = [one for one in distinct if one.until]
    return [*dated, *_gathered(one for one in distinct if not one.until)]


def _gathered(found: Iterable[Alone]) -> Iterator[Alone]:
    """Yield what has no date, once for each rule, with where else it says the same."""
    same: dict[str, list[Alone]] = {}
    for one in found:
        rule = one.because[0].rule if one.because else one.said
        same.setdefault(f"{one.mark} {rule}", []).append(one)
    for first, *others in same.values():
        yield msgspec.structs.replace(first, also=tuple(others))


def mark(restraint: Restraint | None) -> str:
    """Return the word before a thing to leave alone."""
    if restraint is None:
        return ""
    return _("Not yet") if restraint.verdict is Word.WAIT else str(MARKS[restraint.verdict])


def tone(restraint: Restraint | None) -> str:
    """Return how strongly to leave something alone: red is for what is wrong, and nothing else."""
    return "no" if restraint and restraint.verdict in NEVER else "wait"
