"""From bytes to a message: structure, charsets, attachments, and everything that is broken."""

import base64
from pathlib import Path

import pytest

from afterword.mailbox.recognising import mime
from tests.mailbox.recognising.post import letter

HEAD = b"From: jo@pellworth.example\nSubject: Hello\n"


def test_a_plain_letter_is_read() -> None:
    read = letter("Hello Mara,\nsee you.")
    assert read.sender.email == "jo.park@pellworth.example"
    assert read.to[0].email == "mara@lindqvist.example"
    assert read.text == "Hello Mara,\nsee you."
    assert read.sent
    assert read.message_id == "1@p"


def test_headers_are_found_by_their_names_in_any_case() -> None:
    read = mime.read(HEAD + b"X-Thing: one\nx-thing: two\n\nbody")
    assert read.header("x-thing") == "one"
    assert read.has("x-thing")
    assert not read.has("x-other")
    assert read.header("x-other") == ""


def test_the_thread_is_newest_first_and_names_each_message_once() -> None:
    read = mime.read(HEAD + b"References: <a@x> <b@x>\nIn-Reply-To: <b@x>\n\nbody")
    assert read.thread == ("b@x", "a@x")


def test_sender_stands_in_where_from_is_missing() -> None:
    assert mime.read(b"Sender: ann@x.example\nSubject: a\n\nb").sender.email == "ann@x.example"


def test_people_in_copy_are_recipients() -> None:
    read = mime.read(HEAD + b"To: a@x.example\nCc: b@x.example\n\nbody")
    assert [one.email for one in read.to] == ["a@x.example", "b@x.example"]


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"], ids=["unix", "dos", "mac"])
def test_line_ends_of_every_age_are_read(ends: bytes) -> None:
    read = mime.read(ends.join([b"From: jo@x.example", b"Subject: Hi", b"", b"one", b"two"]))
    assert read.subject == "Hi"
    assert read.text.split() == ["one", "two"]


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\xef\xbb\xbf", b"\r\n"])
def test_what_stands_before_a_message_is_passed_over(before: bytes) -> None:
    assert mime.read(before + HEAD + b"\nbody").subject == "Hello"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        (b"quoted-printable", b"Gr=C3=BC=C3=9Fe"),
        (b"base64", base64.b64encode("Grüße".encode())),
        (b"8bit", "Grüße".encode()),
        (b"BASE64", base64.b64encode("Grüße".encode()).rstrip(b"=")),
        (b"nonsense", "Grüße".encode()),
    ],
)
def test_bodies_are_decoded(encoding: bytes, body: bytes) -> None:
    head = HEAD + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
    assert mime.read(head + encoding + b"\n\n" + body).text.strip() == "Grüße"


def multipart(*parts: bytes, kind: bytes = b"mixed") -> bytes:
    """Return a message of several parts."""
    head = HEAD + b"Content-Type: multipart/" + kind + b"; boundary=b\n\n"
    return head + b"".join(b"--b\n" + part + b"\n" for part in parts) + b"--b--\n"


def test_text_and_markup_are_kept_apart() -> None:
    plain, marked = b"\nplain", b"Content-Type: text/html\n\n<p>marked</p>"
    read = mime.read(multipart(plain, marked, kind=b"alternative"))
    assert (read.text.strip(), read.html.strip()) == ("plain", "<p>marked</p>")
    assert read.types == ("multipart/alternative", "text/plain", "text/html")


def test_attachments_are_named_and_not_read() -> None:
    pdf = b"Content-Type: application/pdf; name=cv.pdf\nContent-Disposition: attachment\n\nxxxx"
    text = b"Content-Disposition: attachment; filename=notes.txt\n\nsecret notes"
    read = mime.read(multipart(b"\nhello", pdf, text))
    assert read.attachments == ("cv.pdf", "notes.txt")
    assert "secret" not in read.text


