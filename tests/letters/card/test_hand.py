"""The person's hand: three sizes with names, or measured on one line."""

import math

import pytest

from afterword.letters.card.hand import LINE, PITCH, HandSize, measured, sized


@pytest.mark.parametrize(
    ("size", "letter"), [(HandSize.SMALL, 2.1), (HandSize.MEDIUM, 2.6), (HandSize.LARGE, 3.2)]
)
def test_a_size_with_a_name_has_a_width(size: HandSize, letter: float) -> None:
    assert sized(size).letter == letter


def test_sixty_millimetres_of_the_line_are_a_medium_hand() -> None:
    assert measured(60).letter == pytest.approx(sized(HandSize.MEDIUM).letter, abs=0.02)


def test_a_measured_hand_knows_its_line_again() -> None:
    assert measured(72).line == pytest.approx(72, abs=0.2)
    assert len(LINE) == 23


@pytest.mark.parametrize("length", [2.6, 24.9, 200.1, -60, math.nan, math.inf])
def test_a_length_that_no_hand_has_is_refused(length: float) -> None:
    with pytest.raises(ValueError, match=str(length)):
        measured(length)


@pytest.mark.parametrize("size", HandSize)
def test_lines_stand_as_far_apart_as_in_a_school_book(size: HandSize) -> None:
    assert sized(size).pitch == PITCH


def test_a_very_large_hand_gets_more_room_between_its_lines() -> None:
    assert measured(115).pitch == pytest.approx(12.5)
