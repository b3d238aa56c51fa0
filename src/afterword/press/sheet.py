"""The kit as one page of HTML, for the screen and, at true size, for a printer.

The page needs nothing from outside and runs nothing; whatever a person wrote is text in it, since
it is built as a tree and never as a string. No font of it looks like a hand.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from afterword import press
from afterword.letters.card.kit import Kit
from afterword.letters.card.stationery import Sheet
from afterword.press.drawing import MARGIN, Anchor, Drawing, envelope, guide
from afterword.press.saying import COPY, EMPTY, HEADINGS, NO_ROOM, Said, said

STYLE = f"{press.__path__[0]}/sheet.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
LANGUAGE = "en"
PAGE_MARGIN = 15
DASHES = "2 1.5"

Child = Element | str


def page(kit: Kit) -> str:
    """Return the kit as a page of HTML."""
    words, under, around = said(kit), guide(kit), envelope(kit)
    html = node(
        "html",
        node(
            "head",
            node("meta", charset="utf-8"),
            node("meta", name="viewport", content="width=device-width, initial-scale=1"),
            node("meta", {"http-equiv": "Content-Security-Policy"}, content=POLICY),
            node("meta", name="generator", content="Afterword"),
            node("title", kit.title),
            node("style", _style(kit.paper, under, around)),
        ),
        node("body", node("main", *_kit(kit, words), *_sheets(kit, words, under, around))),
        lang=LANGUAGE,
    )
    return f"<!doctype html>\n{tostring(html, encoding='unicode', method='html')}\n"


def node(tag: str, *content: Child | dict[str, str], **attributes: str) -> Element:
    """Return an element; a dictionary holds attributes that are no names in Python.

    An attribute that is one of Python's words has a `_` behind it.
    """
    element = Element(tag)
    for name, value in attributes.items():
        element.set(name.removesuffix("_"), value)
    last: Element | None = None
    for child in content:
        if isinstance(child, dict):
            element.attrib.update(child)
        elif isinstance(child, Element):
            element.append(child)
            last = child
        elif last is None:
            element.text = (element.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    return element


def _style(paper: Sheet, under: Drawing, around: Drawing) -> str:
    """Return the style of the page, with its sheets in mm."""
    with open(STYLE, encoding="utf-8") as file:  # noqa: PTH123  as in rulebooks
        style = file.read()
    pages = [
        f"@page {{ size: {_size(paper, lying=False)}; margin: {PAGE_MARGIN}mm; }}",
        f"@page guide {{ size: {_size(paper, lying=under.lying)}; margin: {MARGIN:g}mm; }}",
        f"@page envelope {{ size: {_size(paper, lying=around.lying)}; margin: {MARGIN:g}mm; }}",
    ]
    return "\n".join(["", style, *pages, ""])


def _size(paper: Sheet, *, lying: bool) -> str:
    sides = (paper.height, paper.width) if lying else (paper.width, paper.height)
    return "{:g}mm {:g}mm".format(*sides)


def _kit(kit: Kit, words: Said) -> Iterator[Element]:
    """Yield the first page: what to write, whether it arrives, what to do."""
    yield node("h1", kit.title)
    yield node("p", words.lead, class_="lead")
    if kit.hold:
        head = node("h2", words.hold_title)
        yield node("section", head, node("p", words.hold), class_="hold")
    if kit.question:
        yield node("p", kit.question)
    yield node("h2", HEADINGS["words"])
    yield node("p", words.fit)
    letters = f"--letters: {kit.room.letters}"
    lines = node("ol", *_lines(kit), class_="lines", lang=kit.language, style=letters)
    yield node("div", lines, class_="copy")
    yield node("p", COPY, class_="quiet")
    yield node(
        "div", node("section", *_post(kit, words)), node("section", *_todo(kit)), class_="two"
    )
    yield node("p", kit.equal, class_="equal")


def _post(kit: Kit, words: Said) -> Iterator[Element]:
    yield node("h2", HEADINGS["post"])
    yield node("p", kit.outlook.sentence)
    if words.stamp:
        yield node("p", words.stamp)
        yield node("p", words.trust, class_="quiet")


def _todo(kit: Kit) -> Iterator[Element]:
    yield node("h2", HEADINGS["todo"])
    yield node("ul", *[node("li", each) for each in kit.checklist], class_="todo")


def _lines(kit: Kit) -> Iterator[Element]:
    for number, line in enumerate(kit.message.lines, 1):
        text: Child = line or node("span", EMPTY, class_="unseen", lang=LANGUAGE)
        if number <= kit.room.lines:
            yield node("li", text, dir="auto")
        else:
            tag = node("span", NO_ROOM, class_="tag", lang=LANGUAGE)
            yield node("li", text, tag, dir="auto", class_="over")


def _sheets(kit: Kit, words: Said, under: Drawing, around: Drawing) -> Iterator[Element]:
    """Yield what lies on sheets of their own: the guide, and the envelope."""
    yield node(
        "section",
        node("h2", HEADINGS["guide"]),
        node("p", words.guide),
        node("p", words.rule),
        _figure(under, words.alt_guide),
        class_="guide",
    )
    address = [node("li", line, dir="auto") for line in kit.envelope.lines]
    yield node(
        "section",
        node("h2", HEADINGS["envelope"]),
        node("p", words.envelope),
        *([node("ul", *address, class_="address screen")] if address else []),
        _figure(around, words.alt_envelope),
        class_="envelope",
    )


def _figure(drawing: Drawing, alt: str) -> Element:
    """Return a drawing as SVG, whose unit is the millimetre."""
    strokes = [
        node(
            "line",
            {"stroke-width": f"{stroke.weight:g}"},
            {"stroke-dasharray": DASHES} if stroke.dashed else {},
            x1=f"{stroke.x1:g}",
            y1=f"{stroke.y1:g}",
            x2=f"{stroke.x2:g}",
            y2=f"{stroke.y2:g}",
        )
        for stroke in drawing.strokes
    ]
    labels = [
        node(
            "text",
            {"font-size": f"{label.size:g}"},
            {} if label.anchor is Anchor.START else {"text-anchor": str(label.anchor)},
            label.text,
            x=f"{label.x:g}",
            y=f"{label.y:g}",
        )
        for label in drawing.labels
    ]
    box = f"0 0 {drawing.width:g} {drawing.height:g}"
    size = {"width": f"{drawing.width:g}mm", "height": f"{drawing.height:g}mm"}
    svg = node("svg", {"aria-label": alt}, size, *strokes, *labels, viewBox=box, role="img")
    return node("figure", svg)
