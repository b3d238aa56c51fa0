"""The page in a browser: its print is true to half a millimetre, and it never scrolls sideways."""

from itertools import pairwise

import pytest

from afterword.letters.card.envelope import Route
from afterword.letters.card.kit import Kit
from afterword.letters.card.stationery import CardSize, Orientation, cut
from afterword.press.sheet import page
from tests.letters.card.cards import a_kit, mail
from tests.press.browsing import Browser, browser
from tests.press.measuring import EXACT, printed

__all__ = ["browser"]  # a fixture


def on(size: CardSize, way: Orientation, country: str) -> Kit:
    return a_kit(way=mail(route=Route(country, country)), card=cut(size, way))


@pytest.mark.parametrize(
    ("size", "way", "country"),
    [
        (CardSize.A6, Orientation.PORTRAIT, "GB"),
        (CardSize.DL, Orientation.LANDSCAPE, "US"),
        (CardSize.DL, Orientation.PORTRAIT, "US"),
    ],
)
def test_a_printed_page_is_true_to_half_a_millimetre(
    browser: Browser, size: CardSize, way: Orientation, country: str
) -> None:
    made = on(size, way, country)
    pages = printed(browser.prints(page(made))).pages
    assert len(pages) == 3
    guide = pages[1]
    assert sorted((guide.width, guide.height)) == pytest.approx(
        sorted((made.paper.width, made.paper.height)), abs=EXACT
    )
    ruled = guide.level(made.room.length)[: made.room.lines]
    assert len(ruled) == made.room.lines
    for line in ruled:
        assert line.length == pytest.approx(made.room.length, abs=EXACT)
    for before, after in pairwise(ruled):
        assert after.y1 - before.y1 == pytest.approx(made.room.pitch, abs=EXACT)
    assert [line.length for line in guide.level(50)] == pytest.approx([50], abs=EXACT)


def test_a_print_is_tagged_and_has_its_title(browser: Browser) -> None:
    made = printed(browser.prints(page(a_kit())))
    assert made.is_tagged
    assert (made.title, made.language) == ("A card for Lena Ruiz", "en")


@pytest.mark.parametrize("window", [320, 375, 1200])
@pytest.mark.parametrize("size", [CardSize.A6, CardSize.DL])
def test_a_page_never_scrolls_sideways(browser: Browser, size: CardSize, window: int) -> None:
    made = on(size, Orientation.LANDSCAPE, "GB")
    assert browser.width(page(made), window) <= window
