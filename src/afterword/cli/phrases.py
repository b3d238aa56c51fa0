"""How things are called at the command line: as everywhere, in the words of `afterword.phrases`."""

from afterword.phrases import (
    ANSWERS,
    ASKING,
    AUTHORITY,
    BY,
    full_moment,
    listed,
    moment,
    source,
    stage,
    to_do,
)

__all__ = [
    "ANSWERS",
    "ASKING",
    "AUTHORITY",
    "BY",
    "full_moment",
    "listed",
    "moment",
    "source",
    "stage",
    "to_do",
]
