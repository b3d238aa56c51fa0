"""What a language folder gets wrong, and what it lacks: each thing by its file and its name."""

from collections.abc import Iterator
from itertools import chain

from afterword.etiquette.problem import Problem
from afterword.letters.kind import Kind
from afterword.letters.language import Language, Letter, Part, Wordings
from afterword.letters.notes import Stem
from afterword.letters.profile import Register
from afterword.letters.wording import Unbalanced, ends_with, fits, read, slots

DAYS = ("promised", "deadline", "answer_by")
FACTS = frozenset(
    {"name", "others", "me", "phone", "role", "opening", "employer", "when", "day", "note"}
    | {*DAYS, *(f"{day}_on" for day in DAYS)}
)
WEEKDAYS, MONTHS = 7, 12
WRITTEN: tuple[Kind, ...] = tuple(kind for kind in Kind if kind is not Kind.OTHER)


Named = tuple[str, Wordings]


def faults(language: Language) -> Iterator[Problem]:
    """Yield what keeps a language from being used: wordings and orders that mean nothing."""
    dates = language.usage.dates
    if len(dates.weekdays) != WEEKDAYS:
        yield Problem("language.toml: dates.weekdays", "must be seven, from Monday")
    if len(dates.months) != MONTHS:
        yield Problem("language.toml: dates.months", "must be twelve")
    for path, wordings in chain(_needed(language), _optional(language)):
        for template in sorted({each for register in Register for each in wordings.of(register)}):
            yield from _unreadable(path, template, wordings)
    for kind, letter in language.letters.items():
        yield from _unplaced(f"{kind}.toml", letter, language)


def missing(language: Language) -> Iterator[Problem]:
    """Yield what a language needs to write every kind of letter in every register."""
    for kind in WRITTEN:
        if kind not in language.letters:
            yield Problem(f"{kind}.toml", "is missing")
    for stem in Stem:
        if stem not in language.usage.stems:
            yield Problem(f"language.toml: stems.{stem}", "is missing")
    for path, wordings in _needed(language):
        yield from _silent(path, wordings)
    for kind, letter in language.letters.items():
        yield from _speechless(f"{kind}.toml", letter, language)


def _needed(language: Language) -> Iterator[Named]:
    """Yield the wordings without which a language is silent, each with where they stand."""
    usage = language.usage
    yield "language.toml: address.known", usage.address.known
    yield "language.toml: address.spoken", usage.address.spoken
    yield "language.toml: address.unknown", usage.address.unknown
    yield "language.toml: address.helper", usage.address.helper
    yield "language.toml: address.caller", usage.address.caller
    yield "language.toml: closings", usage.closings
    for name, part in language.parts.items():
        yield f"parts.toml: {name}", part
    for kind, letter in language.letters.items():
        yield f"{kind}.toml: subjects", letter.subjects
        for name, part in letter.parts.items():
            yield f"{kind}.toml: {name}", part


def _optional(language: Language) -> Iterator[Named]:
    """Yield the wordings that a letter may do without, since the language has its own."""
    for kind, letter in language.letters.items():
        yield f"{kind}.toml: greetings", letter.greetings
        yield f"{kind}.toml: closings", letter.closings


def _unreadable(path: str, template: str, wordings: Wordings) -> Iterator[Problem]:
    try:
        named = {slot.fact for slot in slots(read(template))}
    except Unbalanced as error:
        yield Problem(path, str(error))
        return
    wants = isinstance(wordings, Part) and wordings.wants is not None
    for fact in sorted(named - FACTS):
        yield Problem(path, f"there is no slot {{{fact}}}", fact, tuple(sorted(FACTS)))
    if "note" in named and not wants:
        yield Problem(path, f'wants no stem, and has no {{note}} for "{template}"')
    if wants and "note" not in named:
        yield Problem(path, f'tells a note, and "{template}" has no {{note}}')


def _unplaced(file: str, letter: Letter, language: Language) -> Iterator[Problem]:
    """Yield the parts that an order names and nobody defines, and those that no order names."""
    orders = {"order": letter.order, "card": letter.card, "bare": letter.bare}
    known = letter.parts.keys() | language.parts.keys()
    named: set[str] = set()
    for field, order in orders.items():
        names = {name for line in order for entry in line for name in entry.split("|")}
        named |= names
        for name in sorted(names - known):
            yield Problem(f"{file}: {field}", f'there is no part "{name}"')
    for name in sorted(letter.parts.keys() - named):
        yield Problem(f"{file}: {name}", "stands in no order")


def _silent(path: str, wordings: Wordings) -> Iterator[Problem]:
    """Yield the registers that have no wording, or none that ends with a note of any length."""
    wants = isinstance(wordings, Part) and wordings.wants is not None
    for register in Register:
        templates = wordings.of(register)
        if not templates:
            yield Problem(path, f"has no wording that is {register}")
        elif wants and not any(ends_with(read(each), "note") for each in templates):
            yield Problem(path, f"has no wording that is {register} and ends with {{note}}")


def _speechless(file: str, letter: Letter, language: Language) -> Iterator[Problem]:
    """Yield the registers in which a letter says nothing when nothing is known."""
    lines = letter.bare or letter.order
    names = [name for line in lines for entry in line for name in entry.split("|")]
    parts = [letter.parts.get(name) or language.parts[name] for name in names]
    for register in Register:
        if not any(_unconditional(part, register) for part in parts):
            yield Problem(file, f"says nothing that is {register} when nothing is known")


def _unconditional(part: Part, register: Register) -> bool:
    anywhere = not (part.wants or part.phases or part.readers or part.channels)
    return anywhere and any(fits(read(template), {}) for template in part.of(register))
