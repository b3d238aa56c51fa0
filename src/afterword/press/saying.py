"""What a page says of a kit, sentence by sentence, for every press and for the command line."""

import msgspec

from afterword.etiquette.vocabulary import Word
from afterword.letters.card.hand import LINE
from afterword.letters.card.kit import Kit
from afterword.letters.card.stationery import Orientation

HEADINGS = {
    "words": "The words",
    "post": "The post",
    "todo": "To do",
    "guide": "Guide sheet",
    "envelope": "Envelope",
}
COPY = "Each line is broken where yours will end. The numbers are those of the guide sheet."
NO_ROOM = "no room"
EMPTY = "empty line"


class Said(msgspec.Struct, frozen=True):
    """The sentences of a page; `trust` says where the figures of the post come from."""

    lead: str
    hold_title: str
    hold: str
    fit: str
    guide: str
    rule: str
    envelope: str
    stamp: str
    trust: str
    alt_guide: str
    alt_envelope: str


def said(kit: Kit) -> Said:
    """Return what a page says of a kit."""
    laid = kit.envelope
    return Said(
        lead=f"About {kit.minutes} minutes, practice and envelope included.",
        hold_title=_hold_title(kit),
        hold=_hold(kit),
        fit=_fit(kit),
        guide=_guide(kit),
        rule="Print at 100 %. If the rule is not 50 mm long then, the scale is not right.",
        envelope=_envelope(kit),
        stamp=f"Stamp: {kit.outlook.stamp}." if kit.outlook.stamp else "",
        trust=_trust(kit),
        alt_guide=(
            f"The edge of the card, {kit.card.width:.0f} by {kit.card.height:.0f} mm, with "
            f"{kit.room.lines} lines {kit.room.pitch:g} mm apart, and a rule of 50 mm."
        ),
        alt_envelope=(
            f"The envelope, {laid.sheet.width:.0f} by {laid.sheet.height:.0f} mm: stamp at the "
            f"upper right, address {laid.reader.x:.0f} mm from the left."
        ),
    )


def hand_of(kit: Kit) -> str:
    """Return a hand as one speaks of it."""
    letter = f"{kit.hand.letter:g} mm a letter"
    if kit.hand.name == "measured":
        return f"your hand ({letter}; “{LINE}” is {kit.hand.line:.0f} mm long)"
    return f"a {kit.hand.name} hand ({letter})"


def _hold_title(kit: Kit) -> str:
    if kit.hold is None:
        return ""
    return {Word.WAIT: "Not yet", Word.ASK: "Ask first"}.get(kit.hold.verdict, "No card now")


def _hold(kit: Kit) -> str:
    hold = kit.hold
    if hold is None:
        return ""
    better = f" Better: {hold.better}" if hold.better else ""
    return f"{hold.why}{better}"


def _fit(kit: Kit) -> str:
    words, capacity = kit.message.words, kit.message.capacity
    holds = f"{words} words; {kit.card.name}, holds about {capacity} in {hand_of(kit)}."
    return f"{holds} {'All of it fits.' if kit.fits else kit.advice}"


def _guide(kit: Kit) -> str:
    where = {
        (True, Orientation.PORTRAIT): "Lay it under the right half of the open card",
        (True, Orientation.LANDSCAPE): "Lay it under the lower half of the open card",
    }.get((kit.card.folded, kit.card.orientation), "Lay it under the card")
    return f"{where}, edge on edge. Where the paper is too thick, the ends of the lines still show."


def _envelope(kit: Kit) -> str:
    laid = kit.envelope
    sheet, box = laid.sheet, laid.reader
    first = (
        f"{sheet.name}, {sheet.width:.0f} × {sheet.height:.0f} mm: the address begins "
        f"{box.x:.0f} mm from the left, its first line stands {box.y + laid.pitch:.0f} mm below "
        f"the upper edge; stamp at the upper right."
    )
    return " ".join([first, *laid.advice])


def _trust(kit: Kit) -> str:
    service = kit.outlook.service
    if service is None:
        return ""
    source = " · ".join(part for part in (service.source.title, service.source.link) if part)
    return f"{service.note} Source: {source}.".strip()
