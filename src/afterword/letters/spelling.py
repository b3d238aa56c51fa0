"""Another spelling of the language's own words, by table; the candidate's are never touched."""

import re
from functools import cache

from afterword.letters.language import Dialect
from afterword.letters.wording import raised


def spelt(template: str, dialect: Dialect | None) -> str:
    """Return a template as a dialect spells it."""
    if dialect is None or not dialect.words:
        return template
    others = {word.casefold(): other for word, other in dialect.words.items()}

    def respelt(found: re.Match[str]) -> str:
        other = others[found[0].casefold()]
        return raised(other) if found[0][0].isupper() else other

    return _any_of(tuple(others)).sub(respelt, template)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
