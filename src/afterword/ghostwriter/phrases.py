"""The words that a language's built-in letters are made of: those that its author wrote."""

from collections.abc import Iterator

from afterword.letters.check.lexicon import plain
from afterword.letters.language import Language, Wordings
from afterword.letters.message import WORD
from afterword.letters.profile import Register
from afterword.letters.wording import Choice, Text, Wording, read


def phrases(language: Language) -> frozenset[str]:
    """Return every word of every wording of a language, in small letters."""
    return frozenset(
        plain(word)
        for wordings in _wordings(language)
        for register in Register
        for template in wordings.of(register)
        for text in _texts(read(template))
        for word in WORD.findall(text)
    )


def _wordings(language: Language) -> Iterator[Wordings]:
    yield from language.parts.values()
    for letter in language.letters.values():
        yield letter.subjects
        yield from letter.parts.values()


def _texts(wording: Wording) -> Iterator[str]:
    for piece in wording.pieces:
        match piece:
            case Text(text=text):
                yield text
            case Choice(options=options):
                for option in options:
                    yield from _texts(option)
            case _:
                pass
