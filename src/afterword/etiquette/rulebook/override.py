"""What a candidate may decide about a rule: that it is off, or that its window is another.

What is fixed stays fixed: law, explicit instructions, what the founding article says, and the rows
that speak only where no other does.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

import msgspec

from afterword.etiquette.rulebook.book import Page
from afterword.etiquette.rulebook.mark import Mark, Unit, parse
from afterword.etiquette.rulebook.rule import ADVICE, LayerKind, Row, Rule
from afterword.etiquette.vocabulary import Basis, Say

FIXED = {
    Basis.LAW: "It is law where they are, and no setting changes that.",
    Basis.INSTRUCTION: "They told you so themselves, and their word goes before everything else.",
    Basis.SEED: (
        "It is one of the few rules that Afterword was founded on: thanks are due, and coming on "
        "too strong is worse than silence."
    ),
}
LAST_WORD = "It speaks only where no other rule does, so there would be no answer without it."
OWN = "It is a rule of your own: change it in your house rules, in Settings."
NO_WINDOW = "It has no window that could be another."
NARROWER = (
    "It rests on the founding article: its window can be made narrower, and not wider. Choose "
    "days within the ones there are."
)
ORDER = "It would end before it begins. Choose a later end, or an earlier beginning."

# A working week has seven days on the calendar: near enough to say which of two windows is wider.
LENGTHS = {
    Unit.MINUTES: timedelta(minutes=1),
    Unit.HOURS: timedelta(hours=1),
    Unit.DAYS: timedelta(days=1),
    Unit.WORKING_DAYS: timedelta(days=7) / 5,
}
BOUNDS = ("from_", "best", "until")


class Bounds(msgspec.Struct, frozen=True, omit_defaults=True):
    """Other moments for a window, as a table writes them; None: as the rule has it."""

    from_: str | None = msgspec.field(name="from", default=None)
    best: str | None = None
    until: str | None = None


class Override(msgspec.Struct, frozen=True):
    """A decision about one rule: other bounds for its window, or None: it is off."""

    rule: str
    bounds: Bounds | None = None


def fixed(rule: Rule) -> str:
    """Return why a rule cannot be turned off, or nothing where it can."""
    if rule.layer.kind is LayerKind.HOUSE:
        return OWN
    if rule.row.otherwise:
        return LAST_WORD
    return FIXED.get(rule.row.basis, "")


def windowed(rule: Rule) -> tuple[str, ...]:
    """Return which bounds of a rule's window may be others: those that it counts from an event."""
    if rule.layer.kind is LayerKind.HOUSE or rule.row.basis in {Basis.LAW, Basis.INSTRUCTION}:
        return ()
    if rule.row.basis is Basis.SEED and rule.row.say not in ADVICE:
        return ()
    return tuple(name for name in BOUNDS if _is_counted(getattr(rule.row, name)))


def _is_counted(text: str | None) -> bool:
    return text is not None and parse(text).rest is None and parse(text).amount > 0


def forbidden(rule: Rule, override: Override) -> str:
    """Return why a decision about a rule cannot stand, or nothing where it can.

    Raises ValueError for a bound that is no moment.
    """
    if override.bounds is None:
        return fixed(rule)
    named = {name for name in BOUNDS if getattr(override.bounds, name) is not None}
    if not named <= set(windowed(rule)):
        return fixed(rule) or NO_WINDOW
    if rule.row.basis is Basis.SEED and loosens(rule, override):
        return NARROWER
    return "" if _in_order(_with(rule.row, override.bounds)) else ORDER


def loosens(rule: Rule, override: Override) -> bool:
    """Return whether a decision lets the candidate do more, or sooner, or for longer."""
    if override.bounds is None:
        return rule.row.say not in (*ADVICE, Say.PREFER)
    new = _with(rule.row, override.bounds)
    sooner = _before(new.from_, rule.row.from_)
    if rule.row.say is Say.WAIT:
        return _before(new.until, rule.row.until)
    return sooner or _before(rule.row.best, new.best) or _before(rule.row.until, new.until)


def overridden(pages: Sequence[Page], overrides: Iterable[Override]) -> list[Page]:
    """Return pages in which decisions hold; a decision about a rule that is gone plays no part."""
    decided = {one.rule: one.bounds for one in overrides}
    off = {name for name, bounds in decided.items() if bounds is None}
    return [msgspec.structs.replace(page, rows=dict(_rows(page, decided, off))) for page in pages]


def _rows(
    page: Page, decided: dict[str, Bounds | None], off: set[str]
) -> Iterator[tuple[str, Row]]:
    for name, row in page.rows.items():
        if name in off:
            continue
        bounds = decided.get(name)
        kept = _with(row, bounds) if bounds else row
        if off.intersection(kept.replaces):
            left = tuple(other for other in kept.replaces if other not in off)
            kept = msgspec.structs.replace(kept, replaces=left)
        yield name, kept


def _with(row: Row, bounds: Bounds) -> Row:
    new = {name: getattr(bounds, name) for name in BOUNDS}
    return msgspec.structs.replace(row, **{name: text for name, text in new.items() if text})


def _in_order(row: Row) -> bool:
    """Return whether no bound lies before an earlier one, as far as they count from one event."""
    marks = [parse(text) for text in (row.from_, row.best, row.until) if text]
    return all(
        one.anchor is not other.anchor or _length(one) <= _length(other)
        for place, one in enumerate(marks)
        for other in marks[place:]
    )


def _before(one: str | None, other: str | None) -> bool:
    """Return whether the first of two bounds, which count from one event, is the earlier."""
    return bool(one and other) and _length(parse(one or "")) < _length(parse(other or ""))


def _length(mark: Mark) -> timedelta:
    return mark.amount * LENGTHS[mark.unit]
