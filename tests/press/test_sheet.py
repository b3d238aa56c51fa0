"""The page of HTML: complete, self-contained, and deaf to whatever a person writes into it."""

import re
from html.parser import HTMLParser

import msgspec
import pytest

from afterword.letters.card.envelope import Route
from afterword.letters.card.kit import EQUAL, Kit
from afterword.letters.card.stationery import CardSize, Orientation, cut
from afterword.press.saying import HEADINGS
from afterword.press.sheet import node, page
from tests.letters.card.cards import A6, LENA, LETTER, NO, a_kit, mail

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "&lt;b&gt; &amp; ]]> -->",
    "${7*7} {{7*7}} %s",
)
DRAWN = {"svg", "line", "text"}
VOID = {"meta", "br"}


class Read(HTMLParser):
    """A page, as a browser reads it: its tags in order, its texts, and what is left open."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def named(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def said(self, tag: str) -> list[str]:
        """Return the texts directly in elements of a name."""
        return [text for name, text in self.texts if name == tag]


def read(made: Kit | None = None) -> Read:
    return Read(page(made or a_kit()))


def test_a_page_is_whole() -> None:
    seen = read()
    assert page(a_kit()).startswith('<!doctype html>\n<html lang="en">')
    assert seen.open == []
    assert seen.said("title") == seen.said("h1") == ["A card for Lena Ruiz"]
    assert seen.said("h2") == [
        HEADINGS[name] for name in ("words", "post", "todo", "guide", "envelope")
    ]
    assert len(seen.named("main")) == 1


def test_the_words_stand_in_it_line_by_line() -> None:
    made = a_kit()
    lines = [line for line in made.message.lines if line]
    assert [text for text in read(made).said("li") if text in lines] == lines


def test_an_empty_line_is_told_to_who_cannot_see_it() -> None:
    made = a_kit()
    assert read(made).said("span").count("empty line") == made.message.lines.count("")


def test_everything_to_do_stands_in_it() -> None:
    made = a_kit()
    said = read(made).said("li")
    assert all(each in said for each in made.checklist)
    assert EQUAL in read(made).said("p")


def test_where_the_rulebook_refuses_that_comes_first() -> None:
    headings = read(a_kit(NO)).said("h2")
    assert headings[0] == "No card now"
    assert "They decide within days. Better: Send the same words by e-mail." in read(
        a_kit(NO)
    ).said("p")


def test_a_question_about_the_notes_is_asked() -> None:
    assert "What did they show you?" in read(a_kit(question="What did they show you?")).said("p")


def test_lines_without_room_are_marked_in_words() -> None:
    made = a_kit(card=cut(CardSize.A6, Orientation.LANDSCAPE), text=LETTER * 2)
    assert read(made).said("span").count("no room") == made.message.over > 0


def test_a_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    seen = read()
    assert not {"script", "link", "img", "iframe", "object", "form", "input", "base"} & {
        tag for tag, _ in seen.tags
    }
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import|@font-face|https?:", seen.said("style")[0])
    assert "default-src 'none'" in seen.named("meta")[2]["content"]


def test_no_font_of_it_looks_like_a_hand() -> None:
    fonts = " ".join(re.findall(r"font(?:-family)?:[^;]+;", page(a_kit()))).lower()
    assert not re.search(r"cursive|script|hand|caveat|kalam|comic", fonts)


def test_the_sheets_are_at_true_size() -> None:
    seen = read(a_kit(card=A6))
    guide, envelope = seen.named("svg")
    assert (guide["width"], guide["height"]) == ("133mm", "177mm")
    assert guide["viewbox"] == "0 0 133 177"
    assert (envelope["width"], envelope["height"]) == ("162mm", "114mm")


@pytest.mark.parametrize(
    ("country", "size", "sheets"),
    [
        ("GB", CardSize.A6, ["210mm 297mm", "210mm 297mm", "210mm 297mm"]),
        ("GB", CardSize.DL, ["210mm 297mm", "297mm 210mm", "297mm 210mm"]),
        ("US", CardSize.A2, ["215.9mm 279.4mm", "215.9mm 279.4mm", "215.9mm 279.4mm"]),
        ("US", CardSize.DL, ["215.9mm 279.4mm", "279.4mm 215.9mm", "279.4mm 215.9mm"]),
    ],
)
def test_the_paper_is_turned_for_what_is_wide(
    country: str, size: CardSize, sheets: list[str]
) -> None:
    way = Orientation.LANDSCAPE if size is CardSize.DL else Orientation.PORTRAIT
    made = a_kit(way=mail(route=Route(country, country)), card=cut(size, way))
    assert re.findall(r"@page[^{]*{ size: ([^;]+);", page(made)) == sheets


def test_every_drawing_has_words_for_who_cannot_see_it() -> None:
    for drawing in read().named("svg"):
        assert drawing["role"] == "img"
        assert "mm" in drawing["aria-label"]


def test_the_language_of_the_words_is_told_where_it_is_known() -> None:
    assert read(a_kit(language="de")).named("ol")[0]["lang"] == "de"
    assert read(a_kit(language="")).named("ol")[0]["lang"] == ""


def test_a_post_that_nobody_knows_has_no_stamp() -> None:
    said = " ".join(read(a_kit(way=mail(route=Route("KE", "KE")))).said("p"))
    assert "Stamp:" not in said


@pytest.mark.parametrize("evil", HOSTILE)
def test_whatever_a_person_writes_is_text(evil: str) -> None:
    person = msgspec.structs.replace(LENA, name=evil, postal_address=f"{evil}\n{evil}")
    made = a_kit(to=person, text=f"Dear {evil},\n\n{evil}\n\nBest wishes,\n{evil}", question=evil)
    seen, usual = read(made), read()
    assert {tag for tag, _ in seen.tags} <= {tag for tag, _ in usual.tags}
    assert all(name not in {"onload", "onerror", "src"} for _, each in seen.tags for name in each)
    assert evil in seen.said("p")
    assert seen.said("h1") == [f"A card for {evil}"]


def test_an_element_holds_text_and_elements_in_their_order() -> None:
    made = node("p", "a", node("b", "b"), "c", "d", node("i"), "e", {"data-x": "1"}, class_="k")
    assert (made.text, made[0].tail, made[1].tail) == ("a", "cd", "e")
    assert dict(made.attrib) == {"data-x": "1", "class": "k"}
