"""One hunt that the tests of actions tell: Alice's, and the times at which things happen in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from afterword.actions.add_opportunity import add_opportunity
from afterword.etiquette.events import Event
from afterword.etiquette.situation import Situation
from afterword.journal.held import Held, Part, held
from tests.etiquette import timeline

ZONE = "America/New_York"
INTERVIEW = "2026-03-03 14:00  interview  with=lena impression=uncertain"
LENA = "lena:hiring-manager,name=Lena,postal_address=yes"


def at(text: str) -> datetime:
    """Return a moment of the candidate's day: `2026-03-03 18:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


EVENING = at("2026-03-03 18:30")


def told(lines: str = INTERVIEW, *, now: str = "2026-03-03 18:30", **more: str) -> Situation:
    """Return the situation that a timeline tells, at Corbel, where Lena decides."""
    known = {"people": LENA, "employer": "Corbel", "role": "planner", **more}
    return timeline.situation(lines, now=now, timezone=ZONE, **known)


def event(line: str, people: str = LENA) -> Event:
    """Return the one event of a line of a timeline."""
    return told(line, now="2027-01-01", people=people).events[0]


def person(name: str = "alice") -> User:
    """Return a new candidate."""
    return new_owner(name, now=at("2026-03-01 09:00"))


def interviewed(owner: User, **more: str) -> str:
    """Add the opportunity at Corbel; return its uid."""
    return add_opportunity(owner, told(**more), now=EVENING).opportunity


def book(owner: User, uid: str) -> Held:
    """Return an opportunity as it is held."""
    return held(owner, Part(uid=uid))[0]
