"""Reads what a FETCH of many heads told: the usual shape at once, any other as IMAPClient does.

IMAPClient looks at an answer sign by sign, which for a large mailbox was half of our own work.
"""

import re
from datetime import UTC, datetime, timedelta, timezone

from imapclient.response_parser import parse_fetch_response

from afterword.mailbox import answers
from afterword.mailbox.head import Head, fields

USUAL = re.compile(
    rb"\d+ \(UID (?P<uid>\d{1,10}) RFC822\.SIZE (?P<size>\d{1,10})"
    rb' INTERNALDATE "(?P<date>[ \d]\d-[A-Za-z]{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4})"'
    rb" FLAGS \((?P<flags>[^()\"]*)\) BODY\[HEADER\.FIELDS \([^()\"]*\)\](?:<\d+>)? \{\d+\}"
)


def heads(told: list[object]) -> tuple[Head, ...]:
    """Return the heads of an answer as imaplib splits it; raises ProtocolError, ValueError."""
    found = _usual(told) if told else {}
    if found is None:
        parsed = parse_fetch_response(told, normalise_times=False, uid_is_key=True)
        found = {uid: answers.head(uid, one) for uid, one in parsed.items()}
    return tuple(found[uid] for uid in sorted(found))


def _usual(told: list[object]) -> dict[int, Head] | None:
    """Return the heads by uid if every part of an answer has the usual shape, else nothing."""
    found: dict[int, Head] = {}
    for part, end in zip(told[::2], told[1::2], strict=False):
        if not isinstance(part, tuple) or end != b")":
            return None
        shape = USUAL.fullmatch(part[0])
        if not shape:
            return None
        uid = int(shape["uid"])
        draft = b"\\draft" in shape["flags"].lower().split()
        found[uid] = Head(uid, int(shape["size"]), _moment(shape["date"]), draft, fields(part[1]))
    return found if found and len(told) % 2 == 0 else None


def _moment(date: bytes) -> datetime | None:
    """Return the moment of an INTERNALDATE, as 02-Mar-2026 09:00:00 +0100."""
    text = date.decode("ascii")
    try:
        month = answers.MONTHS.index(text[3:6].title()) + 1
        ahead = timedelta(hours=int(text[22:24]), minutes=int(text[24:26]))
        zone = timezone(-ahead if text[21] == "-" else ahead) if ahead else UTC
        clock = (int(text[12:14]), int(text[15:17]), int(text[18:20]))
        return datetime(int(text[7:11]), month, int(text[:2]), *clock, tzinfo=zone)
    except ValueError:
        return None
