"""How one thing is said: the wordings that fit, the one whose turn it is, and what fills it."""

from collections.abc import Callable, Mapping

import msgspec

from afterword.etiquette.vocabulary import Channel
from afterword.letters.language import Dialect, Part, Wordings
from afterword.letters.notes import Stem
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Register
from afterword.letters.spelling import spelt
from afterword.letters.telling import Told, is_one_clause
from afterword.letters.turn import Turn
from afterword.letters.wording import Facts, Wording, ends_with, fill, fits, read

NOTE = "note"
# Channels with little room; those on a telephone do without a closing, too.
CHATS = frozenset({Channel.TEXT, Channel.LINKEDIN, Channel.SOCIAL})
SHORT = CHATS | {Channel.HANDWRITTEN, Channel.DELIVERY}


class Said(msgspec.Struct, frozen=True):
    """What was said, and the indexes of the notes that were told in it."""

    text: str = ""
    used: tuple[int, ...] = ()


NOTHING = Said()


class Voice(msgspec.Struct, frozen=True):
    """Somebody about to write: what they know and noted, and how they sound."""

    occasion: Occasion
    register: Register
    facts: Facts
    notes: Mapping[Stem, tuple[Told, ...]]
    turn: Turn
    dialect: Dialect | None = None

    @property
    def is_brief(self) -> bool:
        """Whether there is little room, as on a card or a telephone."""
        return self.occasion.channel in SHORT

    def phrase(self, what: str, wordings: Wordings) -> str:
        """Return one of several wordings, filled, or nothing where none fits."""
        template = self._chosen(
            what, wordings.of(self.register), lambda wording: fits(wording, self.facts)
        )
        return self._filled(template, self.facts)

    def part(self, name: str, part: Part) -> Said:
        """Return a part of the letter, or nothing where it has no place in it."""
        if not self._belongs(part):
            return NOTHING
        if part.wants is None:
            return Said(self.phrase(name, part))
        return self._retell(name, part, self.notes.get(part.wants, ()))

    def _belongs(self, part: Part) -> bool:
        here = self.occasion
        return (
            (not part.phases or here.phase in part.phases)
            and (not part.readers or here.to.role in part.readers)
            and (not part.channels or here.channel in part.channels)
        )

    def _retell(self, name: str, part: Part, notes: tuple[Told, ...]) -> Said:
        """Tell notes, each in a wording that was not taken for another."""
        left = part.of(self.register)
        sentences: list[str] = []
        used: list[int] = []
        for note in notes[: 1 if self.is_brief else part.most]:
            facts = {**self.facts, NOTE: note.text}
            template = self._chosen(name, left, _takes(facts, note.text))
            if template:
                sentences.append(self._filled(template, facts))
                used.append(note.index)
                left = tuple(each for each in left if each != template)
        return Said(" ".join(sentences), tuple(used))

    def _chosen(
        self, what: str, templates: tuple[str, ...], suits: Callable[[Wording], bool]
    ) -> str:
        """Return the template whose turn it is among those that suit, or nothing."""
        suitable = [each for each in templates if suits(read(each))]
        return suitable[self.turn.of(what, len(suitable))] if suitable else ""

    def _filled(self, template: str, facts: Facts) -> str:
        wording = read(spelt(template, self.dialect))
        return fill(wording, facts, lambda what, count: self.turn.any(f"{template} {what}", count))


def _takes(facts: Facts, note: str) -> Callable[[Wording], bool]:
    """Return whether a wording takes a note: one of several clauses only at its end."""
    free = is_one_clause(note)
    return lambda wording: fits(wording, facts) and (free or ends_with(wording, NOTE))
