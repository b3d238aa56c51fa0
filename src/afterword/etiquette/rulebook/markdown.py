"""The rulebook as a page to read: every row with its condition, reason, sources and dissent."""

from collections.abc import Iterator

from afterword.etiquette.rulebook.book import Page, Rulebook
from afterword.etiquette.rulebook.rule import Rule

HEAD = """# The rulebook

Every rule that Afterword knows, with its reason and its sources. This page is generated from the
tables by `make docs`; `afterword rules ID` shows one rule, `afterword rules WORD` searches them.
What each field means: [rulebook-format.md](rulebook-format.md).
"""


def book_page(book: Rulebook) -> str:
    """Return the whole rulebook as Markdown."""
    return "\n".join(
        [HEAD, *_counts(book), *(line for page in book.pages for line in _page(page, book))]
    )


def _counts(book: Rulebook) -> Iterator[str]:
    yield f"{len(book.rules)} rules in {len(book.pages)} tables.\n"
    yield "| authority | rules |\n|---|--:|"
    bases = [rule.row.basis for rule in book.rules.values()]
    yield "\n".join(f"| {basis} | {bases.count(basis)} |" for basis in dict.fromkeys(sorted(bases)))
    yield ""


def _page(page: Page, book: Rulebook) -> Iterator[str]:
    layer = page.layer
    where = ", ".join((*layer.countries, *layer.sectors)) or layer.kind
    yield f"## {layer.title} ({where})\n"
    if layer.note:
        yield f"{layer.note}\n"
    yield from (rule_section(book.rules[name]) for name in page.rows)


def rule_section(rule: Rule) -> str:
    """Return one rule as a section of Markdown."""
    row = rule.row
    parts = [f"### {rule.id}\n", f"{row.why}\n", f"*{row.say}* · {row.basis}\n"]
    if row.better:
        parts.append(f"Better: {row.better}\n")
    parts.append("\n".join(_details(rule)) + "\n")
    if row.disagree:
        parts.append(f"Where opinions differ: {row.disagree}\n")
    parts.append("Sources: " + ", ".join(_source(source) for source in row.sources) + "\n")
    return "\n".join(parts)


def _details(rule: Rule) -> Iterator[str]:
    row = rule.row
    lists = (("acts", row.act), ("channels", row.channel), ("replaces", row.replaces))
    for label, values in lists:
        if values:
            yield f"- {label}: {', '.join(f'`{value}`' for value in values)}"
    for label, clause in (("when", row.when), ("unless", row.unless)):
        for key, value in clause.items():
            yield f"- {label} `{key}`: {_value(value)}"
    bounds = (
        ("from", row.from_),
        ("best by", row.best),
        ("until", row.until),
        ("after", row.after),
    )
    yield from (f"- {label}: {mark}" for label, mark in bounds if mark)
    details = (("tone", row.tone), ("length", row.length), ("limit", row.limit), ("late", row.late))
    yield from (f"- {label}: {text}" for label, text in details if text)
    if row.otherwise:
        yield "- only where no other row speaks"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _source(source: str) -> str:
    return "the founding article" if source == "seed" else f"<{source}>"
