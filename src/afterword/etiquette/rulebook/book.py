"""A rulebook: layers of rows, checked when they are put together, and asked by bitmap."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.rulebook.index import Index
from afterword.etiquette.rulebook.mark import parse
from afterword.etiquette.rulebook.rule import Layer, LayerKind, Row, Rule

LAYER = "layer"


class Page(msgspec.Struct, frozen=True):
    """One file of the rulebook, decoded: its layer, its rows by id, and its exchange rates."""

    name: str
    layer: Layer
    rows: dict[str, Row]
    rates: dict[str, float] = {}


class Rulebook:
    """All pages together.

    `rates` are US dollars for one unit of a currency, dated in the base layer.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        """Put pages together, without the checks of `audit`.

        Raises Malformed, with every row that cannot be read.
        """
        self.pages = tuple(pages)
        base = [page for page in pages if page.layer.kind is LayerKind.BASE]
        self.rates = {code: rate for page in base for code, rate in page.rates.items()}
        self.rules = {rule.id: rule for page in pages for rule in _rules(page)}
        self.regions = frozenset(
            country
            for page in pages
            if page.layer.kind is LayerKind.REGION
            for country in page.layer.countries
        )
        try:
            self.index = Index(tuple(self.rules.values()))
        except (ValueError, KeyError) as error:
            raise Malformed(
                list(_unreadable(self.pages)) or [Problem("", str(error))], Guide.RULEBOOK
            ) from error

    def dollars(self, value: float | None, currency: str) -> float | None:
        """Return a value in US dollars, or None where the value or the rate is not known."""
        rate = self.rates.get(currency)
        return None if value is None or rate is None else value * rate


def read_page(name: str, text: str) -> Page:
    """Read one TOML file of rows.

    Raises Malformed, with the file, the row and the field of everything that is wrong.
    """
    import tomllib  # noqa: PLC0415  2 ms that the compiled copy saves

    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Malformed([Problem(name, f"this is not TOML: {error}")], Guide.RULEBOOK) from error
    if LAYER not in raw:
        raise Malformed(
            [Problem(f"{name}.layer", "is missing: say which layer this file is")], Guide.RULEBOOK
        )
    rates = raw.pop("rates", {})
    whole = {"name": name, "layer": raw.pop(LAYER), "rows": raw, "rates": rates}
    try:
        return msgspec.convert(whole, Page)
    except msgspec.ValidationError:
        raise Malformed(_explained(name, whole), Guide.RULEBOOK) from None


def _explained(name: str, whole: Mapping[str, Any]) -> list[Problem]:
    from afterword.etiquette.examine import problems  # noqa: PLC0415  only wrong input pays for it

    return [
        msgspec.structs.replace(found, path=f"{name}: {found.path.removeprefix('rows.')}")
        for found in problems(whole, Page, hook=lambda *_: None)  # a page has no types of our own
    ]


def _rules(page: Page) -> Iterator[Rule]:
    for name, row in page.rows.items():
        try:
            yield Rule(
                name,
                row,
                page.layer,
                opens=parse(row.from_) if row.from_ else None,
                best=parse(row.best) if row.best else None,
                ends=parse(row.until) if row.until else None,
                after=parse(row.after) if row.after else None,
            )
        except ValueError as error:
            raise Malformed(
                [Problem(f"{page.name}: {name}", str(error))], Guide.RULEBOOK
            ) from error


def _unreadable(pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield each row whose condition cannot be read, or that replaces a row that is not there."""
    known = {name for page in pages for name in page.rows}
    for page in pages:
        for rule in _rules(page):
            try:
                Index([msgspec.structs.replace(rule, row=_alone(rule.row))])
            except ValueError as error:
                yield Problem(f"{page.name}: {rule.id}", str(error))
            for name in rule.row.replaces:
                if name not in known:
                    yield Problem(f"{page.name}: {rule.id}.replaces", f'there is no row "{name}"')


def _alone(row: Row) -> Row:
    return msgspec.structs.replace(row, replaces=())
