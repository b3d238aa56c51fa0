"""What a person wrote wrong, as values: where, what, and what would be right."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that is wrong, at `path` (as in `events[3].by`)."""

    path: str
    message: str
    value: object = None
    accepted: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the problem in one line, with the accepted values where they are few."""
        line = f"{self.path or 'situation'}: {self.message}"
        return f"{line} (accepted: {', '.join(self.accepted)})" if self.accepted else line


class Guide(StrEnum):
    """Where it is written down what would be right."""

    SITUATION = "The format: docs/reference/situation.md, or `afterword schema`."
    RULEBOOK = "The format: docs/reference/rulebook-format.md, or `afterword rules`."
    LANGUAGE = "The format: docs/howto/add-a-language.md."
    POST = "The format: docs/reference/card.md."
    PDF = "Without a PDF: write the page with --html, and print it from your browser."
    MODEL = "How to use a model: docs/howto/use-a-model.md."
    TABLE = "How to say it: docs/howto/bring-a-list-along.md, or `afterword import --help`."
    FILE = "Check the name of the file, and what is in it."
    SIGN_IN = "Take four or five words that have nothing to do with each other."


class Malformed(Exception):
    """What was given cannot be used; `problems` says why, all at once, and `guide` what to do."""

    def __init__(self, problems: Sequence[Problem], guide: Guide = Guide.SITUATION) -> None:
        """Hold the problems, in the order of the input."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)
        self.guide = guide


def shown(value: object) -> str:
    """Return a value as a message names it: quoted, and never longer than a line."""
    text = f'"{value}"' if isinstance(value, str) else NAMES.get(repr(value), str(value))
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


# Values as the formats write them, and not as Python does.
NAMES = {"None": "null", "True": "true", "False": "false"}

LONGEST_SHOWN = 60
