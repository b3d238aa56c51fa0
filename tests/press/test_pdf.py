"""The PDF, measured with another program than the one that made it."""

import sys
from itertools import pairwise

import msgspec
import pytest

from afterword.etiquette.problem import Malformed
from afterword.letters.card.envelope import Route
from afterword.letters.card.kit import Kit
from afterword.letters.card.stationery import Card, CardSize, Orientation, cut
from afterword.press.drawing import Drawing, envelope, guide
from afterword.press.pdf import pdf
from tests.letters.card.cards import A6, LENA, LETTER, NO, a_kit, mail
from tests.press.measuring import EXACT, Page, Printed, printed

LONG = LETTER.replace("again.", "again. The tide was kind to all of us that day, and to you.")
NAMES = "Šárka Łukasz Nguyễn Győr București Mălăești Peña Søren Ągnė Ţebea Çağla Þór"
EVERY_CARD = [cut(size, way) for size in CardSize for way in Orientation]


def on(card: Card, country: str = "GB") -> Kit:
    return a_kit(way=mail(route=Route(country, country)), card=card)


def press(made: Kit) -> Printed:
    return printed(pdf(made))


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
@pytest.mark.parametrize("country", ["US", "GB"])
def test_a_guide_is_true_to_half_a_millimetre(card: Card, country: str) -> None:
    made = on(card, country)
    sheet = press(made).pages[1]
    lines = sheet.level(made.room.length)
    assert len(lines) >= made.room.lines
    ruled = [line for line in lines if abs(line.x1 - lines[0].x1) < EXACT][: made.room.lines]
    for before, after in pairwise(ruled):
        assert after.y1 - before.y1 == pytest.approx(made.room.pitch, abs=EXACT)
    edges = [line for line in sheet.level(card.width) if abs(line.x1 - (ruled[0].x1 - 10)) < EXACT]
    assert edges[-1].y1 - edges[0].y1 == pytest.approx(card.height, abs=EXACT)
    assert ruled[0].y1 - edges[0].y1 == pytest.approx(made.room.top, abs=EXACT)


@pytest.mark.parametrize("country", ["US", "GB"])
def test_the_rule_is_fifty_millimetres_long(country: str) -> None:
    rules = press(on(A6, country)).pages[1].level(50)
    assert len(rules) == 1
    assert rules[0].length == pytest.approx(50, abs=0.05)


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
def test_every_stroke_is_where_it_was_drawn(card: Card) -> None:
    made = on(card)
    _, under, around = press(made).pages
    assert error(under, guide(made)) <= EXACT
    assert error(around, envelope(made)) <= EXACT


@pytest.mark.parametrize("card", EVERY_CARD, ids=lambda card: card.name)
@pytest.mark.parametrize("country", ["US", "GB"])
def test_a_card_takes_three_pages_of_that_country_s_paper(card: Card, country: str) -> None:
    made = on(card, country)
    pages = press(made).pages
    assert len(pages) == 3
    paper = sorted((made.paper.width, made.paper.height))
    for sheet in pages:
        assert sorted((sheet.width, sheet.height)) == pytest.approx(paper, abs=0.1)
    assert (pages[1].width > pages[1].height) is guide(made).lying


def test_it_is_tagged_and_says_its_title_and_its_language() -> None:
    made = press(a_kit())
    assert made.is_tagged
    assert (made.title, made.language) == ("A card for Lena Ruiz", "en")


def test_all_its_fonts_are_embedded_and_none_is_a_hand() -> None:
    fonts = {font for sheet in press(a_kit()).pages for font in sheet.fonts}
    assert fonts
    assert all(embedded for _, embedded in fonts)
    assert {name.partition("+")[2] for name, _ in fonts} <= {
        "LibertinusSerif-Regular",
        "LibertinusSerif-Bold",
    }


@pytest.mark.parametrize("name", NAMES.split())
def test_names_of_many_languages_print(name: str) -> None:
    person = msgspec.structs.replace(LENA, name=name, postal_address=f"{name} 1\nX")
    made = press(a_kit(to=person, text=f"Dear {name},\n\nThank you.\n\nBest wishes,\n{name}"))
    assert made.title == f"A card for {name}"
    assert f"Dear {name}," in made.pages[0].text
    assert f"{name} 1" in made.pages[2].text


def test_the_words_and_all_there_is_to_do_are_on_the_first_page() -> None:
    made = a_kit(question="What did they show you?")
    text = " ".join(press(made).pages[0].text.split())
    for line in (*made.message.lines, *made.checklist, made.question, made.equal):
        assert " ".join(line.split()) in text


def test_what_the_rulebook_refuses_comes_before_the_words() -> None:
    text = press(a_kit(NO)).pages[0].text
    assert text.index("No card now") < text.index("The words")


def test_lines_without_room_are_marked() -> None:
    made = a_kit(card=cut(CardSize.A6, Orientation.LANDSCAPE), text=LONG)
    assert made.message.over > 0
    assert press(made).pages[0].text.count("no room") == made.message.over


@pytest.mark.parametrize(
    "evil", ["#panic()", "$x$ ]", '"); #read("kit.typ")', "\\ * _ ` @x <y>", "= Not a heading"]
)
def test_whatever_a_person_writes_is_text(evil: str) -> None:
    person = msgspec.structs.replace(LENA, name=evil, postal_address=f"{evil}\nPortland")
    made = press(
        a_kit(to=person, text=f"Dear {evil},\n\n{evil}\n\nBest wishes,\n{evil}", question=evil)
    )
    assert made.title == f"A card for {' '.join(evil.split())}"
    assert made.pages[0].text.count(evil) >= 3


def test_the_same_kit_gives_the_same_file() -> None:
    assert pdf(a_kit()) == pdf(a_kit())


def test_letters_that_no_font_here_has_are_named_and_the_way_out() -> None:
    with pytest.raises(Malformed) as caught:
        pdf(a_kit(text="Dear Lena,\n\n\N{CUNEIFORM SIGN A}\n\nBest wishes,\nSam"))
    assert "\N{CUNEIFORM SIGN A}" in str(caught.value)
    assert "--html" in caught.value.guide


def test_without_typst_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)  # as Python marks what cannot be imported
    with pytest.raises(Malformed) as caught:
        pdf(a_kit())
    assert "pip install 'afterword[pdf]'" in str(caught.value)
    assert "--html" in caught.value.guide


def error(sheet: Page, drawn: Drawing) -> float:
    """Return how far the worst stroke of a drawing is from where it should be, in mm.

    The drawing's own place on the page is that of its first stroke.
    """
    strokes = drawn.strokes
    first = strokes[0]
    nearest = min(sheet.lines, key=lambda line: line.x1 + line.y1 if line.length > 90 else 999)
    right, down = nearest.x1 - first.x1, nearest.y1 - first.y1
    return max(
        min(
            max(
                abs(line.x1 - right - min(each.x1, each.x2)),
                abs(line.y1 - down - min(each.y1, each.y2)),
                abs(line.x2 - right - max(each.x1, each.x2)),
                abs(line.y2 - down - max(each.y1, each.y2)),
            )
            for line in sheet.lines
        )
        for each in strokes
    )
