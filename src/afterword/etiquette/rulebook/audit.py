"""Contradictions, rows that can never speak, and overrides that nobody may make."""

from collections.abc import Iterator, Mapping

from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.condition import Test
from afterword.etiquette.rulebook.facts import FIELDS, Sort
from afterword.etiquette.rulebook.rule import ADVICE, REFUSALS, LayerKind, Rule
from afterword.etiquette.vocabulary import Basis, Say

Condition = Mapping[str, Test]

# How restrained a word is: a row that replaces one of the founding article's may not be less so.
RESTRAINT = {Say.DO: 0, Say.MAY: 0, Say.PREFER: 0, Say.WAIT: 1, Say.ASK: 2, Say.NO: 3, Say.STOP: 4}


def audit(book: Rulebook) -> None:
    """Check the rows of a rulebook against each other.

    Raises Malformed, with file and row of every contradiction, of every id that is used twice, of
    every row that no situation can reach, and of every override of law, instruction or the
    founding article.
    """
    checks = (_doubles, _overrides, _impossible, _undone, _shadowed, _contradictions)
    found = [problem for check in checks for problem in check(book)]
    if found:
        raise Malformed(found, Guide.RULEBOOK)


def _problem(book: Rulebook, rule: Rule, message: str) -> Problem:
    page = next(page.name for page in book.pages if rule.id in page.rows)
    return Problem(f"{page}: {rule.id}", message)


def _doubles(book: Rulebook) -> Iterator[Problem]:
    """Yield each row that would take another's place unsaid, by bearing its id."""
    seen: dict[str, str] = {}
    for page in book.pages:
        for name in page.rows:
            if name in seen:
                message = f"{seen[name]} has a row of this id; replaces is how to take its place"
                yield Problem(f"{page.name}: {name}", message)
            seen.setdefault(name, page.name)


def _overrides(book: Rulebook) -> Iterator[Problem]:
    for rule in book.rules.values():
        for name in rule.row.replaces:
            reason = _forbidden(rule, book.rules[name])
            if reason:
                yield _problem(book, rule, f'may not replace "{name}": {reason}')


def _forbidden(rule: Rule, replaced: Rule) -> str:
    house = rule.layer.kind is LayerKind.HOUSE
    basis = replaced.row.basis
    if rule.specificity < replaced.specificity:
        return "that row stands in a more specific layer"
    if basis is Basis.LAW and (house or rule.row.basis is not Basis.LAW):
        return "it is law"
    if basis is Basis.INSTRUCTION and (
        house or rule.row.basis not in {Basis.LAW, Basis.INSTRUCTION}
    ):
        return "it is an explicit instruction"
    milder = RESTRAINT[rule.row.say] < RESTRAINT[replaced.row.say]
    turned = (rule.row.say in ADVICE) != (replaced.row.say in ADVICE)
    bound = house or rule.row.basis not in {Basis.LAW, Basis.INSTRUCTION}
    if basis is Basis.SEED and bound and (milder or turned):
        return "it is fixed by the founding article"
    return ""


def _impossible(book: Rulebook) -> Iterator[Problem]:
    for rule, condition in zip(book.index.rules, book.index.tests, strict=True):
        empty = [name for name, test in condition.items() if _empty(test)]
        if empty:
            yield _problem(book, rule, f"can never match: no value of {', '.join(empty)} is left")


def _empty(test: Test) -> bool:
    sort = FIELDS[test.field].sort
    if sort is Sort.NUMBER:
        return not any(test.passes(point) for point in _points(test))
    if sort is Sort.WORDS:
        return bool(test.admits) and test.admits <= test.bars
    return not test.admits


def _undone(book: Rulebook) -> Iterator[Problem]:
    """Yield house rows that refuse what the founding article recommends, whatever its manner."""
    rows = list(zip(book.index.rules, book.index.tests, strict=True))
    fixed = [
        (rule, condition)
        for rule, condition in rows
        if rule.row.say is Say.DO and rule.row.basis is Basis.SEED
    ]
    for rule, condition in rows:
        if not _refuses_outright(rule):
            continue
        for thanks, due in fixed:
            if set(thanks.row.act) & set(rule.row.act) and _meet(condition, due):
                message = f'undoes "{thanks.id}", which the founding article fixes'
                yield _problem(book, rule, f"{message}: rule out a channel or a trait instead")
                break


