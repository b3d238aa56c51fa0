"""Marta as those complaints would find her: at the pages, with a mailbox in memory behind them."""

import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from typing import Any

from afterword.accounts.models import User
from afterword.actions import due_work
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.preferences import Preferences, save_preferences
from afterword.etiquette import decode
from afterword.letters.profile import Profile
from afterword.mailbox.box import Box
from afterword.mailbox.memory import Memory, MemoryBox
from afterword.mailbox.recognising import mime
from afterword.mailbox.server import Credentials, Server
from afterword.mailbox.trouble import Trouble
from tests.journeys.mail.hunter import DO, OPENING
from tests.journeys.mail.letters import LENA as WHO
from tests.journeys.mail.letters import LENA_AT, MARTA_AT, letter
from tests.journeys.serving import ZONE, Clock, moment
from tests.mailbox.keepers import MemoryKeeper
from tests.web.reading import Browser, Page

SECRET = "xyzzy-1234"  # noqa: S105  a test's own
CONNECTING = {
    "address": MARTA_AT,
    "user": MARTA_AT,
    "host": "imap.home.example",
    "port": "993",
    "security": "tls",
    "password": SECRET,
}
LENA = {"id": "lena", "name": "Lena Ruiz", "role": "hiring-manager", "email": LENA_AT}
THANKED = (
    {"on": "2026-02-20", "kind": "applied"},
    {"on": "2026-03-03T14:00:00", "kind": "interview", "with": ["lena"], "impression": "uncertain"},
    {
        "on": "2026-03-03T18:00:00",
        "kind": "sent",
        "act": "thank-you",
        "channel": "email",
        "to": ["lena"],
    },
)
APPLIED = THANKED[:1]
MET = {"on": "2026-03-03T14:00:00", "kind": "interview", "with": ["lena"], "impression": "well"}
CHECK_IN = "check-in:lena"
DUE = "2026-03-16 12:00"
"""When it is right to ask Lena how things stand, unless she wrote."""
TAG = re.compile(r"<[^>]+>")
HAPPENED = re.compile(r'<span class="unseen">happened: </span>(.*?)</span>')
STAGE = re.compile(r"<dt>Stage</dt><dd>(.*?)</dd>")
MESSAGE = re.compile(r'<article class="item.*?</article>', re.DOTALL)
LINK = re.compile(r'href="/mail/([0-9a-f]+)"|action="/mail/([0-9a-f]+)"')


class Watched(MemoryBox):
    """A mailbox in memory that notes which messages were opened."""

    def __init__(self, memory: Memory, opened: list[bytes]) -> None:
        """Connect."""
        super().__init__(memory)
        self._opened = opened

    def message(self, folder: str, uid: int) -> bytes | None:
        """Open a message."""
        raw = super().message(folder, uid)
        self._opened.append(raw or b"")
        return raw


class Candidate:
    """Marta, at one browser, and the other hands on her mailbox.

    With `trouble`, the server meets whoever asks. `asked` are those who did, and `read` holds the
    messages that were opened, as far as more than their heads was asked for.
    """

    def __init__(self, owner: User, browser: Browser, clock: Clock) -> None:
        """Begin with no opportunity and no mailbox connected."""
        self.owner, self.browser, self.clock = owner, browser, clock
        self.keeper = MemoryKeeper()
        self.trouble: Trouble | None = None
        self.asked: list[tuple[Server, Credentials]] = []
        self.read: list[bytes] = []
        signs = Profile(names=("Marta Lindqvist",))
        save_preferences(owner, Preferences(profile=signs, time_zone=str(ZONE)))

    def pursues(
        self,
        employer: str = "Corbel",
        role: str = "planner",
        *,
        people: tuple[Mapping[str, str], ...] = (LENA,),
        events: tuple[Mapping[str, Any], ...] = THANKED,
    ) -> str:
        """Write an opportunity down; return its uid. At Corbel, Lena was thanked after a talk."""
        raw = {
            "now": self.clock.now.isoformat(),
            "timezone": str(ZONE),
            "opportunity": {"employer": employer, "role": role, "country": "GB"},
            "people": people,
            "events": events,
        }
        return add_opportunity(self.owner, decode.from_raw(raw), now=self.clock.now).opportunity

    def connects(self, **more: str) -> Page:
        """Connect the mailbox on its page."""
        return self.browser.post("mailbox", do="connect", **{**CONNECTING, **more})

    def opened(self, server: Server, credentials: Credentials, *, patience: float) -> Box:
        """Open the mailbox in the place of IMAP, or meet whoever asks with trouble."""
        del patience
        self.asked.append((server, credentials))
        if self.trouble:
            raise self.trouble
        return Watched(self.keeper.memory, self.read)

    def comes(self, raw: bytes, when: str, folder: str = "INBOX") -> int:
        """Let a message come in; return its uid there."""
        return self.keeper.put(folder, raw, moment(when))

    def at(self, when: str) -> Page:
        """Go on to a later moment, at which the due work has its turn; then open Today."""
        self.clock.move(when)
        self.works()
        return self.browser.open("today")

    def works(self) -> None:
        """Let the due work have its turn."""
        assert due_work.work(now=self.clock.now, jobs=(*due_work.JOBS, *due_work.SLOW)) == ()

    def keeps(self, uid: str, text: str) -> Page:
        """Keep words for the check-in with Lena."""
        form = {"step": CHECK_IN, "channel": "email", "subject": "Planner", "text": text}
        return self.browser.post("write", uid, do="save", **form)

    def shown(self) -> list[str]:
        """Return what the page Mail says of each message, what waits for a word first."""
        return [said for _, said in cards(self.browser.open("mail"))]

    def happened(self, uid: str) -> list[str]:
        """Return what happened in an opportunity, as its page tells it, oldest first."""
        return [words(one) for one in HAPPENED.findall(self.browser.open("opportunity", uid).html)]

    def stage(self, uid: str) -> str:
        """Return where an opportunity stands, as its page says."""
        (stage,) = STAGE.findall(self.browser.open("opportunity", uid).html)
        return words(stage)

    @property
    def drafts(self) -> list[str]:
        """The words of what lies in the mailbox's own drafts."""
        found = self.keeper.memory["Drafts"].messages.values()
        return [mime.read(one.raw).text.strip() for one in found]


def mail(text: str, on: str, subject: str = "Your visit", sender: str = WHO, **more: str) -> bytes:
    """Return a message to Marta, of a moment of her day; headers are named with underscores."""
    name = sha256(f"{sender} {on} {subject} {text}".encode()).hexdigest()[:16]
    return letter(text, on, subject, **{"from": sender, "message_id": f"<{name}@x.example>"} | more)


def lena_of(employer: str) -> dict[str, str]:
    """Return a Lena of another employer, with an address there."""
    return {**LENA, "email": f"lena@{employer.lower()}.example"}


def opening(today: Page) -> str:
    """Return the first sentence of Today."""
    (said,) = OPENING.findall(today.html)
    return words(said)


def to_do(today: Page) -> list[str]:
    """Return what there is to do, as Today names it."""
    return [words(one) for one in DO.findall(today.html)]


def cards(page: Page) -> list[tuple[str, str]]:
    """Return each message that a page lists: its uid, and what is said of it."""
    found = []
    for html in MESSAGE.findall(page.html):
        link = LINK.search(html)
        assert link
        found.append((link[1] or link[2], words(html)))
    return found


def words(html: str) -> str:
    """Return what a piece of a page says; however a hyphen is kept from breaking, it is one."""
    return " ".join(unescape(TAG.sub(" ", html)).replace("\u2011", "-").split())
