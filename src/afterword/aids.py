"""The one place that gathers what a review of a draft needs: lists, manners, dictionary and ear."""

import threading
import tomllib
from functools import cache
from typing import Any

import msgspec

from afterword import letters, rulebooks
from afterword.dictionary import dictionary
from afterword.letters.check.lexicon import Lexicon
from afterword.letters.check.manner import Manners, founded, manners
from afterword.letters.check.sheet import Aids, Threshold

LOADING = threading.Lock()
"""Who asks meanwhile waits: what is loaded twice at once takes twice the memory, and keeps it."""


def aids(language: str = "en") -> Aids:
    """Return what a review needs in a language; loads dictionary and ear, a third of a second."""
    with LOADING:
        return _loaded(language)


@cache
def _loaded(language: str) -> Aids:
    from afterword.ear.model import model  # noqa: PLC0415  50 MB, which a visit to Today need not pay

    ear = model()
    return Aids(
        lexicon=msgspec.convert(_table(language, "reading"), Lexicon),
        manners=_manners(language),
        threshold=Threshold(mend=ear.card.mend, think=ear.card.think),
        speller=dictionary(),
        ear=ear,
    )


def _manners(language: str) -> Manners:
    """Return what is said of faults, each on the authority of the rule that it names."""
    rows = (row for page in rulebooks.built_in() for row in page.rows.items())
    rules = {name: row.basis for name, row in rows}
    return founded(manners(_table(language, "tact"), _table(language, "slips")), rules)


def _table(language: str, name: str) -> dict[str, Any]:
    path = f"{letters.__path__[0]}/languages/{language}/{name}.toml"
    with open(path, "rb") as file:  # noqa: PTH123  as in rulebooks
        return tomllib.load(file)
