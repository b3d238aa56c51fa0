"""An ear that has been taught a few phrases, and stumbles over them and nothing else."""

from collections.abc import Mapping, Sequence

from afterword.letters.check.sheet import Sound
from afterword.letters.finding import Class
from afterword.letters.occasion import Occasion, Phase

AFTER_AN_OFFER = frozenset({Phase.OFFERED, Phase.NEGOTIATING, Phase.ACCEPTED})
NOTHING = Sound(0.0, Class.GENERIC)


class Taught:
    """It looks each sentence up; what is wrong before an offer is right after one."""

    def __init__(self, phrases: Mapping[str, Sound], *, until_offered: bool = False) -> None:
        """Learn phrases by heart, each with how a sentence lands that holds it."""
        self.phrases = phrases
        self.until_offered = until_offered

    def hear(self, sentences: Sequence[str], occasion: Occasion) -> Sequence[Sound]:
        """Return how each sentence lands."""
        deaf = self.until_offered and occasion.phase in AFTER_AN_OFFER
        return [NOTHING if deaf else self._one(sentence) for sentence in sentences]

    def _one(self, sentence: str) -> Sound:
        known = (sound for phrase, sound in self.phrases.items() if phrase in sentence)
        return next(known, NOTHING)


BEGGING = Taught({"I need this": Sound(0.9, Class.DESPERATE), "so much": Sound(0.5, Class.GUSHING)})
PAY = Taught({"the pay": Sound(0.9, Class.SALARY)}, until_offered=True)
CALM = Taught({})
