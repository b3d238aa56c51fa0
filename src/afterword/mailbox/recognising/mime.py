"""From bytes to a message: reads whatever arrives, and never raises."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message as Parsed

import msgspec

from afterword.mailbox.recognising import headers
from afterword.mailbox.recognising.message import Address, CalendarPart, Message

MOST_PARTS = 200
LONGEST_TEXT = 200_000
KNOWN_HEADER = re.compile(
    rb"^(from|to|cc|subject|date|received|return-path|message-id|mime-version|content-type"
    rb"|delivered-to|reply-to|x-[a-z-]+)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
HEADER_LINE = re.compile(rb"(?:[!-9;-~]+[ \t]*:|From |>From )")
CALENDAR = re.compile(rb"\s*BEGIN:VCALENDAR", re.IGNORECASE)
MARKUP = re.compile(
    rb"\s*<(?:\?xml|!doctype|html|head|body|div|p|span|table|font)\b", re.IGNORECASE
)
CALENDAR_TYPES = {"text/calendar", "application/ics"}
REPORT_TYPES = {"message/delivery-status", "message/disposition-notification"}


class Body(msgspec.Struct):
    """What the parts of a message add up to while they are walked."""

    text: list[str] = msgspec.field(default_factory=list)
    html: list[str] = msgspec.field(default_factory=list)
    types: list[str] = msgspec.field(default_factory=list)
    attachments: list[str] = msgspec.field(default_factory=list)
    calendars: list[CalendarPart] = msgspec.field(default_factory=list)
    reports: list[str] = msgspec.field(default_factory=list)


def read(raw: bytes) -> Message:
    """Return the message that bytes hold; of what cannot be read, as much as can be."""
    lines = _lines(raw)
    if CALENDAR.match(lines):
        return Message(raw, calendars=(CalendarPart(lines),), types=("text/calendar",))
    if not _has_headers(lines):
        return _pasted(raw, lines)
    try:
        return _assembled(raw, message_from_bytes(lines))
    except Exception:  # noqa: BLE001  on crafted bytes the library raises many things, RecursionError too
        return _pasted(raw, lines)


def _lines(raw: bytes) -> bytes:
    """Return bytes with line ends that the parser knows, without what stands before a message."""
    start = raw.lstrip(b"\xef\xbb\xbf\r\n")
    return start if b"\n" in start else start.replace(b"\r", b"\n")  # as old Macs ended lines


def _has_headers(lines: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", lines[:LONGEST_TEXT], maxsplit=1)[0]
    return bool(HEADER_LINE.match(head) and KNOWN_HEADER.search(head))


def _pasted(raw: bytes, lines: bytes) -> Message:
    """Return a message of which there is only the body, as a person pastes it."""
    body = headers.decoded(lines[:LONGEST_TEXT])
    if MARKUP.match(lines):
        return Message(raw, html=body, types=("text/html",))
    return Message(raw, text=_ends(body), types=("text/plain",))


def _assembled(raw: bytes, parsed: Parsed) -> Message:
    fields = tuple(
        (name.lower(), headers.unfolded(str(value))) for name, value in parsed.raw_items()
    )
    first = dict(reversed(fields))
    body = Body()
    for part in _leaves(parsed):
        _take(part, body)
    senders = headers.addresses(first.get("from", "")) or headers.addresses(first.get("sender", ""))
    thread = headers.message_ids(first.get("references", ""))[::-1]
    answered = headers.message_ids(first.get("in-reply-to", ""))
    return Message(
        raw=raw,
        headers=fields,
        sender=next(iter(senders), Address()),
        reply_to=next(iter(headers.addresses(first.get("reply-to", ""))), Address()),
        to=headers.addresses(f"{first.get('to', '')}, {first.get('cc', '')}"),
        subject=first.get("subject", ""),
        sent=headers.moment(first.get("date", "")),
        message_id=next(iter(headers.message_ids(first.get("message-id", ""))), ""),
        thread=tuple(dict.fromkeys((*answered, *thread))),
        text="\n".join(body.text)[:LONGEST_TEXT],
        html="\n".join(body.html)[:LONGEST_TEXT],
        types=tuple(body.types),
        attachments=tuple(body.attachments),
        calendars=tuple(body.calendars),
        reports=tuple(body.reports),
    )


def _leaves(parsed: Parsed) -> Iterator[Parsed]:
    """Yield the parts of a message in their order, and not those of a message inside it."""
    waiting = [parsed]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting[:0] = [one for one in part.get_payload() if isinstance(one, Parsed)]


def _take(part: Parsed, body: Body) -> None:
    """Add what a part has to say."""
    kind = part.get_content_type()
    body.types.append(kind)
    if part.is_multipart() and kind not in REPORT_TYPES:
        return
    if (
        part.get_content_maintype() == "multipart"
    ):  # its boundary is lost: all of it is in one piece
        body.text.append(_text(part))
        return
    name = _file_name(part)
    if kind in CALENDAR_TYPES or name.lower().endswith(".ics"):
        method = headers.unfolded(str(part.get_param("method") or ""))
        body.calendars.append(CalendarPart(_bytes(part), method.upper()))
    elif kind in REPORT_TYPES:
        body.reports.append(_report(part))
    elif name or part.get_content_disposition() == "attachment":
        body.attachments.append(name)
    elif kind in {"text/plain", "text/html"}:
        (body.text if kind == "text/plain" else body.html).append(_text(part))


def _file_name(part: Parsed) -> str:
    try:
        return headers.unfolded(part.get_filename() or "")
    except Exception:  # noqa: BLE001  RFC 2231 continuations, broken in ways the library does not foresee
        return ""


def _bytes(part: Parsed) -> bytes:
    try:
        raw = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001  uuencoded bodies and codecs of every age
        return b""
    return raw if isinstance(raw, bytes) else b""


def _text(part: Parsed) -> str:
    charset = part.get_param("charset")
    name = charset[-1] if isinstance(charset, tuple) else str(charset or "")
    return _ends(headers.decoded(_bytes(part)[:LONGEST_TEXT], name.strip("'\" ")))


def _report(part: Parsed) -> str:
    """Return a delivery report as its lines; the parser takes its blocks for messages."""
    if part.is_multipart():
        told = [
            "\n".join(f"{name}: {headers.unfolded(str(value))}" for name, value in one.raw_items())
            for one in part.get_payload()
            if isinstance(one, Parsed)
        ]
        return "\n\n".join(told)
    return headers.decoded(_bytes(part)[:LONGEST_TEXT])


def _ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
