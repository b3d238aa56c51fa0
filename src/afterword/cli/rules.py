"""`afterword rules`: the rulebook, listed, searched and explained."""

from collections.abc import Iterator, Sequence

import click
import msgspec

from afterword import rulebooks
from afterword.cli import phrases, reading
from afterword.cli.failures import WRONG_INPUT
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json
from afterword.etiquette.rulebook.markdown import book_page, rule_section
from afterword.etiquette.rulebook.rule import Rule
from afterword.etiquette.vocabulary import Basis


@click.command(
    "rules",
    epilog="Example: afterword rules no-gift-before-the-ink-is-dry",
    short_help="List, search and explain the rules.",
)
@click.argument("words", nargs=-1)
@click.option(
    "--basis",
    type=click.Choice([str(basis) for basis in Basis]),
    help="Only rules of this authority.",
)
@click.option("--markdown", is_flag=True, help="Print Markdown.")
@reading.house_layers
@reading.as_json
@click.pass_context
def command(  # noqa: PLR0913  one argument for each option
    ctx: click.Context,
    /,
    words: tuple[str, ...],
    basis: str | None,
    house: tuple[str, ...],
    *,
    markdown: bool,
    as_json: bool,
) -> None:
    """List the rules, search them for WORDS, or explain the one whose id is given."""
    book = rulebooks.rulebook(house)
    one = book.rules.get(words[0]) if len(words) == 1 else None
    found = [one] if one else [rule for rule in book.rules.values() if _fits(rule, words, basis)]
    if as_json:
        click.echo(to_json([_plain(rule) for rule in found]).decode())
    elif markdown:
        click.echo("\n".join(rule_section(rule) for rule in found) if words else book_page(book))
    elif one:
        write(_explained(one))
    else:
        write(_listed(found, words))
    ctx.exit(0 if found else WRONG_INPUT)


def _fits(rule: Rule, words: Sequence[str], basis: str | None) -> bool:
    row = rule.row
    text = " ".join([rule.id, row.why, row.better, row.disagree, *row.act, rule.layer.title])
    return all(word.lower() in text.lower() for word in words) and basis in {None, row.basis}


def _plain(rule: Rule) -> dict[str, object]:
    row: dict[str, object] = msgspec.to_builtins(rule.row)
    return {"id": rule.id, "layer": rule.layer, **row}


def _listed(found: Sequence[Rule], words: Sequence[str]) -> Iterator[Line]:
    if not found:
        yield Line(f"No rule speaks of {' '.join(words)}. All of them: afterword rules")
        return
    layer = None
    for rule in found:
        if rule.layer is not layer:
            layer = rule.layer
            yield Line()
            yield Line(layer.title.upper(), Look.HEADING)
        yield Line(rule.id, Look.TITLE, 2)
        yield Line(f"{rule.row.say}: {rule.row.why}", indent=4)
    yield Line()
    count = f"{len(found)} rule{'' if len(found) == 1 else 's'}"
    yield Line(f"{count}. Explain one: afterword rules {found[0].id}", Look.QUIET)


def _explained(rule: Rule) -> Iterator[Line]:
    row = rule.row
    yield Line(rule.id, Look.TITLE)
    yield Line(f"{rule.layer.title} · {phrases.AUTHORITY[row.basis]}", Look.QUIET)
    yield Line()
    yield Line(row.why)
    if row.better:
        yield Line(f"Better: {row.better}")
    yield Line()
    for label, text in facts_of(rule):
        yield Line(f"{label}: {text}", indent=2)
    yield Line("Sources:", indent=2)
    for source in row.sources:
        yield Line("the founding article" if source == "seed" else source, Look.QUIET, 4)
    if row.disagree:
        yield Line(f"Where opinions differ: {row.disagree}", indent=2)


def facts_of(rule: Rule) -> Iterator[tuple[str, str]]:
    """Return what a rule says and when, a label and a text each."""
    row = rule.row
    yield "Says", str(row.say)
    for label, values in (("Acts", row.act), ("Channels", row.channel), ("Replaces", row.replaces)):
        if values:
            yield label, ", ".join(values)
    for label, clause in (("When", row.when), ("Unless", row.unless)):
        if clause:
            yield label, "; ".join(f"{key} {_value(value)}" for key, value in clause.items())
    bounds = (
        ("Not before", row.from_),
        ("Best by", row.best),
        ("Until", row.until),
        ("After", row.after),
    )
    yield from ((label, mark) for label, mark in bounds if mark)
    details = (("Tone", row.tone), ("Length", row.length), ("Limit", row.limit))
    yield from ((label, text) for label, text in details if text)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " or ".join(value) if isinstance(value, (tuple, list)) else str(value)
