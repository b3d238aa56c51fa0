"""What every ear does, the fake one and the trained one: a test class inherits it.

An ear answers for each sentence, in order, with a chance and a class; the same each time.
"""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.sheet import Ear
from afterword.letters.finding import Class
from afterword.letters.occasion import Phase
from tests.letters.desk import occasion

PLAIN = "Thank you for the tour of the wards on Friday."
LETTERS = {
    "none": (),
    "one": (PLAIN,),
    "empty": ("",),
    "blank among others": (PLAIN, " \n", PLAIN),
    "several": (PLAIN, "I need this post.", "Could you tell me the pay?", "I liked it so much."),
    "other scripts": ("Спасибо за разговор.", "田中様", "🙂🙂", "\N{ZERO WIDTH SPACE}"),
    "very many": tuple(f"Thank you for visit number {number}." for number in range(400)),
    "very long": ("I liked the yard, " * 3000,),
    "one word without end": ("a" * 20_000,),
}


class Contract:
    """The tests; `ear` is for the heir to say."""

    @pytest.fixture
    def ear(self) -> Ear:
        """Return the ear to be tested."""
        raise NotImplementedError

    @pytest.mark.parametrize("sentences", LETTERS.values(), ids=LETTERS)
    def test_each_sentence_is_answered(self, ear: Ear, sentences: tuple[str, ...]) -> None:
        sounds = ear.hear(sentences, occasion())
        assert len(sounds) == len(sentences)
        assert all(0 <= sound.stumble <= 1 for sound in sounds)
        assert all(sound.class_ in Class for sound in sounds)

    @pytest.mark.parametrize("sentences", LETTERS.values(), ids=LETTERS)
    def test_the_same_letter_sounds_the_same(self, ear: Ear, sentences: tuple[str, ...]) -> None:
        assert ear.hear(sentences, occasion()) == ear.hear(list(sentences), occasion())

    @pytest.mark.parametrize("phase", Phase)
    def test_it_hears_at_every_stage_and_in_every_act(self, ear: Ear, phase: Phase) -> None:
        for act in Act:
            (sound,) = ear.hear([PLAIN], occasion(act=act, phase=phase))
            assert 0 <= sound.stumble <= 1