def _refuses_outright(rule: Rule) -> bool:
    """Return whether a house row refuses an act itself, and not just a way of doing it."""
    house = rule.layer.kind is LayerKind.HOUSE
    refuses = rule.row.say in {Say.NO, Say.STOP}
    return house and refuses and not rule.row.channel and "traits" not in rule.row.when


def _shadowed(book: Rulebook) -> Iterator[Problem]:
    names = (rule.id for rule in book.index.rules)
    conditions = dict(zip(names, book.index.tests, strict=True))
    lifted = {name for rule in book.rules.values() for name in rule.row.replaces}
    for rule in book.rules.values():
        for other in book.rules.values():
            if other is rule or not _silences(other, rule, lifted):
                continue
            if not _within(conditions[rule.id], conditions[other.id]):
                continue
            if other.specificity > rule.specificity:
                yield _problem(book, other, f'leaves "{rule.id}" nothing to say')
            else:
                yield _problem(book, rule, f'can never speak: "{other.id}" always comes before it')


def _silences(other: Rule, rule: Rule, lifted: set[str]) -> bool:
    """Return whether `other`, wherever both match, leaves `rule` nothing to say, and may not."""
    ours, theirs = (one.layer.kind is LayerKind.HOUSE for one in (other, rule))
    if ours and not theirs and not _forbidden(other, rule):
        return False  # a house may silence what it may replace
    if rule.id in other.row.replaces:
        return True
    always = other.row.say in REFUSALS and not other.row.otherwise and other.after is None
    return always and rule.row.say in ADVICE and other.id not in lifted


def _contradictions(book: Rulebook) -> Iterator[Problem]:
    rows = [
        (rule, condition)
        for rule, condition in zip(book.index.rules, book.index.tests, strict=True)
        if rule.row.say in (*ADVICE, Say.PREFER)
    ]
    for place, (rule, condition) in enumerate(rows):
        for other, others in rows[:place]:
            if (
                _rivals(rule, other)
                and not _settled(book, rule, other)
                and _meet(condition, others)
            ):
                message = f'contradicts "{other.id}": both match at once, with equal authority'
                yield _problem(book, rule, f"{message}, and neither names the other")


def _rivals(one: Rule, other: Rule) -> bool:
    """Return whether two rows of one rank would give different advice about one act."""
    if one.row.say is not other.row.say or one.rank != other.rank:
        return False
    if not set(one.row.act) & set(other.row.act):
        return False
    if one.row.say is Say.PREFER:
        return one.row.channel != other.row.channel
    return _window(one) != _window(other)


def _window(rule: Rule) -> tuple[object, ...]:
    row = rule.row
    return row.from_, row.best, row.until, row.whom


def _settled(book: Rulebook, one: Rule, other: Rule) -> bool:
    return book.index.replaces(one, other) or book.index.replaces(other, one)


def _within(inner: Condition, outer: Condition) -> bool:
    """Return whether everything that passes `inner` passes `outer` too."""
    return all(_implies(inner.get(name), test) for name, test in outer.items())


def _implies(given: Test | None, asked: Test) -> bool:
    if given is None:
        return False
    sort = FIELDS[asked.field].sort
    if sort is Sort.NUMBER:
        points = [*_points(given), *_points(asked)]
        return all(asked.passes(point) for point in points if given.passes(point))
    if sort is Sort.WORDS:
        some = not asked.admits or (bool(given.admits) and given.admits <= asked.admits)
        return some and asked.bars <= given.bars
    return given.admits <= asked.admits


def _meet(one: Condition, other: Condition) -> bool:
    """Return whether some situation passes both conditions."""
    return all(_compatible(one[name], other[name]) for name in one.keys() & other.keys())


def _compatible(one: Test, other: Test) -> bool:
    sort = FIELDS[one.field].sort
    if one.field == "region":
        return bool(_nations(one) & _nations(other))
    if sort is Sort.NUMBER:
        points = [*_points(one), *_points(other)]
        return any(one.passes(point) and other.passes(point) for point in points)
    if sort is Sort.WORDS:
        free = not one.admits or bool(one.admits - other.bars)
        return free and (not other.admits or bool(other.admits - one.bars))
    return bool(one.admits & other.admits)


def _nations(test: Test) -> set[str]:
    return {str(country).partition("-")[0] for country in test.admits}


def _points(test: Test) -> Iterator[float]:
    for _, bound in test.compare:
        yield from (bound - 0.5, bound, bound + 0.5)
