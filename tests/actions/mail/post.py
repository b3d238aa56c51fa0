"""Mail for the tests of actions: what Lena of Corbel writes to Alice, as bytes."""

from datetime import datetime
from email.utils import format_datetime

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.mail.take_message import Taken, take
from afterword.actions.timeline import timeline
from afterword.actions.values import StepKey
from afterword.etiquette.vocabulary import Act
from tests.actions.hunt import EVENING, at, book, told

LENA = "Lena Ruiz <lena@corbel.example>"
ALICE = "Alice Moss <alice@moss.example>"
RELAY = "Corbel Hiring <no-reply@greenhouse.io>"
PEOPLE = "lena:hiring-manager,name=Lena,email=lena@corbel.example"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//EN
METHOD:{method}
BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:20260301T000000Z
DTSTART;TZID=America/New_York:{start}
DTEND;TZID=America/New_York:{start}
SUMMARY:Interview at Corbel
STATUS:{status}
END:VEVENT
END:VCALENDAR
"""


def hunting(owner: User, **more: str) -> str:
    """Add the opportunity at Corbel, where Lena's address is known; return its uid."""
    given = {"people": PEOPLE, **more}
    return add_opportunity(owner, told(**given), now=EVENING).opportunity


def letter(text: str, day: str, subject: str = "Planner", **headers: str) -> bytes:
    """Return a message from Lena, of a moment of Alice's day; headers may replace ours."""
    given = {name.strip("_").replace("_", "-").lower(): told for name, told in headers.items()}
    usual = {
        "from": LENA,
        "to": ALICE,
        "subject": subject,
        "date": format_datetime(at(day)),
        "message-id": f"<{abs(hash((text, day)))}@corbel.example>",
        "content-type": "text/plain; charset=utf-8",
    }
    lines = [f"{name}: {value}" for name, value in (usual | given).items() if value]
    return "\n".join([*lines, "", text, ""]).encode()


def invitation(day: str, start: str, sequence: int = 0, **more: str) -> bytes:
    """Return an invitation with a calendar part, to a moment such as `20260312T140000`."""
    method = more.pop("method", "REQUEST")
    status = "CANCELLED" if method == "CANCEL" else "CONFIRMED"
    uid = more.pop("uid", "talk-1@corbel.example")
    calendar = CALENDAR.format(
        method=method, uid=uid, sequence=sequence, start=start, status=status
    )
    kind = f"text/calendar; charset=utf-8; method={method}"
    return letter(calendar, day, "Interview", content_type=kind, **more)


def taken(owner: User, raw: bytes, now: str | datetime) -> Taken:
    """Take a message in, at a moment of Alice's day."""
    return take(owner, raw, now=at(now) if isinstance(now, str) else now)


def events(owner: User, uid: str) -> list[str]:
    """Return what happened in an opportunity: `received reply`, `interview-scheduled 2026-…`."""
    return [
        f"{row.kind} {row.payload.get('what') or row.payload.get('at') or ''}".strip()
        for row in book(owner, uid).events
    ]


def steps(owner: User, uid: str, now: str) -> set[Act]:
    """Return what the plan has for a moment of Alice's day."""
    return {item.key.act for item in timeline(owner, uid, now=at(now)).items}


CHECK_IN = StepKey(Act.CHECK_IN, "lena")
