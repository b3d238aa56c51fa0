"""A checker's desk: letters with the real word lists and dictionary, and findings told in short."""

import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import msgspec

from afterword import rulebooks
from afterword.dictionary import dictionary
from afterword.letters.check.lexicon import Lexicon
from afterword.letters.check.manner import founded, manners
from afterword.letters.check.sheet import Aids, Claims, Ear, Sheet, Threshold
from afterword.letters.finding import Finding
from tests.house import tree
from tests.letters.check.taught import CALM
from tests.letters.desk import occasion

FOLDER = tree.SRC / "letters" / "languages" / "en"


def table(name: str) -> dict[str, Any]:
    """Return a table of the English folder."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


RULES = {name: row.basis for page in rulebooks.built_in() for name, row in page.rows.items()}
LEXICON = msgspec.convert(table("reading"), Lexicon)
MANNERS = founded(manners(table("tact"), table("slips")), RULES)
SPELLER = dictionary()
THRESHOLD = Threshold(mend=0.6, think=0.4)


class Gate(Protocol):
    """What each module in `afterword.letters.check.gates` is, but for the one that has an ear."""

    def look(self, sheet: Sheet) -> Iterator[Finding]:
        """Yield what the gate finds on a sheet."""
        ...


def letter(body: str, greeting: str = "Dear Robin,", subject: str = "") -> str:
    """Return a body as a whole letter, from greeting to signature."""
    above = f"Subject: {subject}\n\n" if subject else ""
    return f"{above}{greeting}\n\n{body}\n\nKind regards,\nSam Lee"


def sheet(
    text: str, *notes: str, siblings: tuple[str, ...] = (), ear: Ear = CALM, **about: object
) -> Sheet:
    """Return a text laid out for the gates; `about` changes the usual occasion."""
    claims = Claims(notes=notes, siblings=siblings)
    return Sheet(text, occasion(**about), claims, aids(ear))  # type: ignore[arg-type]


def found(gate: Gate, laid: Sheet) -> list[str]:
    """Return what a gate finds: each finding's severity, and the words that it points at."""
    return told(gate.look(laid), laid.message.text)


def told(findings: Iterable[Finding], text: str) -> list[str]:
    """Return findings in short, as severity and the words that they point at."""
    return [f"{one.severity}: {text[one.start : one.end]}" for one in findings]


def better(gate: Gate, laid: Sheet) -> list[str]:
    """Return the text as it would be with each finding's better wording in its place."""
    text = laid.message.text
    return [
        text[: one.start] + one.alternative + text[one.end :]
        for one in gate.look(laid)
        if one.alternative
    ]


def aids(ear: Ear) -> Aids:
    """Return what a review needs, with an ear of the test's choice."""
    return Aids(LEXICON, MANNERS, THRESHOLD, SPELLER, ear)
