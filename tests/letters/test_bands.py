"""How long a letter may be: by its kind, and by how much its paper holds."""

import pytest

from afterword.etiquette.vocabulary import Channel
from afterword.letters.bands import BANDS, CARD, OTHER, band
from afterword.letters.kind import Kind
from tests.letters.desk import occasion


@pytest.mark.parametrize("limits", [*BANDS.values(), CARD, OTHER])
def test_what_is_aimed_at_is_never_asked_about(limits: object) -> None:
    known = next(one for one in (*BANDS.values(), CARD, OTHER) if one is limits)
    assert 0 < known.low < known.high <= known.ask < known.stop
    assert known.sentences[0] <= known.sentences[1]


@pytest.mark.parametrize(
    ("kind", "aim"),
    [
        (Kind.THANKS, (50, 120)),
        (Kind.CHECK_IN, (30, 75)),
        (Kind.CHECK_IN_LAST, (25, 60)),
        (Kind.EXIT_REJECTED, (25, 80)),
        (Kind.WITHDRAW, (30, 80)),
        (Kind.ACCEPT, (30, 90)),
        (Kind.COMPETING_OFFER, (40, 80)),
    ],
)
def test_each_kind_has_the_length_of_the_digest(kind: Kind, aim: tuple[int, int]) -> None:
    limits = band(occasion(kind))
    assert (limits.low, limits.high) == aim


@pytest.mark.parametrize("channel", [Channel.HANDWRITTEN, Channel.DELIVERY])
@pytest.mark.parametrize("kind", [Kind.THANKS, Kind.CHECK_IN, Kind.FLOWERS, Kind.OTHER])
def test_paper_holds_less_than_a_screen_whatever_is_written(kind: Kind, channel: Channel) -> None:
    assert band(occasion(kind, channel=channel)) == CARD


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in BANDS])
def test_a_kind_without_a_band_of_its_own_has_the_common_one(kind: Kind) -> None:
    assert band(occasion(kind)) == OTHER
