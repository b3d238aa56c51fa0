"""Cards, envelopes and paper: their sizes in mm, and which of them a country's shops hold."""

import pytest

from afterword.letters.card.stationery import (
    CardSize,
    Orientation,
    card,
    cut,
    envelope_of,
    inches,
    paper_of,
    sold_in,
)


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        (CardSize.A6, 105, 148),
        (CardSize.A2, 107.95, 139.7),
        (CardSize.A7, 127, 177.8),
        (CardSize.DL, 99, 210),
    ],
)
def test_a_card_has_its_size_either_way_up(size: CardSize, width: float, height: float) -> None:
    upright, lying = cut(size, Orientation.PORTRAIT), cut(size, Orientation.LANDSCAPE)
    assert (upright.width, upright.height) == (width, height)
    assert (lying.width, lying.height) == (height, width)


@pytest.mark.parametrize(
    ("country", "size"),
    [
        ("US", CardSize.A2),
        ("CA-QC", CardSize.A2),
        ("GB", CardSize.A6),
        ("DE", CardSize.A6),
        ("JP", CardSize.A6),
    ],
)
def test_the_usual_card_is_the_one_in_the_shops(country: str, size: CardSize) -> None:
    assert card(country).size is size


def test_a_card_is_upright_and_folded_unless_somebody_says_otherwise() -> None:
    assert card("GB").name == "A6, folded, portrait"
    assert card("GB", folded=False).name == "A6, flat, portrait"
    assert card("GB", orientation=Orientation.LANDSCAPE).name == "A6, folded, landscape"


def test_a_long_card_lies() -> None:
    assert card("GB", CardSize.DL).orientation is Orientation.LANDSCAPE


@pytest.mark.parametrize("country", ["US", "GB"])
@pytest.mark.parametrize("size", CardSize)
@pytest.mark.parametrize("way", Orientation)
def test_a_card_goes_into_its_envelope(size: CardSize, way: Orientation, country: str) -> None:
    chosen = cut(size, way)
    envelope = envelope_of(chosen, country)
    assert max(chosen.width, chosen.height) < envelope.width
    assert min(chosen.width, chosen.height) < envelope.height


def test_a_long_card_goes_into_a_number_10_where_there_is_no_dl() -> None:
    assert envelope_of(card("US", CardSize.DL), "US").name == "US #10"
    assert envelope_of(card("GB", CardSize.DL), "GB").name == "DL"


@pytest.mark.parametrize(
    ("country", "paper"), [("US", "US Letter"), ("MX", "US Letter"), ("FR", "A4")]
)
def test_a_guide_is_printed_on_the_paper_that_is_there(country: str, paper: str) -> None:
    assert paper_of(country).name == paper


def test_inches_are_measured_to_a_hundredth_of_a_millimetre() -> None:
    assert inches(4.25) == 107.95


@pytest.mark.parametrize("country", ["US", "CA-QC", "GB", "JP"])
def test_a_shop_offers_its_cards_the_smallest_first(country: str) -> None:
    cards = sold_in(country, folded=False)
    areas = [each.width * each.height for each in cards]
    assert areas == sorted(areas)
    assert card(country).size is cards[0].size
    assert not any(each.folded for each in cards)
