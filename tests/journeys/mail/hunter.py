"""A candidate with a mailbox, a way out and a calendar on real servers, who lives at the pages."""

import re
from collections import Counter
from contextlib import closing
from datetime import date
from html import unescape

import icalendar
import msgspec

from afterword.accounts.models import User
from afterword.actions import due_work
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.preferences import Preferences, save_preferences
from afterword.etiquette import decode
from afterword.letters.profile import Profile
from afterword.mailbox import imap
from afterword.mailbox.box import Search, Use
from afterword.mailbox.folders import find
from afterword.mailbox.recognising import mime
from afterword.mailbox.server import Password
from tests.journeys.mail.letters import LENA_AT, MARTA_AT
from tests.journeys.serving import ZONE, Clock, moment
from tests.mailbox.keepers import DovecotKeeper
from tests.mailbox.servers.dovecot import PASSWORD
from tests.mailbox.servers.opensmtpd import OpenSmtpd
from tests.mailbox.servers.radicale import Radicale
from tests.web.reading import Browser, Page

APPLIED = {
    "timezone": str(ZONE),
    "opportunity": {"employer": "Corbel", "role": "planner", "country": "GB"},
    "people": [{"id": "lena", "name": "Lena Ruiz", "role": "hiring-manager", "email": LENA_AT}],
    "events": [{"on": "2026-02-20", "kind": "applied"}],
}
OPENING = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
NOTICE = re.compile(r'<(?:p class="notice"|div class="notice leaving")>(.*?)</p>', re.DOTALL)
DO = re.compile(r'<article class="item do".*?<h3>(.*?)</h3>', re.DOTALL)
AHEAD = re.compile(r"<li data-item.*?>(.*?)</li>", re.DOTALL)
ASKED = re.compile(r'action="/mail/([0-9a-f]+)"')
TAG = re.compile(r"<[^>]+>")


class Street(msgspec.Struct, frozen=True):
    """Where her mail comes in, where it goes out, and where her calendar lies."""

    read: DovecotKeeper
    write: OpenSmtpd
    calendars: Radicale
    calendar: str


class Today(msgspec.Struct, frozen=True):
    """What the page says: its first sentence, its notices, what there is to do, what is ahead."""

    opening: str
    notices: list[str]
    do: list[str]
    ahead: list[str]


class Hunter:
    """Marta, at one browser, with one opportunity."""

    def __init__(self, owner: User, browser: Browser, clock: Clock, street: Street) -> None:
        """Begin some days after she applied to Corbel, where she knows of Lena."""
        self.browser, self.clock, self.street = browser, clock, street
        signs = Profile(names=("Marta Lindqvist",))
        save_preferences(owner, Preferences(profile=signs, time_zone=str(ZONE)))
        told = decode.from_raw({**APPLIED, "now": clock.now.isoformat()})
        self.place = add_opportunity(owner, told, now=clock.now).opportunity

    def connects(self) -> list[str]:
        """Connect mailbox, way out and calendar in Settings; return what each page says."""
        read, write, desk = self.street.read.where, self.street.write.where, self.street.calendars
        let_in = {"address": MARTA_AT, "user": MARTA_AT, "password": PASSWORD}
        way_in = {"host": read.host, "port": str(read.port), "security": "tls"}
        way_out = {"host": write.host, "port": str(write.port), "security": "tls", "minutes": "10"}
        known = desk.credentials
        lies = {"url": f"{desk.url}/", "user": known.user, "password": known.secret}
        pages = (
            self.browser.post("mailbox", do="connect", **let_in, **way_in),
            self.browser.post("sending", do="test", on="yes", **way_out),
            self.browser.post("agenda", do="connect", **lies),
        )
        return [page.text for page in pages]

    def comes(self, raw: bytes, when: str) -> None:
        """Let a message come into her inbox."""
        self.street.read.put("INBOX", raw, moment(when))

    def at(self, when: str) -> Today:
        """Go on to a later moment, at which the due work has its turn; then open Today."""
        self.clock.move(when)
        jobs = (*due_work.JOBS, *due_work.SLOW)
        assert due_work.work(now=self.clock.now, jobs=jobs) == ()
        html = self.browser.open("today").html
        read = {"notices": NOTICE, "do": DO, "ahead": AHEAD}
        found = {name: [_words(one) for one in told.findall(html)] for name, told in read.items()}
        (opening,) = OPENING.findall(html)
        return Today(_words(opening), **found)

    def happened(self, what: str, **form: str) -> Page:
        """Log what happened, today."""
        day = self.clock.now.date().isoformat()
        return self.browser.post("log", self.place, what_happened=what, on=day, **form)

    def keeps(self, step: str, text: str, do: str = "save") -> Page:
        """Keep words for a step; return what the page says."""
        form = {"step": step, "channel": "email", "subject": "Planner", "text": text}
        return self.browser.post("write", self.place, do=do, **form)

    def releases(self, step: str, text: str) -> Page:
        """Say yes to a letter as it is shown; return the page of what is on its way."""
        shown = self.keeps(step, text, "release")
        assert text in unescape(shown.html)
        form = {"step": step, "to": LENA_AT, "subject": "Planner", "text": text}
        return self.browser.post("release", self.place, **form)

    def accepts(self) -> Page:
        """Follow Today to the message that wants a word, and say yes to what it proposes."""
        uid = ASKED.findall(self.browser.open("mail").html)[0]
        return self.browser.post("message", uid, do="accept", which="0")

    @property
    def calendar(self) -> dict[str, list[date]]:
        """What stands in her calendar, and when it begins."""
        found: dict[str, list[date]] = {}
        for raw in self.street.calendars.kept(self.street.calendar):
            for entry in icalendar.Calendar.from_ical(raw).events:
                found.setdefault(str(entry.get("SUMMARY")), []).append(entry.start)
        return found

    def lying_in(self, use: Use) -> list[tuple[str, str]]:
        """Return the subject and the words of each message in her folder for something."""
        with closing(imap.connect(self.street.read.where, Password(MARTA_AT, PASSWORD))) as box:
            folder = find(box.folders(), use)
            assert folder
            box.state(folder.name)
            uids = [uid for run in box.uids(folder.name, Search()) for uid in run]
            found = [mime.read(box.message(folder.name, uid) or b"") for uid in uids]
        return [(one.subject, one.text.strip()) for one in found]

    def delivered(self, letters: int) -> Counter[tuple[str, str]]:
        """Return how many copies of each letter have arrived, once there are so many letters."""
        raw = self.street.write.settled(lambda found: len(found) >= letters)
        found = map(mime.read, raw)
        return Counter((one.subject, one.text.strip()) for one in found)


def _words(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())
