"""Conditions: what each field of a row admits, in a form that can be compared and intersected."""

import operator
import re
from collections.abc import Callable, Iterator

import msgspec

from afterword.etiquette.rulebook.facts import FIELDS, Field, Sort
from afterword.etiquette.rulebook.rule import LayerKind, Rule, Value

Compare = Callable[[float, float], bool]
COMPARISONS: dict[str, Compare] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}
COMPARISON = re.compile(r"(>=|<=|>|<|==) (\d+(?:\.\d+)?)")


class Unreadable(ValueError):
    """A condition that means nothing: which field, what is wrong, and what would be right."""

    def __init__(self, field: str, wrong: str, right: str) -> None:
        """Compose the message."""
        super().__init__(f"{field}: {wrong}; {right}")


class Test(msgspec.Struct, frozen=True):
    """What a row asks of one field.

    For a word or a flag, `admits` are the values it takes. Where several words may hold at once,
    one of `admits` must (if there are any) and none of `bars` may. A number must pass `compare`.
    """

    field: str
    admits: frozenset[object] = frozenset()
    bars: frozenset[object] = frozenset()
    compare: tuple[tuple[str, float], ...] = ()

    def passes(self, number: float) -> bool:
        """Return whether a number passes every comparison."""
        return all(COMPARISONS[sign](number, bound) for sign, bound in self.compare)


def tests(rule: Rule) -> dict[str, Test]:
    """Return what a rule asks of each field, its layer's own condition included.

    Raises Unreadable for a field that does not exist or a value that it does not take.
    """
    asked: dict[str, Test] = {}
    for field, value, unless in _parts(rule):
        test = _read(FIELDS[field], value, unless=unless)
        asked[field] = _both(asked[field], test) if field in asked else test
    return asked


def _parts(rule: Rule) -> Iterator[tuple[str, Value, bool]]:
    row, layer = rule.row, rule.layer
    if row.act:
        yield "act", row.act, False
    if row.channel:
        yield "channel", row.channel, False
    if layer.kind is LayerKind.REGION:
        yield "region", layer.countries, False
    if layer.kind is LayerKind.SECTOR:
        yield "sector", layer.sectors, False
    for unless, clause in ((False, row.when), (True, row.unless)):
        for field, value in clause.items():
            if field not in FIELDS:
                raise Unreadable(field, "is not a word of the standing", ", ".join(FIELDS))
            yield field, value, unless


def _read(field: Field, value: Value, *, unless: bool) -> Test:
    if field.sort is Sort.NUMBER:
        return _number(field, value, unless=unless)
    values = _values(field, value)
    if field.sort is Sort.WORDS:
        return Test(field.name, bars=values) if unless else Test(field.name, admits=values)
    if unless:
        values = _all(field) - values
    return Test(field.name, admits=values)


def _all(field: Field) -> frozenset[object]:
    return frozenset({True, False}) if field.sort is Sort.FLAG else frozenset(field.words)


def _values(field: Field, value: Value) -> frozenset[object]:
    if field.sort is Sort.FLAG:
        if not isinstance(value, bool):
            raise Unreadable(field.name, f"{value!r} is no flag", "write true or false")
        return frozenset({value})
    if not isinstance(value, str | tuple):
        raise Unreadable(field.name, f"{value!r} is no word", "write one, or a list of them")
    values = frozenset({value} if isinstance(value, str) else value)
    strange = values - frozenset(field.words) if field.words else frozenset()
    if strange:
        wrong = f"does not take {', '.join(sorted(map(str, strange)))}"
        raise Unreadable(field.name, wrong, f"it takes {', '.join(field.words)}")
    return values


def _number(field: Field, value: Value, *, unless: bool) -> Test:
    if unless:
        raise Unreadable(field.name, "is a number", "put the opposite comparison under when")
    if isinstance(value, int) and not isinstance(value, bool):
        return Test(field.name, compare=(("==", value),))
    texts = (value,) if isinstance(value, str) else value
    found = [COMPARISON.fullmatch(text) for text in texts] if isinstance(texts, tuple) else [None]
    if not all(found):
        raise Unreadable(
            field.name, f"{value!r} is no number", 'write 2, or a comparison such as ">= 2"'
        )
    return Test(field.name, compare=tuple((hit[1], float(hit[2])) for hit in found if hit))


def _both(one: Test, other: Test) -> Test:
    """Return the test that passes what passes both; fields with several words keep either set."""
    several = FIELDS[one.field].sort is Sort.WORDS
    admits = (one.admits or other.admits) if several else one.admits & other.admits
    return Test(one.field, admits, one.bars | other.bars, one.compare + other.compare)
