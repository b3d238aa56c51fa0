"""Why: which rows matched a question, which of them decided, and what became of the others."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from afterword.etiquette.rulebook.facts import Question
from afterword.etiquette.rulebook.rule import Rule
from afterword.etiquette.standing import Acquaintance
from afterword.etiquette.vocabulary import Basis, Channel, Say
from afterword.etiquette.weighing import Scale, Weighing


class Trace(msgspec.Struct, frozen=True):
    """One row that matched: what it says, on whose authority, and what came of it."""

    rule: str
    say: Say
    basis: Basis
    outcome: str


def trace(
    scale: Scale, question: Question, them: Acquaintance, at: datetime, channel: Channel | None
) -> tuple[Trace, ...]:
    """Return every row that matches a question about one person, the strongest first."""
    weighed = scale.weigh(question, them, at, channel)
    bits = scale.matching(question, them, weighed.channel)
    live = scale.index.live(bits)
    alive = {rule.id for rule in scale.index.rows(live)}
    return tuple(
        Trace(rule.id, rule.row.say, rule.row.basis, _outcome(scale, rule, weighed, alive))
        for rule in scale.index.rows(bits)
    )


def _outcome(scale: Scale, rule: Rule, weighed: Weighing, alive: set[str]) -> str:
    if rule.id not in alive:
        return f"replaced by {', '.join(_replacing(scale, rule, alive))}"
    heard = [one.id for one in weighed.rules]
    if rule.id in heard:
        return "decides" if heard[0] == rule.id else "agrees"
    if rule.row.otherwise:
        return "silent: it only speaks where no other row does"
    if rule.after or rule.row.say is Say.WAIT:
        return "silent: its time is not now"
    return f"gives way to {heard[0]}"


def _replacing(scale: Scale, rule: Rule, alive: set[str]) -> Iterator[str]:
    for other in scale.index.rules:
        if other.id in alive and scale.index.replaces(other, rule):
            yield other.id
