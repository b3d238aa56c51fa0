"""Small rulebooks, written where the test is, with nothing in them but what the test is about.

A row that leaves out what every row has says no, for a reason, on the authority of a majority.
"""

import tomllib

import msgspec

from afterword.etiquette.problem import Malformed
from afterword.etiquette.rulebook.audit import audit
from afterword.etiquette.rulebook.book import Page, Rulebook
from afterword.etiquette.rulebook.rule import Rule

USUAL = {"say": "no", "why": "Because.", "basis": "majority", "sources": ["seed"]}


def base(text: str, name: str = "base/small.toml") -> Page:
    """Return a page of rows that hold everywhere."""
    return _page(name, text, {"kind": "base", "title": "Small"})


def region(text: str, *countries: str) -> Page:
    """Return a page of rows that hold in some countries."""
    name = f"regions/{countries[0].lower()}.toml"
    return _page(name, text, {"kind": "region", "title": "There", "countries": countries})


def sector(text: str, *sectors: str) -> Page:
    """Return a page of rows that hold in some sectors."""
    name = f"sectors/{sectors[0]}.toml"
    return _page(name, text, {"kind": "sector", "title": "Some", "sectors": sectors})


def house(text: str) -> Page:
    """Return a page of rows that somebody put on top."""
    return _page("house.toml", text, {"kind": "house", "title": "Ours"})


def rule(page: Page) -> Rule:
    """Return the only row of a page, not yet read any further."""
    ((name, row),) = page.rows.items()
    return Rule(name, row, page.layer)


def complaints(*pages: Page) -> list[str]:
    """Return what the audit of these pages complains of, a line for each problem."""
    try:
        audit(Rulebook(pages))
    except Malformed as error:
        return list(map(str, error.problems))
    return []


def _page(name: str, text: str, layer: dict[str, object]) -> Page:
    rows = {id_: {**USUAL, **row} for id_, row in tomllib.loads(text).items()}
    return msgspec.convert({"name": name, "layer": layer, "rows": rows}, Page)
