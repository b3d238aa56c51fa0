"""A ruler for what was printed: pages, lines and words of a PDF, in mm from the upper left."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_ushort, create_string_buffer, sizeof
from typing import Any

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

POINT = 25.4 / 72
# What a printer and a person with a ruler would both let pass.
EXACT = 0.5


class Line(msgspec.Struct, frozen=True):
    """A straight line, from its left or upper end to the other."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def length(self) -> float:
        """Its length in mm; every line here is level or plumb."""
        return max(abs(self.x2 - self.x1), abs(self.y2 - self.y1))


class Page(msgspec.Struct, frozen=True):
    """A printed page: its size, its lines, its words, and the fonts that they are set in."""

    width: float
    height: float
    lines: tuple[Line, ...]
    text: str
    fonts: frozenset[tuple[str, bool]]

    def level(self, length: float) -> list[Line]:
        """Return the level lines of about this length, from the top."""
        found = [
            line
            for line in self.lines
            if abs(line.length - length) < EXACT and abs(line.y1 - line.y2) < EXACT / 10
        ]
        return sorted(found, key=lambda line: line.y1)


class Printed(msgspec.Struct, frozen=True):
    """A PDF: its pages, and what it says of itself."""

    pages: tuple[Page, ...]
    title: str
    language: str
    is_tagged: bool


def printed(raw: bytes) -> Printed:
    """Return what a PDF holds."""
    document = pypdfium2.PdfDocument(raw)
    language = (c_ushort * 32)()
    pdfium.FPDFCatalog_GetLanguage(document, language, sizeof(language))
    return Printed(
        pages=tuple(_page(page) for page in document),
        title=document.get_metadata_value("Title"),
        language=bytes(language).decode("utf-16-le").split("\0")[0],
        is_tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
    )


def _page(page: Any) -> Page:  # noqa: ANN401  pypdfium2 has no types
    width, height = page.get_size()
    objects = list(page.get_objects(max_depth=8))
    return Page(
        width=width * POINT,
        height=height * POINT,
        lines=tuple(line for each in objects for line in _lines(each, height)),
        text=page.get_textpage().get_text_range(),
        fonts=frozenset(_font(each) for each in objects if each.type == pdfium.FPDF_PAGEOBJ_TEXT),
    )


def _lines(each: Any, height: float) -> Iterator[Line]:  # noqa: ANN401  the same
    if each.type != pdfium.FPDF_PAGEOBJ_PATH:
        return
    matrix = each.get_matrix()
    points: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(each)):
        x, y = c_float(), c_float()
        segment = pdfium.FPDFPath_GetPathSegment(each, index)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        right, up = matrix.on_point(x.value, y.value)
        points.append((right * POINT, (height - up) * POINT))
    if len(points) == 2:
        (x1, y1), (x2, y2) = sorted(points)
        yield Line(x1, y1, x2, y2)


def _font(each: Any) -> tuple[str, bool]:  # noqa: ANN401  the same
    font = pdfium.FPDFTextObj_GetFont(each)
    name = create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    return name.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font))
