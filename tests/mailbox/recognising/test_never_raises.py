"""Whatever arrives is read: no bytes, however crafted, stop the reading of a mailbox."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from afterword.cli.recognise import told
from afterword.etiquette.decode import to_json
from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.calendar import invitation
from afterword.mailbox.recognising.html import rendered
from afterword.mailbox.recognising.message import CalendarPart
from afterword.mailbox.recognising.recognise import recognise
from afterword.mailbox.recognising.reply import trimmed
from tests.mailbox.recognising.post import asked, event, letter

PIECES = (
    *(
        b"\n",
        b"\r\n",
        b"\r",
        b"\n\n",
        b" ",
        b":",
        b"\x00",
        b"\xff\xfe",
        b"--b",
        b"--b--",
        b">",
        b"<",
    ),
    *(b"From: Jo <jo@x.example>\n", b"From: @\n", b"Subject: =?utf-8?b?", b"?=", b"=?x?q?=\n"),
    *(b"Date: Fri, 31 Dec 9998 23:59:59 -1200\n", b"Date: Tue, 10 Mar 2026 10:15:00 +9999\n"),
    *(
        b"Content-Type: multipart/mixed; boundary=b\n",
        b"Content-Type: text/html\n",
        b"charset=\x00",
    ),
    *(
        b"Content-Type: multipart/report; charset*=x'y'z; boundary=b\n",
        b"; charset*0=a; charset*1=b",
    ),
    *(
        b"Content-Type: message/delivery-status\n",
        b"Action: failed\n",
        b"Final-Recipient: rfc822; \xff\n",
    ),
    *(
        b"Content-Transfer-Encoding: x-uuencode\n",
        b"begin 644 x\n",
        b"Content-Disposition: attachment",
    ),
    *(
        b"BEGIN:VCALENDAR\n",
        b"BEGIN:VEVENT\n",
        b"DTSTART:99991231T235959Z\n",
        b"DTSTART;TZID=X:1\n",
    ),
    *(b"END:VEVENT\n", b"RRULE:FREQ=NEVER\n", b"DURATION:P99999999999W\n", b"SEQUENCE:x\n"),
    *(b"Auto-Submitted: auto-replied\n", b"I am away until 31/02/2026. ", b"back in 99 weeks. "),
    *(b"We let you know by the end of next month. ", b"Thursday at 25:99 ", b"0000-00-00 "),
    *(b"unfortunately ", b"not ", b"you ", b"<div class=gmail_quote>", b"<![if", b"&#xffffffff;"),
)
crafted = some.lists(some.sampled_from(PIECES) | some.binary(max_size=12), max_size=60).map(
    b"".join
)


@given(some.binary(max_size=400))
@settings(max_examples=60)
def test_any_bytes_are_recognised(raw: bytes) -> None:
    assert msgspec.json.decode(to_json(told("-", recognise(mime.read(raw)))))["path"] == "-"


@given(crafted)
@settings(max_examples=150)
def test_bytes_that_look_like_mail_are_recognised(raw: bytes) -> None:
    assert msgspec.json.decode(to_json(told("-", recognise(mime.read(raw)))))["kind"]


@given(crafted)
@settings(max_examples=60)
def test_any_body_is_recognised(body: bytes) -> None:
    read = letter("").raw + body
    assert recognise(mime.read(read)).kind


@given(crafted)
@settings(max_examples=60)
def test_any_calendar_is_read(content: bytes) -> None:
    invitation((CalendarPart(event("DTSTART:20260312T100000Z") + content),))
    invitation((CalendarPart(content + event("DTSTART:20260312T100000Z")),))


@given(some.text(max_size=300))
@settings(max_examples=60)
def test_any_text_is_trimmed_and_nothing_is_added(text: str) -> None:
    assert len(trimmed(text)) <= len(text)


@given(some.text(alphabet="<>/='\"&;! -abdivp\n[]", max_size=200))
@settings(max_examples=60)
def test_any_markup_is_rendered(markup: str) -> None:
    assert isinstance(rendered(markup).text, str)


@pytest.mark.parametrize("at", range(0, 400, 20))
def test_a_message_that_breaks_off_is_read(at: int) -> None:
    raw = asked(event("DTSTART;TZID=Europe/Berlin:20260312T100000", "SUMMARY:Talk"), "See you").raw
    assert recognise(mime.read(raw[:at])).kind
    assert recognise(mime.read(raw[at:])).kind