def test_names_of_attachments_are_decoded() -> None:
    long = b"Content-Disposition: attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf\n\nx"
    word = b'Content-Disposition: attachment; filename="=?utf-8?q?Caf=C3=A9.pdf?="\n\nx'
    assert mime.read(multipart(long, word)).attachments == ("Grüße.pdf", "Café.pdf")


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/calendar; method=REQUEST",
        b"Content-Type: application/ics; name=invite.ics",
        b"Content-Type: application/octet-stream; name=Invite.ICS",
    ],
)
def test_calendar_parts_are_found_by_type_or_name(head: bytes) -> None:
    read = mime.read(multipart(b"\nhello", head + b"\n\nBEGIN:VCALENDAR\nEND:VCALENDAR"))
    assert len(read.calendars) == 1
    assert read.calendars[0].content.startswith(b"BEGIN:VCALENDAR")


def test_the_method_of_a_calendar_part_is_in_capitals() -> None:
    head = b"Content-Type: text/calendar; method=cancel\n\nBEGIN:VCALENDAR"
    assert mime.read(multipart(head)).calendars[0].method == "CANCEL"


def test_a_calendar_file_alone_is_a_message_with_a_calendar_part() -> None:
    assert mime.read(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n").types == ("text/calendar",)


def test_the_text_of_a_returned_message_is_not_the_sender_s() -> None:
    inner = b"Content-Type: message/rfc822\n\nSubject: mine\n\nmy own words"
    read = mime.read(multipart(b"\nIt did not arrive.", inner, kind=b"report"))
    assert "my own words" not in read.text
    assert "message/rfc822" in read.types


def test_a_delivery_report_is_kept_as_lines() -> None:
    report = b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\n"
    read = mime.read(multipart(b"\nno", report, kind=b"report"))
    assert "Action: failed" in read.reports[0]


@pytest.mark.parametrize(
    ("raw", "text", "html"),
    [
        (b"Just words, pasted.\nNo headers.", "Just words, pasted.\nNo headers.", ""),
        (b"<html><body>Hi</body></html>", "", "<html><body>Hi</body></html>"),
        (b"Dear Mara:\nthanks", "Dear Mara:\nthanks", ""),
        (b"", "", ""),
        (b"\x00\xff\xfe", "\x00ÿþ", ""),
    ],
)
def test_what_has_no_headers_was_pasted(raw: bytes, text: str, html: str) -> None:
    read = mime.read(raw)
    assert (read.text.replace("\x00", ""), read.html) == (text.replace("\x00", ""), html)


# What fuzzing found: each of these raised once.
FOUND = {
    "the charset of a multipart is split as RFC 2231 has it": (
        b"Content-Type: multipart/mixed; boundary=b; charset*=utf-8'en'x\n\n--b\n\nhi\n--b--"
    ),
    "a multipart without parts has a charset in two pieces": (
        b"Content-Type: multipart/mixed; charset*0=a; charset*1=b\n\nno boundary"
    ),
    "there is a zero in a charset": (
        b"Content-Type: multipart/report; charset=\x00utf\x00\n\ncaf\xc3\xa9"
    ),
    "there is a zero in the charset of a text": b"Content-Type: text/plain; charset=\x00\n\na",
    "the year is past the end of time": b"Date: Fri, 31 Dec 9999 23:59:59 -1200\n\nnext week",
    "a message nests ten thousand deep": (
        b"Content-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed\n\n" * 10_000
    ),
    "a file name continues where it should not": (
        b"Content-Type: a/b; name*1*=x''y; name*x=1\nContent-Disposition: attachment\n\n"
    ),
    "half a character is left of UTF-7": b"Content-Type: text/plain; charset=utf-7\n\n+33c-",
    "an encoded word is no base64": b"Subject: =?utf-8?b?\xff!?=\n\n",
    "a body says that it is uuencoded": b"Content-Transfer-Encoding: x-uuencode\n\nbegin 6 x\n\xff",
}


@pytest.mark.parametrize("rest", FOUND.values(), ids=FOUND)
def test_what_fuzzing_found_is_read(rest: bytes) -> None:
    assert mime.read(b"From: jo@pellworth.example\n" + rest).sender.email == "jo@pellworth.example"


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "real").glob("*.eml")), ids=lambda path: path.name
)
def test_mail_from_real_servers_is_read(path: Path) -> None:
    read = mime.read(path.read_bytes())
    assert read.sender.email
    assert read.sent
