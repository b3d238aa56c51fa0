"""The drawings, as they are before any press: at true size, and inside their paper."""

from itertools import pairwise

import msgspec
import pytest

from afterword.etiquette.situation import Person
from afterword.letters.card.envelope import Route
from afterword.letters.card.hand import Hand, measured
from afterword.letters.card.kit import Kit
from afterword.letters.card.stationery import Card, CardSize, Orientation, Sheet, cut
from afterword.press.drawing import (
    ABOVE,
    BESIDE,
    MARGIN,
    RULE_BELOW,
    Anchor,
    Drawing,
    baselines,
    envelope,
    guide,
)
from tests.letters.card.cards import A6, ABROAD, LENA, MEDIUM, a_kit, mail

EVERY_CARD = [
    cut(size, way, folded=folded)
    for size in CardSize
    for way in Orientation
    for folded in (True, False)
]
BRITISH = mail(route=Route("GB", "GB"))


def on(card: Card, country: str = "US", hand: Hand = MEDIUM) -> Kit:
    return a_kit(way=mail(route=Route(country, country)), card=card, hand=hand)


def to(address: str) -> Person:
    return msgspec.structs.replace(LENA, postal_address=address)


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
@pytest.mark.parametrize("country", ["US", "GB"])
def test_every_drawing_has_room_on_its_paper(card: Card, country: str) -> None:
    made = on(card, country)
    for drawing in (guide(made), envelope(made)):
        width, height = held(made.paper, drawing)
        assert drawing.width <= width
        assert drawing.height <= height - 20  # a heading and its sentences stand above


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
def test_a_guide_has_the_edges_of_its_card(card: Card) -> None:
    edges = guide(on(card)).strokes[:4]
    assert {(edge.x1, edge.y1) for edge in edges} >= {(BESIDE, ABOVE)}
    assert max(edge.x2 for edge in edges) == pytest.approx(BESIDE + card.width)
    assert max(edge.y2 for edge in edges) == pytest.approx(ABOVE + card.height)


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
def test_only_a_fold_is_dashed(card: Card) -> None:
    left, upper, *others = guide(on(card)).strokes[:4]
    assert left.dashed is (card.folded and card.orientation is Orientation.PORTRAIT)
    assert upper.dashed is (card.folded and card.orientation is Orientation.LANDSCAPE)
    assert not any(other.dashed for other in others)


def test_the_lines_of_a_guide_are_where_the_hand_writes() -> None:
    made = on(A6)
    heights = list(baselines(made))
    assert len(heights) == made.room.lines
    assert heights[0] == pytest.approx(ABOVE + made.room.top)
    assert {round(after - before, 3) for before, after in pairwise(heights)} == {8.0}


def test_a_large_hand_has_its_lines_further_apart() -> None:
    heights = list(baselines(on(A6, hand=measured(115))))
    assert heights[1] - heights[0] == pytest.approx(12.5)


def test_the_ends_of_a_line_show_beside_the_card() -> None:
    made = on(A6)
    height = next(iter(baselines(made)))
    ends = [stroke for stroke in guide(made).strokes if stroke.y1 == stroke.y2 == height]
    left, right = BESIDE, BESIDE + A6.width
    assert [stroke.x2 <= left or stroke.x1 >= right for stroke in ends] == [False, True, True]


def test_the_rule_is_fifty_millimetres_long() -> None:
    height = ABOVE + A6.height + RULE_BELOW
    (rule,) = [stroke for stroke in guide(on(A6)).strokes if stroke.y1 == stroke.y2 == height]
    assert rule.x2 - rule.x1 == 50
    ticks = [stroke for stroke in guide(on(A6)).strokes if stroke.y2 == height != stroke.y1]
    assert [tick.x1 - rule.x1 for tick in ticks] == [0, 10, 20, 30, 40, 50]


def test_the_lines_are_numbered_as_the_words_are() -> None:
    made = on(A6)
    numbers = [
        label.text for label in guide(made).labels if label.text.isdigit() and label.text > "0"
    ]
    assert numbers[: made.room.lines] == [str(number) for number in range(1, made.room.lines + 1)]


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Orientation.PORTRAIT, "The fold is the left edge, dashed."),
        (Orientation.LANDSCAPE, "The fold is the upper edge, dashed."),
    ],
)
def test_a_folded_card_says_where_its_fold_is(way: Orientation, said: str) -> None:
    def spoken(*, folded: bool) -> list[str]:
        return [label.text for label in guide(on(cut(CardSize.A6, way, folded=folded))).labels]

    assert said in spoken(folded=True)
    assert said not in spoken(folded=False)


def test_an_address_stands_on_its_lines() -> None:
    made = a_kit()
    laid, drawing = made.envelope, envelope(made)
    lines = [label for label in drawing.labels if label.text in laid.lines]
    assert [label.text for label in lines] == list(laid.lines)
    for place, label in enumerate(lines, 1):
        assert label.x == laid.reader.x
        assert 0 < laid.reader.y + place * laid.pitch - label.y < 3


def test_a_long_address_line_is_set_smaller_than_its_place_is_wide() -> None:
    made = a_kit(to=to("Department of Municipal Planning and Public Works, 4th floor"))
    longest = max(envelope(made).labels, key=lambda label: len(label.text))
    assert longest.size * 0.55 * len(longest.text) <= made.envelope.reader.width + 0.01


def test_a_sender_on_the_back_has_no_place_in_front() -> None:
    front = [label.text for label in envelope(a_kit()).labels]
    back = [label.text for label in envelope(a_kit(way=BRITISH)).labels]
    assert "your name and address" in front
    assert "your name and address" not in back


def test_words_in_the_stamp_stand_in_its_middle() -> None:
    (stamp,) = [label for label in envelope(a_kit()).labels if label.text == "stamp"]
    assert stamp.anchor is Anchor.MIDDLE


def test_an_empty_address_leaves_lines_to_write_on() -> None:
    made = a_kit(way=mail(route=ABROAD), to=to(""))
    assert made.envelope.lines == ()
    lines = [
        stroke
        for stroke in envelope(made).strokes
        if stroke.x1 == made.envelope.reader.x and stroke.y1 == stroke.y2
    ]
    assert len(lines) == 4


def held(paper: Sheet, drawing: Drawing) -> tuple[float, float]:
    """Return how wide and high a drawing may be on its paper, turned if it has to be."""
    sides = (paper.height, paper.width) if drawing.lying else (paper.width, paper.height)
    return sides[0] - 2 * MARGIN, sides[1] - 2 * MARGIN
