"""What Corbel writes to Marta in a hunt of weeks, as it comes to her mailbox."""

from email.utils import format_datetime

from tests.journeys.serving import moment

LENA, LENA_AT = "Lena Ruiz <lena@corbel.example>", "lena@corbel.example"
MARTA, MARTA_AT = "Marta Lindqvist <marta@home.example>", "marta@home.example"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Corbel//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:talk-1@corbel.example
SEQUENCE:{sequence}
DTSTAMP:20260301T000000Z
DTSTART;TZID=America/New_York:{start}
DURATION:PT1H
SUMMARY:Interview at Corbel
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""
AWAY = "I am out of the office until 25 March 2026 and will answer when I am back."
WORD = "Hello Marta,\n\nthe wall is full of your notes, and we have not forgotten you.\n\nLena"
NO = """Dear Marta,

Thank you for coming to see us. We have decided to move forward with other candidates.

Lena Ruiz"""


def letter(text: str, on: str, subject: str = "Planner at Corbel", **headers: str) -> bytes:
    """Return a message from Lena, of a moment of Marta's day; headers may replace ours."""
    given = {name.replace("_", "-").title(): value for name, value in headers.items()}
    usual = {
        "From": LENA,
        "To": MARTA,
        "Subject": subject,
        "Date": format_datetime(moment(on)),
        "Message-Id": f"<{moment(on):%Y%m%d%H%M}@corbel.example>",
        "Content-Type": "text/plain; charset=utf-8",
    }
    lines = [f"{name}: {value}" for name, value in (usual | given).items()]
    return "\r\n".join([*lines, "", *text.splitlines(), ""]).encode()


def invitation(on: str, start: str, sequence: int = 0) -> bytes:
    """Return an invitation from Corbel's house in New York, to a moment there: `20260311T100000`.

    From 8 to 29 March the clocks there are four hours behind London's, and not five.
    """
    calendar = CALENDAR.format(start=start, sequence=sequence)
    kind = "text/calendar; charset=utf-8; method=REQUEST"
    return letter(calendar, on, "Interview at Corbel", content_type=kind)
