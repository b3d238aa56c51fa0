"""Between IMAP's words and ours: what is asked, and what was answered, whatever it looks like."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from afterword.mailbox.box import Folder, Search, State, Use
from afterword.mailbox.head import FIELDS, STEP, Head, fields

MOST_HEADER_BYTES = 20_000
HEADER = f"BODY.PEEK[HEADER.FIELDS ({' '.join(FIELDS)})]<0.{MOST_HEADER_BYTES}>"
OWN_HEADER = f"BODY.PEEK[HEADER.FIELDS ({STEP})]"
HEAD = (HEADER, "RFC822.SIZE", "INTERNALDATE", "FLAGS")
APPENDED = re.compile(rb"\[APPENDUID \d+ (\d+)\]", re.IGNORECASE)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CLOSED = {b"\\noselect", b"\\nonexistent"}
SPECIAL = {
    b"\\drafts": Use.DRAFTS,
    b"\\sent": Use.SENT,
    b"\\junk": Use.JUNK,
    b"\\trash": Use.TRASH,
    b"\\archive": Use.ARCHIVE,
    b"\\all": Use.ALL,
}

Told = Mapping[bytes, object]


def folders(listed: Iterable[tuple[Iterable[bytes], object, object]]) -> tuple[Folder, ...]:
    """Return the folders of a LIST that can be opened."""
    told = [(str(name), {flag.lower() for flag in flags}) for flags, _, name in listed]
    return tuple(Folder(name, use(name, flags)) for name, flags in told if not flags & CLOSED)


def use(name: str, flags: set[bytes]) -> Use | None:
    """Return what a folder is for; INBOX is written in any case (RFC 3501, 5.1)."""
    if name.upper() == "INBOX":
        return Use.INBOX
    return next((SPECIAL[flag] for flag in sorted(flags) if flag in SPECIAL), None)


def state(told: Told) -> State:
    """Return what a STATUS or an EXAMINE told."""
    count = told.get(b"MESSAGES", told.get(b"EXISTS"))
    validity, following, modseq = (
        _number(told.get(key)) for key in (b"UIDVALIDITY", b"UIDNEXT", b"HIGHESTMODSEQ")
    )
    return State(validity, following, _number(count), modseq)


def criteria(search: Search) -> list[bytes]:
    """Return a search in IMAP's words; raises ValueError for a text that they cannot hold."""
    asked: list[str] = []
    if search.above:
        asked += ["UID", f"{search.above + 1}:*"]
    if search.since:
        asked += ["SINCE", day(search.since)]
    if search.changed:
        asked += ["MODSEQ", str(search.changed + 1)]
    if search.name:
        asked += ["HEADER", _quoted(search.name), _quoted(search.value)]
    return [word.encode("ascii") for word in asked or ["ALL"]]


def day(when: date) -> str:
    """Return a date as IMAP writes it, in English whatever the locale."""
    return f"{when.day}-{MONTHS[when.month - 1]}-{when.year}"


def head(uid: int, told: Told) -> Head:
    """Return the head that a FETCH of `HEAD` told."""
    arrived, flags = told.get(b"INTERNALDATE"), told.get(b"FLAGS")
    return Head(
        uid=uid,
        size=_number(told.get(b"RFC822.SIZE")),
        arrived=arrived if isinstance(arrived, datetime) and arrived.tzinfo else None,
        draft=isinstance(flags, tuple) and b"\\draft" in {_bytes(flag).lower() for flag in flags},
        fields=fields(body(told) or b""),
    )


def body(told: Told) -> bytes | None:
    """Return the part of a message that a FETCH told, or nothing if it told none."""
    return next((_bytes(told[key]) for key in told if key.startswith(b"BODY[")), None)


def step(told: Told) -> str:
    """Return the step that the header of a draft of ours names, "" without one."""
    return fields(body(told) or b"").get(STEP.lower(), "")


def appended(said: object) -> int:
    """Return the uid in the answer to an APPEND (RFC 4315), 0 without one."""
    found = APPENDED.search(_bytes(said))
    return int(found[1]) if found else 0


def is_news(said: object) -> bool:
    """Return whether an answer during IDLE tells of a message that came or went."""
    return isinstance(said, tuple) and bool({b"EXISTS", b"EXPUNGE", b"VANISHED"} & set(said[:2]))


def _number(value: object) -> int:
    while isinstance(value, (list, tuple)) and value:  # HIGHESTMODSEQ comes as (715194045007)
        value = value[0]
    try:
        return int(value)  # type: ignore[call-overload, no-any-return]  # what is no number raises
    except (TypeError, ValueError):
        return 0


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _quoted(text: str) -> str:
    if not text.isascii() or not text.isprintable():
        raise ValueError(text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
