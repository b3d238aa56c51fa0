"""The one place that gathers what a review of a draft needs: lists, manners, dictionary and ear."""

import tomllib
from functools import cache
from typing import Any

import msgspec

from afterword import letters
from afterword.dictionary import dictionary
from afterword.ear.model import model
from afterword.letters.check.gates.tact import Manner, Threshold
from afterword.letters.check.lexicon import Lexicon
from afterword.letters.check.review import Aids
from afterword.letters.finding import Class


@cache
def aids(language: str = "en") -> Aids:
    """Return what a review needs in a language; loads dictionary and ear, a third of a second."""
    ear = model()
    return Aids(
        lexicon=msgspec.convert(_table(language, "reading"), Lexicon),
        manners=msgspec.convert(_table(language, "tact"), dict[Class, Manner]),
        threshold=Threshold(mend=ear.card.mend, think=ear.card.think),
        speller=dictionary(),
        ear=ear,
    )


def _table(language: str, name: str) -> dict[str, Any]:
    path = f"{letters.__path__[0]}/languages/{language}/{name}.toml"
    with open(path, "rb") as file:  # noqa: PTH123  as in rulebooks
        return tomllib.load(file)
