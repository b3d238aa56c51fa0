"""What a person wrote wrong, as values: where, what, and what would be right."""

from collections.abc import Sequence

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


class Malformed(Exception):
    """What was given cannot be used; `problems` says why, all at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Hold the problems, in the order of the input."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def shown(value: object) -> str:
    """Return a value as a message names it: quoted, and never longer than a line."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


LONGEST_SHOWN = 60
