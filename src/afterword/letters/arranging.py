"""What a letter says, paragraph by paragraph: the order for this much room and these notes."""

from collections.abc import Iterator

from afterword.letters.language import Language, Letter, Order
from afterword.letters.saying import NOTHING, Said, Voice


def paragraphs(letter: Letter, language: Language, voice: Voice) -> tuple[Said, ...]:
    """Return the paragraphs of a letter, without greeting and farewell."""
    order = letter.card if voice.is_brief and letter.card else letter.order
    said = tuple(_said(order, letter, language, voice))
    if letter.bare and not any(each.used for each in said):
        return tuple(_said(letter.bare, letter, language, voice))
    return said


def _said(order: Order, letter: Letter, language: Language, voice: Voice) -> Iterator[Said]:
    parts = {**language.parts, **letter.parts}
    gone: set[str] = set()

    def first_of(names: list[str]) -> Said:
        """Return the first part that can be said and has not been."""
        for name in names:
            if name not in gone and (said := voice.part(name, parts[name])).text:
                gone.add(name)
                return said
        return NOTHING

    for line in order:
        entries = [first_of(entry.split("|")) for entry in line]
        if text := " ".join(entry.text for entry in entries if entry.text):
            yield Said(text, tuple(index for entry in entries for index in entry.used))
