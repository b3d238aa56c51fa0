"""Letters for tests: written in a line or two, and read as any other mail."""

from email.message import EmailMessage

from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.recognise import recognise
from afterword.mailbox.recognising.recognition import Recognition

JO = "Jo Park <jo.park@pellworth.example>"
MARA = "Mara Lindqvist <mara@lindqvist.example>"
TUESDAY = "Tue, 10 Mar 2026 10:15:00 +0000"
CALENDAR = b"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n%s\nEND:VCALENDAR\n"


def letter(text: str, subject: str = "Data Engineer", **headers: str) -> Message:
    """Return a letter from Jo to Mara; headers are named with underscores, and may replace ours."""
    given = {name.replace("_", "-").lower(): value for name, value in headers.items()}
    usual = {"from": JO, "to": MARA, "subject": subject, "date": TUESDAY, "message-id": "<1@p>"}
    lines = [f"{name}: {value}" for name, value in (usual | given).items() if value]
    return mime.read(
        "\n".join([*lines, "Content-Type: text/plain; charset=utf-8", "", text]).encode()
    )


def answer(text: str, subject: str = "Re: Data Engineer", **headers: str) -> Message:
    """Return a letter that answers one of Mara's."""
    return letter(text, subject, in_reply_to="<sent-1@lindqvist.example>", **headers)


def page(markup: str, text: str = "") -> Message:
    """Return a letter in HTML, beside its plain text where there is one."""
    built = EmailMessage()
    built["From"], built["To"], built["Date"] = JO, MARA, TUESDAY
    if text:
        built.set_content(text)
        built.add_alternative(markup, subtype="html")
    else:
        built.set_content(markup, subtype="html")
    return mime.read(built.as_bytes())


def event(*lines: str, method: str = "REQUEST", before: str = "") -> bytes:
    """Return a calendar with one event; `before` stands before it, such as a zone."""
    fields = "\n".join(["BEGIN:VEVENT", "UID:1@p", *lines, "END:VEVENT"])
    head = f"METHOD:{method}\n" if method else ""
    return CALENDAR % f"{head}{before}{fields}".encode()


def asked(calendar: bytes, text: str = "", subject: str = "Interview", method: str = "") -> Message:
    """Return a letter with a calendar part, as mail programs send invitations."""
    kind = f"text/calendar; charset=utf-8{f'; method={method}' if method else ''}"
    head = f"From: {JO}\nTo: {MARA}\nSubject: {subject}\nDate: {TUESDAY}\nMIME-Version: 1.0\n"
    parts = (
        f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\n\n{text}\n--b\nContent-Type: '
    )
    return mime.read(f"{parts}{kind}\n\n".encode() + calendar + b"\n--b--\n")


def made_of(message: Message) -> Recognition:
    """Return what is made of a letter."""
    return recognise(message)
