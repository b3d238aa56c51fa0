"""The trained ear at work, with its weights: it answers as every ear does, and it has learned."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.ear.model import FOLDER, LONGEST, Model, model
from afterword.etiquette.vocabulary import Act
from afterword.letters.check.sheet import Ear, Sound
from afterword.letters.finding import Class
from afterword.letters.occasion import Phase
from tests.ear.contract import PLAIN, Contract
from tests.letters.check.desk import MANNERS
from tests.letters.desk import occasion

# One sentence of each sort, so plain that whatever was learned must tell them apart.
BEGGING = "Please, I am begging you, I am desperate and I need this job more than anything."
BRIBE = "I am sending you a box of chocolates and a gift card to help you to decide."
DELIGHT = "I am over the moon and cannot wait to start."


def heard(sentence: str, act: Act = Act.THANK_YOU, phase: Phase = Phase.INTERVIEWED) -> Sound:
    """Return how a sentence lands that stands in a letter alone."""
    (sound,) = model().hear([sentence], occasion(act=act, phase=phase))
    return sound


class TestModel(Contract):
    """It does what every ear does."""

    @pytest.fixture
    def ear(self) -> Ear:
        """Return the model."""
        return model()


def test_it_is_loaded_once() -> None:
    assert model() is model()


def test_a_second_one_hears_the_same() -> None:
    assert Model().hear([PLAIN, BEGGING], occasion()) == model().hear([PLAIN, BEGGING], occasion())


def test_without_its_weights_there_is_no_ear(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Model(str(tmp_path))


def test_it_keeps_no_record_for_the_makers_of_its_runtime(tmp_path: Path) -> None:
    hear = "from afterword.ear.model import Model; Model()"
    subprocess.run([sys.executable, "-c", hear], env={"HOME": str(tmp_path)}, check=True)
    assert not list(tmp_path.rglob("*"))


def test_the_card_says_what_the_numbers_mean() -> None:
    card = model().card
    assert set(card.stages) == set(Phase)
    assert set(card.acts) <= set(Act)
    assert len(card.stage_pieces) == len(card.stages)
    assert len(card.act_pieces) == len(card.acts)
    numbers = [*card.stage_pieces, *card.act_pieces]
    assert len(set(numbers)) == len(numbers)
    assert max(numbers) < len(model().pieces.numbers)
    assert 0 < card.think < card.mend < 1


def test_for_whatever_it_hears_there_is_something_to_tell_the_candidate() -> None:
    assert set(model().card.classes) <= set(MANNERS)


def test_no_piece_of_the_vocabulary_comes_twice() -> None:
    lines = Path(FOLDER, "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    assert len(model().pieces.numbers) == len(lines)


def test_it_has_learned_to_tell_begging_and_bribes_from_thanks() -> None:
    card = model().card
    assert heard(PLAIN).stumble < card.think
    assert heard(BEGGING).stumble > card.mend
    assert heard(BRIBE).stumble > card.think
    assert heard(BRIBE).class_ is Class.TRANSACTIONAL


def test_the_stage_matters() -> None:
    before = heard(DELIGHT, Act.THANK_YOU, Phase.INTERVIEWED).stumble
    after = heard(DELIGHT, Act.ACCEPT, Phase.ACCEPTED).stumble
    assert before > after


def test_order_is_kept() -> None:
    sentences = [PLAIN, BEGGING, PLAIN, BRIBE]
    plain, begging, again, bribe = (one.stumble for one in model().hear(sentences, occasion()))
    assert max(plain, again) < min(begging, bribe)


@pytest.mark.parametrize("count", [1, 20, 40, 400])
def test_a_letter_that_is_heard_in_parts_loses_no_sentence(count: int) -> None:
    sentences = [PLAIN] * count + [BEGGING]
    sounds = [one.stumble for one in model().hear(sentences, occasion())]
    assert len(sounds) == count + 1
    assert max(sounds) == sounds[-1]


def test_the_longest_of_these_letters_is_heard_in_parts() -> None:
    assert len(model().pieces.of(PLAIN)) * 400 > LONGEST


def test_sentences_are_heard_among_their_neighbours() -> None:
    alone, among = heard(PLAIN), model().hear([BEGGING, PLAIN], occasion())[1]
    assert alone != among


@settings(max_examples=30)
@given(st.lists(st.text(max_size=200), max_size=8), st.sampled_from(Act), st.sampled_from(Phase))
def test_any_text_can_be_heard(sentences: list[str], act: Act, phase: Phase) -> None:
    about = occasion(act=act, phase=phase)
    sounds = model().hear(sentences, about)
    assert len(sounds) == len(sentences)
    assert all(0 <= sound.stumble <= 1 for sound in sounds)
    assert list(sounds) == list(model().hear(sentences, about))
