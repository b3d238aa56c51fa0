"""The language in which people are spoken to: English, until a room that knows others says so."""

from collections.abc import Callable


def _either(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


class Tongue:
    """Who translates: `text` a sentence, `number` one of two sentences by a count."""

    def __init__(self) -> None:
        """Begin with English, in which all sentences are written."""
        self.text: Callable[[str], str] = str
        self.number: Callable[[str, str, int], str] = _either


TONGUE = Tongue()


def speak(text: Callable[[str], str], number: Callable[[str, str, int], str]) -> None:
    """Let somebody else translate from now on: Django, whose answer differs by request."""
    TONGUE.text, TONGUE.number = text, number


def gettext(text: str) -> str:
    """Return a sentence in the language of whoever is spoken to now."""
    return TONGUE.text(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the one sentence or the other, by a count, in the language spoken now."""
    return TONGUE.number(one, many, count)


def later(text: str) -> str:
    """Return a sentence as it is: it is collected here, and translated where it is said."""
    return text
