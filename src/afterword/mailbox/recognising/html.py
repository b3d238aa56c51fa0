"""HTML as text, without what a mail program marked as quoted or as a signature."""

from html.parser import HTMLParser

import msgspec

from afterword.mailbox.recognising import wording

SILENT = {"style", "script", "head", "title", "noscript", "template"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "wbr"}
BLOCKS = {
    *("address", "article", "blockquote", "center", "div", "dl", "dt", "fieldset", "form", "p"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "hr", "li", "ol", "pre", "section"),
    *("table", "tr", "ul", "body"),
}
DEEPEST = 2_000
NEAREST = 50  # an end tag that fits nothing so near by is a stray one


class Rendered(msgspec.Struct, frozen=True):
    """The text of a document, and whether a mail program marked something in it as not new."""

    text: str
    marked: bool


def rendered(document: str) -> Rendered:
    """Return a document as text, never raising; broken markup gives what was readable."""
    reader = Reader()
    try:
        reader.feed(document)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        pass  # the parser of the standard library gives up on some broken declarations
    return Rendered(reader.told(), reader.marked)


class Element(msgspec.Struct, frozen=True):
    """An element that is open: whether it hides what is in it, and stands apart from the rest."""

    tag: str
    hides: bool
    apart: bool


class Reader(HTMLParser):
    """Collects the lines of a document as a browser shows them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line: list[str] = []
        self.open: list[Element] = []
        self.marked = False
        self.ended = False
        self.hidden = 0

    def told(self) -> str:
        """Return the text, with at most one empty line between paragraphs."""
        self._block()
        kept = [
            line
            for line, before in zip(self.lines, ["", *self.lines], strict=False)
            if line or before
        ]
        return "\n".join(kept).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element: a line of its own, or hidden."""
        if self.ended:
            return
        given = {name: value or "" for name, value in attrs}
        if wording.clients().cut.fits(given):
            self.marked = self.ended = True
            return
        if tag == "br":
            self._break()
        apart = _stands_apart(tag, given)
        if tag in BLOCKS:
            self._block(apart=apart)
        if tag not in VOID and len(self.open) < DEEPEST:
            hides = tag in SILENT or self._drops(tag, given)
            self.hidden += hides
            self.open.append(Element(tag, hides, apart))

    def _drops(self, tag: str, given: dict[str, str]) -> bool:
        """Return whether a mail program marked an element as not new."""
        cited = tag == "blockquote" and (given.get("type") == "cite" or "cite" in given)
        drops = cited or wording.clients().drop.fits(given)
        self.marked |= drops
        return drops

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those left open inside it."""
        if self.ended or tag not in {one.tag for one in self.open[-NEAREST:]}:
            return
        ended = self.open.pop()
        while ended.tag != tag:
            self.hidden -= ended.hides
            ended = self.open.pop()
        if tag in BLOCKS:
            self._block(apart=ended.apart)
        self.hidden -= ended.hides

    def handle_data(self, data: str) -> None:
        """Add text to the line."""
        if self.ended or self.hidden:
            return
        if any(one.tag == "pre" for one in self.open[-5:]):
            *lines, last = data.split("\n")
            for line in lines:
                self.line.append(line)
                self._break()
            self.line.append(last)
        else:
            self.line.append(data)

    def _break(self) -> None:
        """End the line, be it empty."""
        if not self.hidden:
            self.lines.append(" ".join("".join(self.line).split()))
            self.line.clear()

    def _block(self, *, apart: bool = False) -> None:
        """End the line if there is something in it; leave an empty one where it stands apart."""
        if "".join(self.line).strip(" \t\r\n\f"):  # a space that does not break makes a line
            self._break()
        if apart and self.lines and not self.hidden:
            self.lines.append("")
        self.line.clear()


def _stands_apart(tag: str, given: dict[str, str]) -> bool:
    """Return whether a browser leaves space around an element; Word's paragraphs have none."""
    return tag == "p" and not given.get("class", "").startswith("Mso")
