"""Header fields in words: encoded words, addresses, dates and Message-IDs, from any bytes."""

import base64
import binascii
import codecs
import quopri
import re
from datetime import UTC, datetime
from email.utils import getaddresses, parsedate_to_datetime

from afterword.mailbox.recognising.message import Address

ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")  # RFC 2047, section 6.2
SPACE = re.compile(r"\s+")
MAILBOX = re.compile(r"[^\s<>()\[\]{}\"',;:=@\\]{1,64}@[A-Za-z0-9.\-_]{1,253}")
MESSAGE_ID = re.compile(r"<([^<>\s]{1,500})>")
LONGEST = 20_000
# What Python decodes, but no mail is written in; some of it at length, or with warnings.
PYTHON_S_OWN = {"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined"}
YEARS = range(1970, 2200)  # in others no mail was sent, and reckoning with days would overflow


def decoded(raw: bytes, charset: str = "") -> str:
    """Return bytes as text: in the charset that they name, else UTF-8, else what Windows wrote."""
    for name in (charset, "utf-8"):
        try:
            if name and codecs.lookup(name).name in PYTHON_S_OWN:
                continue
            return _encodable(raw.decode(name or "ascii"))
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace")


def _encodable(text: str) -> str:
    """Return a text without halves of characters, which UTF-7 and others can leave behind."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def unfolded(value: str) -> str:
    """Return a header's value as one line of text, with its encoded words decoded (RFC 2047)."""
    line = value[:LONGEST]
    if not line.isascii():  # the parser keeps 8-bit bytes as surrogates
        line = decoded(line.encode("utf-8", "surrogateescape"))
    joined = BETWEEN.sub(r"\1", line)
    return SPACE.sub(" ", ENCODED.sub(_word, joined)).strip()


def _word(found: re.Match[str]) -> str:
    charset, how, text = found.groups()
    raw = text.encode("utf-8", "replace")
    if how in "bB":
        try:
            raw = base64.b64decode(raw + b"=" * (-len(raw) % 4))
        except binascii.Error:
            return text
    else:
        raw = quopri.decodestring(raw.replace(b"_", b" "))
    return decoded(raw, charset.partition("*")[0])  # RFC 2231 lets a language follow


def addresses(value: str) -> tuple[Address, ...]:
    """Return the mailboxes of a header, with whatever the standard library cannot read mended."""
    line = value[:LONGEST]
    found = [
        Address(email.strip().lower(), unfolded(name))
        for name, email in getaddresses([line])
        if MAILBOX.fullmatch(email.strip())
    ]
    return tuple(found) or tuple(Address(one.lower()) for one in MAILBOX.findall(line))


def mentioned(text: str) -> tuple[str, ...]:
    """Return the addresses that stand somewhere in a text, in lower case."""
    return tuple(one.lower().rstrip(".-") for one in MAILBOX.findall(text))


def moment(value: str) -> datetime | None:
    """Return the moment of a Date header, aware; one without a zone counts as UTC (RFC 5322)."""
    try:
        found = parsedate_to_datetime(value[:200])
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        aware.astimezone(UTC)  # a moment at the edge of time overflows here, and not later
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return aware if aware.year in YEARS else None


def message_ids(value: str) -> tuple[str, ...]:
    """Return the Message-IDs of a header, without their angle brackets."""
    return tuple(MESSAGE_ID.findall(value[:LONGEST]))
