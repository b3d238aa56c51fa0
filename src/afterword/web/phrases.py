"""How acts, channels, stages and verdicts are called on the pages, ready to be translated."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from afterword import phrases
from afterword.actions.items import After
from afterword.etiquette.vocabulary import Act, AskWhom, Basis, Channel, Role, Sector, Stage, Word
from afterword.letters.profile import Register
from afterword.phrases import count, done_by, listed, opening, to_do
from afterword.web import dates

__all__ = ["count", "done_by", "listed", "opening", "to_do"]  # said in the same words everywhere

ACTS: dict[Act, str | Promise] = {
    Act.THANK_YOU: lazy("thank somebody"),
    Act.CHECK_IN: lazy("ask how things stand"),
    Act.REPLY: lazy("answer"),
    Act.GRACIOUS_EXIT: lazy("say a gracious goodbye"),
    Act.FEEDBACK_REQUEST: lazy("ask for feedback"),
    Act.KEEP_IN_TOUCH: lazy("keep in touch"),
    Act.RE_APPROACH: lazy("write about a new opening"),
    Act.SHARE_OFFER_DEADLINE: lazy("tell them of another offer"),
    Act.CORRECTION: lazy("put a mistake right"),
    Act.APOLOGY: lazy("apologise"),
    Act.SEND_MATERIAL: lazy("send material"),
    Act.ACKNOWLEDGE_OFFER: lazy("thank them for the offer"),
    Act.ASK_FOR_TIME: lazy("ask for time to decide"),
    Act.NEGOTIATE: lazy("talk about the terms"),
    Act.ACCEPT: lazy("accept"),
    Act.DECLINE: lazy("decline"),
    Act.WITHDRAW: lazy("withdraw"),
    Act.CONNECT: lazy("connect online"),
    Act.INTRODUCE_NEW_FACT: lazy("tell them something new"),
    Act.GIFT: lazy("give something"),
    Act.COMPLAIN: lazy("complain"),
    Act.CONFRONT: lazy("confront them"),
    Act.RESEND: lazy("send it again"),
    Act.UPDATE_HELPER: lazy("tell a helper how it went"),
    Act.ASK_QUESTION: lazy("ask a question"),
}

BY: dict[Channel, str | Promise] = {way: lazy(text) for way, text in phrases.BY.items()}
ANSWERS: dict[Word, str | Promise] = {word: lazy(text) for word, text in phrases.ANSWERS.items()}

MARKS: dict[Word, str | Promise] = {
    Word.GO: lazy("Go ahead"),
    Word.WAIT: lazy("Wait"),
    Word.ASK: lazy("Ask first"),
    Word.NO: lazy("Do not"),
    Word.STOP: lazy("Stop"),
}

ASKING: dict[AskWhom, str | Promise] = {one: lazy(text) for one, text in phrases.ASKING.items()}
AUTHORITY: dict[Basis, str | Promise] = {
    basis: lazy(text) for basis, text in phrases.AUTHORITY.items()
}

STAGES: dict[Stage, str | Promise] = {
    Stage.NOTHING_YET: lazy("nothing yet"),
    Stage.APPLIED: lazy("applied"),
    Stage.INVITED: lazy("interview agreed"),
    Stage.INTERVIEWED: lazy("interviewed"),
    Stage.PARTED: lazy("parted by agreement"),
    Stage.REJECTED: lazy("they said no"),
    Stage.FILLED: lazy("filled by another"),
    Stage.OFFERED: lazy("offer made"),
    Stage.ACCEPTED: lazy("accepted"),
    Stage.STARTED: lazy("started"),
    Stage.DECLINED: lazy("declined"),
    Stage.WITHDRAWN: lazy("withdrawn"),
    Stage.TAKEN_ELSEWHERE: lazy("you took another job"),
}

ROLES: dict[Role, str | Promise] = {
    Role.HIRING_MANAGER: lazy("hiring manager"),
    Role.INTERVIEWER: lazy("interviewer"),
    Role.HR: lazy("human resources"),
    Role.COORDINATOR: lazy("coordinator"),
    Role.AGENCY_RECRUITER: lazy("agency recruiter"),
    Role.EXECUTIVE: lazy("executive"),
    Role.REFERENCE: lazy("reference"),
    Role.REFERRER: lazy("referred me"),
    Role.MENTOR: lazy("mentor"),
    Role.ASSISTANT: lazy("assistant"),
    Role.OTHER: lazy("somebody else"),
}

SECTORS: dict[Sector, str | Promise] = {
    Sector.OTHER: lazy("something else"),
    Sector.ACADEMIA: lazy("universities and research"),
    Sector.CREATIVE: lazy("arts and media"),
    Sector.FINANCE: lazy("finance"),
    Sector.GOVERNMENT: lazy("government"),
    Sector.HEALTHCARE: lazy("health care"),
    Sector.HOSPITALITY: lazy("hotels and restaurants"),
    Sector.LAW: lazy("law"),
    Sector.NONPROFIT: lazy("charities"),
    Sector.RETAIL: lazy("shops"),
    Sector.SALES: lazy("sales"),
    Sector.STARTUP: lazy("start-ups"),
    Sector.STATE_OWNED: lazy("state-owned companies"),
    Sector.TECH: lazy("technology"),
}

REGISTERS: dict[Register, str | Promise] = {
    Register.PLAIN: lazy("plain"),
    Register.WARM_FORMAL: lazy("warm and formal"),
    Register.FORMAL: lazy("formal"),
}

SUFFIX = re.compile(r"\.(?:html?|php|aspx?)$")
FEWEST_WORDS = 3
NOON, EVENING = 12, 17
ROUND = 15  # minutes: hours that somebody named are on a quarter
WEEK = SUNDAY = 7


def moment(when: datetime, now: datetime) -> str:
    """Return a moment as one speaks of it: "tonight", "tomorrow, 14:00", "Fri 27 Nov, 17:00".

    One at an odd minute comes of counting hours, and is told by the part of its day.
    """
    local = now.astimezone(when.tzinfo)
    days = (when.date() - local.date()).days
    if days == 0 and when.hour >= EVENING:
        return _("tonight")
    if when.minute % ROUND:
        return _about(when, days, now)
    day = dates.short(when, now)
    told = {0: _("today, %(time)s"), 1: _("tomorrow, %(time)s")}.get(days, _("%(day)s, %(time)s"))
    return told % {"day": day, "time": dates.time(when)}


def _about(when: datetime, days: int, now: datetime) -> str:
    part = 0 if when.hour < NOON else 1 if when.hour < EVENING else 2
    match days:
        case 0:
            return (_("this morning"), _("this afternoon"))[part]
        case 1:
            return (_("tomorrow morning"), _("tomorrow afternoon"), _("tomorrow evening"))[part]
    parts = (_("%(day)s, morning"), _("%(day)s, afternoon"), _("%(day)s, evening"))
    return parts[part] % {"day": dates.short(when, now)}


def ahead(opens: Iterable[datetime], now: datetime) -> str:
    """Return what to call what comes: a Monday's things are no longer of a Friday's week."""
    last = max((when for when in opens), default=now)
    today = now.astimezone(last.tzinfo).date()
    sunday = today + timedelta(days=SUNDAY - today.isoweekday())
    return _("Later this week") if last.date() <= sunday else _("In the coming days")


def details(number: int) -> str:
    """Return how much of a letter only this conversation can have told; two details are enough."""
    match number:
        case 0:
            return _("no detail of your talk yet: two are good")
        case 1:
            return _("one detail of your talk: two are better")
    return _("details of your talk ✓")


def ago(when: date, today: date) -> str:
    """Return a day that has been, as one speaks of it: "yesterday", "on Friday", "on 3 Nov"."""
    days = (today - when).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if 1 < days < WEEK:
        return _("on %(day)s") % {"day": dates.weekday(when)}
    return _("on %(day)s") % {"day": dates.short(when, today)}


SINCE: dict[str, str | Promise] = {
    "interview": lazy("You met %(when)s."),
    "offered": lazy("Their offer came %(when)s."),
    "rejected": lazy("They said no %(when)s."),
    "parted": lazy("You parted %(when)s."),
    "reply": lazy("They wrote %(when)s."),
    "question": lazy("They asked %(when)s."),
    "invitation": lazy("They invited you %(when)s."),
}


def since(after: After | None, today: date) -> str:
    """Return what a step follows on, in a sentence: "You met on Friday."."""
    if after is None or after.what not in SINCE or after.on > today:
        return ""
    return str(SINCE[after.what]) % {"when": ago(after.on, today)}


def wanting(messages: int) -> str:
    """Return how many messages wait for a word: "Two messages want a word from you."."""
    told = ngettext(
        "%(count)s message wants a word from you.",
        "%(count)s messages want a word from you.",
        messages,
    )
    return told % {"count": phrases.count(messages).capitalize()}


def about(address: str) -> str:
    """Return what a page is about, as far as the end of its address tells in words."""
    parts = [part for part in urlsplit(address).path.split("/") if part]
    for part in reversed(parts):
        words = SUFFIX.sub("", part).replace("_", "-").replace("+", "-").split("-")
        told = [word for word in words if word and not word.isdigit()]
        if len(told) >= FEWEST_WORDS and all(map(str.isalnum, told)):
            return " ".join(told).capitalize()
    return ""


def source(text: str) -> str:
    """Return a source for reading: the article by its name, an address by its host."""
    return phrases.source(text) or text
