"""The XML of WebDAV and CalDAV (RFC 4918, RFC 4791): the questions, and the answers read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError, SubElement, fromstring, tostring

import msgspec

DAV, CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
PRINCIPAL, HOME = f"{DAV}current-user-principal", f"{CAL}calendar-home-set"
TYPE, NAME, ETAG = f"{DAV}resourcetype", f"{DAV}displayname", f"{DAV}getetag"
COMPONENTS = f"{CAL}supported-calendar-component-set"
PRIVILEGES = f"{DAV}current-user-privilege-set"
WRITING = {f"{DAV}all", f"{DAV}write", f"{DAV}write-content", f"{DAV}bind"}
GOOD = 200
STATUS = re.compile(r"HTTP/\S+\s+(\d{3})")


class Unreadable(ValueError):
    """What came is no such answer."""


class Answer(msgspec.Struct, frozen=True):
    """What is said of one address; `status` is 200 unless it is said to be missing or the like."""

    href: str
    status: int
    said: Mapping[str, Element]

    def text(self, name: str) -> str:
        """Return what stands in a property, or nothing."""
        found = self.said.get(name)
        return "".join(found.itertext()).strip() if found is not None else ""

    def address(self, name: str) -> str:
        """Return the first address in a property, or nothing."""
        found = self.said.get(name)
        inside = found.find(f"{DAV}href") if found is not None else None
        return (inside.text or "").strip() if inside is not None else ""

    @property
    def takes_events(self) -> bool:
        """Whether this is a calendar that appointments may be written into, as far as it says."""
        kinds = self.said.get(TYPE)
        if kinds is None or kinds.find(f"{CAL}calendar") is None:
            return False
        return self._holds_events() and self._may_be_written()

    def _holds_events(self) -> bool:
        told = self.said.get(COMPONENTS)
        parts = [one.get("name", "").upper() for one in told] if told is not None else []
        return not parts or "VEVENT" in parts

    def _may_be_written(self) -> bool:
        told = self.said.get(PRIVILEGES)
        return told is None or any(one.tag in WRITING for one in told.iter())


def wanted(*names: str) -> bytes:
    """Return the question for these properties."""
    asked = Element(f"{DAV}propfind")
    _named(asked, names)
    return _written(asked)


def wanted_of(hrefs: Iterable[str], *names: str) -> bytes:
    """Return the question for these properties of these entries, and of no others."""
    asked = Element(f"{CAL}calendar-multiget")
    _named(asked, names)
    for href in hrefs:
        SubElement(asked, f"{DAV}href").text = href
    return _written(asked)


def _written(asked: Element) -> bytes:
    return b'<?xml version="1.0" encoding="utf-8"?>' + tostring(asked, encoding="unicode").encode()


def _named(asked: Element, names: Iterable[str]) -> None:
    inside = SubElement(asked, f"{DAV}prop")
    for name in names:
        SubElement(inside, name)


def answers(body: bytes) -> tuple[Answer, ...]:
    """Return what a multistatus says of each address; raises Unreadable."""
    try:
        text = body.decode("utf-8-sig")
        if "<!doctype" in text.lower():  # entities could grow without end, or name files
            raise Unreadable
        root = fromstring(text)  # noqa: S314  without a document type there are no entities
    except (UnicodeDecodeError, ParseError):
        raise Unreadable from None
    if root.tag != f"{DAV}multistatus":
        raise Unreadable
    return tuple(_answers(root))


def _answers(root: Element) -> Iterator[Answer]:
    for one in root.iter(f"{DAV}response"):
        said: dict[str, Element] = {}
        for part in one.iter(f"{DAV}propstat"):
            if _status(part.findtext(f"{DAV}status")) == GOOD:
                said |= {found.tag: found for kept in part.iter(f"{DAV}prop") for found in kept}
        status = _status(one.findtext(f"{DAV}status"))
        yield Answer((one.findtext(f"{DAV}href") or "").strip(), status, said)


def _status(line: str | None) -> int:
    found = STATUS.search(line or "")
    return int(found.group(1)) if found else GOOD
