"""The kit as a tagged PDF with embedded fonts, made by typst where it is installed.

What a person wrote goes to typst as JSON, never as markup. The page is set in Libertinus Serif,
which typst brings along and which has the letters of all languages written in Latin, Greek and
Cyrillic; for others the fonts of this computer are asked.
"""

from types import ModuleType

import msgspec

from afterword import press
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.letters.card.kit import Kit
from afterword.press.drawing import MARGIN, envelope, guide
from afterword.press.saying import COPY, HEADINGS, NO_ROOM, said

TEMPLATE = f"{press.__path__[0]}/kit.typ"
STANDARD = "ua-1"


def pdf(kit: Kit) -> bytes:
    """Return the kit as PDF; the same kit gives the same file, to the byte.

    Raises Malformed where typst is not installed, and for letters that no font here has.
    """
    typst = _typst()
    try:
        return _compiled(typst, kit, system_fonts=False)
    except typst.TypstError:
        pass  # a letter that Libertinus lacks: looking through this computer's fonts takes longer
    try:
        return _compiled(typst, kit, system_fonts=True)
    except typst.TypstError as error:
        raise Malformed([Problem("pdf", f"cannot be made: {_reason(error)}")], Guide.PDF) from error


def _reason(error: Exception) -> str:
    return str(error).removeprefix("PDF/UA-1 error: ")


def _typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415  an extra, and a large one
    except ImportError as error:
        message = "needs typst, which is not installed: pip install 'afterword[pdf]'"
        raise Malformed([Problem("pdf", message)], Guide.PDF) from error
    return typst


def _compiled(typst: ModuleType, kit: Kit, *, system_fonts: bool) -> bytes:
    with open(TEMPLATE, "rb") as file:  # noqa: PTH123  as in rulebooks
        template = file.read()
    compiled: bytes = typst.compile(
        template,
        font_paths=typst.Fonts(include_system_fonts=system_fonts),
        sys_inputs={"data": msgspec.json.encode(_data(kit)).decode()},
        pdf_standards=[STANDARD],
        timestamp=int(kit.now.timestamp()),
    )
    return compiled


def _data(kit: Kit) -> dict[str, object]:
    """Return all that the template prints."""
    return {
        "kit": {
            "title": kit.title,
            "room": kit.room,
            "message": kit.message,
            "outlook": {"sentence": kit.outlook.sentence},
            "checklist": kit.checklist,
            "equal": kit.equal,
        },
        "question": kit.question,
        "said": said(kit),
        "headings": HEADINGS,
        "copy": COPY,
        "no_room": NO_ROOM,
        "paper": kit.paper,
        "margin": MARGIN,
        "guide": guide(kit),
        "envelope": envelope(kit),
    }
