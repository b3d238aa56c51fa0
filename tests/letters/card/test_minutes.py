"""How long a card takes to write."""

import pytest

from afterword.letters.card.minutes import minutes


@pytest.mark.parametrize(("words", "needed"), [(0, 4), (26, 8), (50, 12), (54, 12), (75, 16)])
def test_it_is_written_twice_and_goes_into_an_envelope(words: int, needed: int) -> None:
    assert minutes(words) == needed
