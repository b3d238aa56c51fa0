"""Find the rows that match, by a bitmap for each value of each field.

A row is a bit. For each field and value there is one integer with the bits of all rows that admit
that value, so that matching is one `&` a field, however many rows there are.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from afterword.etiquette.rulebook.condition import Test, tests
from afterword.etiquette.rulebook.facts import FIELDS, Facts, Scope, Sort
from afterword.etiquette.rulebook.rule import LayerKind, Rule
from afterword.etiquette.vocabulary import Say


class Column(Protocol):
    """The bits of one field."""

    def bits(self, value: Any) -> int:  # noqa: ANN401  a fact of any sort
        """Return the bits of the rows that admit `value`."""


class OneWord:
    """A field that holds one value."""

    __slots__ = ("free", "table")

    def __init__(self, asked: Mapping[int, Test], free: int) -> None:
        """Take what each row asks, and the bits of the rows that ask nothing."""
        self.free = free
        self.table: dict[object, int] = {}
        for bit, test in asked.items():
            for value in test.admits:
                self.table[value] = self.table.get(value, free) | bit

    def bits(self, value: Any) -> int:  # noqa: ANN401  a fact: here a word or a flag
        """Return the bits of the rows that admit `value`."""
        return self.table.get(value, self.free)


class ManyWords:
    """A field in which several words may hold at once."""

    __slots__ = ("admitting", "barring", "free")

    def __init__(self, asked: Mapping[int, Test], free: int) -> None:
        """Take what each row asks, and the bits of the rows that ask nothing."""
        self.admitting: dict[object, int] = {}
        self.barring: dict[object, int] = {}
        for bit, test in asked.items():
            if not test.admits:
                free |= bit
            for word in test.admits:
                self.admitting[word] = self.admitting.get(word, 0) | bit
            for word in test.bars:
                self.barring[word] = self.barring.get(word, 0) | bit
        self.free = free

    def bits(self, value: Any) -> int:  # noqa: ANN401  a fact: here a set of words
        """Return the bits of the rows that admit the set `value`."""
        if not value:
            return self.free
        bits, barred = self.free, 0
        for word in value:
            bits |= self.admitting.get(word, 0)
            barred |= self.barring.get(word, 0)
        return bits & ~barred


class Number:
    """A field that holds a number, or nothing."""

    __slots__ = ("counts", "cuts", "steps")

    def __init__(self, asked: Mapping[int, Test], free: int) -> None:
        """Take what each row asks, and the bits of the rows that ask nothing."""
        self.cuts = sorted({bound for test in asked.values() for _, bound in test.compare})
        edges = [*self.cuts, self.cuts[-1] + 2]
        points = [point for cut in edges for point in (cut - _TINY, cut)][:-1]
        self.steps = [
            free | sum(bit for bit, test in asked.items() if test.passes(point)) for point in points
        ]
        # Most numbers are small counts, or not known; these are looked up at once.
        self.counts = {None: free} | {count: self._step(count) for count in range(COUNTS)}

    def bits(self, value: Any) -> int:  # noqa: ANN401  a fact: here a number, or None
        """Return the bits of the rows that admit the number `value`."""
        bits = self.counts.get(value)
        return self._step(value) if bits is None else bits

    def _step(self, value: float) -> int:
        place = bisect_left(self.cuts, value)
        exactly = place < len(self.cuts) and self.cuts[place] == value
        return self.steps[2 * place + exactly]


COUNTS = 10

# Between two bounds of a rule there is always more than this.
_TINY = 1e-6
Maker = Callable[[Mapping[int, Test], int], Column]
COLUMNS: Mapping[Sort, Maker] = {
    Sort.WORD: OneWord,
    Sort.FLAG: OneWord,
    Sort.WORDS: ManyWords,
    Sort.NUMBER: Number,
}


class Index:
    """All rows of a rulebook, ready to be asked.

    Bits are numbered by strength: the lowest bit of any set is the row that is heard first.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Build the bitmaps; raises ValueError for a condition that cannot be read."""
        self.rules = tuple(sorted(rules, key=strength))
        self.tests = [tests(rule) for rule in self.rules]
        self.places = {rule.id: place for place, rule in enumerate(self.rules)}
        self.all = (1 << len(self.rules)) - 1
        self.replaced = _replaced(self.rules)
        self.replacing = _bits(bool(mask) for mask in self.replaced)
        self.refusing = self._saying(Say.STOP, Say.NO, Say.ASK)
        self.waiting = self._saying(Say.WAIT)
        self.advising = self._saying(Say.DO, Say.MAY)
        self.preferring = self._saying(Say.PREFER)
        self.otherwise = _bits(rule.row.otherwise for rule in self.rules)
        self.words: dict[Scope, list[tuple[str, Callable[..., int], int]]] = {}
        self.columns: dict[Scope, list[tuple[str, Column]]] = {}
        for scope in Scope:
            self.words[scope], self.columns[scope] = [], []
        for name, field in FIELDS.items():
            asked = {1 << place: ask[name] for place, ask in enumerate(self.tests) if name in ask}
            if asked:
                column: Column = COLUMNS[field.sort](asked, self.all & ~sum(asked))
                if isinstance(column, OneWord):
                    self.words[field.scope].append((name, column.table.get, column.free))
                else:
                    self.columns[field.scope].append((name, column))

    def _saying(self, *words: Say) -> int:
        return _bits(rule.row.say in words and not rule.row.otherwise for rule in self.rules)

    def matching(self, scope: Scope, facts: Facts) -> int:
        """Return the bits of the rows that `facts`, which are all of one scope, do not rule out."""
        bits = self.all
        for name, look_up, free in self.words[scope]:
            bits &= look_up(facts[name], free)
        for name, column in self.columns[scope]:
            bits &= column.bits(facts[name])
        return bits

    def live(self, bits: int) -> int:
        """Return the bits of those rows among `bits` that no other of them replaces."""
        replacing = bits & self.replacing
        if not replacing:
            return bits
        replaced = 0
        for place in places(replacing):
            replaced |= self.replaced[place]
        return bits & ~replaced

    def rows(self, bits: int) -> list[Rule]:
        """Return the rules of `bits`, the strongest first."""
        return [self.rules[place] for place in places(bits)] if bits else []

    def replaces(self, one: Rule, other: Rule) -> bool:
        """Return whether `one` replaces `other`, by name or as the more specific of two heirs."""
        return bool(self.replaced[self.places[one.id]] & 1 << self.places[other.id])


def strength(rule: Rule) -> tuple[int, int, int, str]:
    """Order rules by authority, then by severity, then by how specific their layer is."""
    return rule.rank, SEVERITY[rule.row.say], -rule.specificity, rule.id


SEVERITY = {
    say: place
    for place, say in enumerate((Say.STOP, Say.NO, Say.ASK, Say.WAIT, Say.DO, Say.MAY, Say.PREFER))
}


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << place for place, flag in enumerate(flags) if flag)


def _replaced(rules: Sequence[Rule]) -> list[int]:
    """Return the bits of the rows that each row replaces.

    Where two rows of different layers replace the same row, one of them also replaces the other: an
    exception that the base makes holds for whatever stands in that row's place; otherwise the more
    specific layer is heard.
    """
    bits = {rule.id: 1 << place for place, rule in enumerate(rules)}
    replaced = [sum(bits[name] for name in set(rule.row.replaces)) for rule in rules]
    heirs = [place for place, mask in enumerate(replaced) if mask]
    direct = list(replaced)
    for place in heirs:
        for other in heirs:
            shares = direct[place] & direct[other]
            if shares and _is_heard(rules[place], rules[other]):
                replaced[place] |= 1 << other
    return replaced


def _is_heard(heir: Rule, other: Rule) -> bool:
    """Return whether of two rows that replace the same one the first is heard."""
    general = [rule.layer.kind is LayerKind.BASE for rule in (heir, other)]
    if any(general):
        return general == [True, False]
    return heir.specificity > other.specificity


def places(bits: int) -> list[int]:
    """Return the places of the set bits, the lowest first."""
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found
