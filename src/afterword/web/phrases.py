"""How acts, channels, stages and verdicts are called on the pages, ready to be translated."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from afterword.etiquette.vocabulary import Act, AskWhom, Basis, Channel, Role, Sector, Stage, Word

TO_DO: dict[Act, str | Promise] = {
    Act.THANK_YOU: lazy("Thank %(name)s"),
    Act.CHECK_IN: lazy("Ask %(name)s how things stand"),
    Act.REPLY: lazy("Answer %(name)s"),
    Act.GRACIOUS_EXIT: lazy("Part graciously from %(name)s"),
    Act.FEEDBACK_REQUEST: lazy("Ask %(name)s for feedback"),
    Act.KEEP_IN_TOUCH: lazy("Keep in touch with %(name)s"),
    Act.RE_APPROACH: lazy("Write to %(name)s about the new opening"),
    Act.SHARE_OFFER_DEADLINE: lazy("Tell %(name)s of the other offer and its date"),
    Act.CORRECTION: lazy("Put it right with %(name)s"),
    Act.APOLOGY: lazy("Apologise to %(name)s"),
    Act.SEND_MATERIAL: lazy("Send %(name)s the material"),
    Act.ACKNOWLEDGE_OFFER: lazy("Thank %(name)s for the offer"),
    Act.ASK_FOR_TIME: lazy("Ask %(name)s for time to decide"),
    Act.NEGOTIATE: lazy("Talk with %(name)s about the terms"),
    Act.ACCEPT: lazy("Accept towards %(name)s"),
    Act.DECLINE: lazy("Decline towards %(name)s"),
    Act.WITHDRAW: lazy("Withdraw towards %(name)s"),
    Act.CONNECT: lazy("Connect with %(name)s"),
    Act.INTRODUCE_NEW_FACT: lazy("Tell %(name)s something new"),
    Act.GIFT: lazy("Give something to %(name)s"),
    Act.COMPLAIN: lazy("Complain to %(name)s"),
    Act.CONFRONT: lazy("Confront %(name)s"),
    Act.RESEND: lazy("Send it to %(name)s again"),
    Act.UPDATE_HELPER: lazy("Tell %(name)s how it went"),
    Act.ASK_QUESTION: lazy("Ask %(name)s a question"),
}

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

BY: dict[Channel, str | Promise] = {
    Channel.EMAIL: lazy("by e-mail"),
    Channel.HANDWRITTEN: lazy("in your own hand"),
    Channel.PHONE: lazy("by phone"),
    Channel.TEXT: lazy("by text message"),
    Channel.LINKEDIN: lazy("on LinkedIn"),
    Channel.SOCIAL: lazy("on a private network"),
    Channel.IN_PERSON: lazy("in person"),
    Channel.POST: lazy("by post"),
    Channel.DELIVERY: lazy("by delivery"),
    Channel.VIDEO: lazy("by video call"),
}

ANSWERS: dict[Word, str | Promise] = {
    Word.GO: lazy("Go ahead."),
    Word.WAIT: lazy("Wait."),
    Word.ASK: lazy("Ask first."),
    Word.NO: lazy("No."),
    Word.STOP: lazy("Stop."),
}

MARKS: dict[Word, str | Promise] = {
    Word.GO: lazy("Go ahead"),
    Word.WAIT: lazy("Wait"),
    Word.ASK: lazy("Ask first"),
    Word.NO: lazy("Do not"),
    Word.STOP: lazy("Stop"),
}

ASKING: dict[AskWhom, str | Promise] = {
    AskWhom.PERSON: lazy("Ask whoever invited you."),
    AskWhom.RECRUITER: lazy("Ask your recruiter."),
    AskWhom.EMPLOYER_POLICY: lazy("Ask for the employer’s policy on gifts."),
}

AUTHORITY: dict[Basis, str | Promise] = {
    Basis.LAW: lazy("law"),
    Basis.INSTRUCTION: lazy("what they told you"),
    Basis.SEED: lazy("the founding article"),
    Basis.CONSENSUS: lazy("everybody agrees"),
    Basis.MAJORITY: lazy("most agree"),
    Basis.DISPUTED: lazy("opinions differ"),
    Basis.HOUSE: lazy("your house rules"),
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

LONG_LIST = 3
EVENING = 17
WEEK = timedelta(days=7)


def to_do(act: Act, names: Sequence[str]) -> str:
    """Return an act towards people as something to do: "Thank Lena"."""
    return str(TO_DO[act]) % {"name": listed(names)}


def listed(names: Sequence[str]) -> str:
    """Return names as a person lists them, and how many more there are."""
    if not names:
        return _("them")
    if len(names) > LONG_LIST:
        more = _("%(count)d more") % {"count": len(names) - LONG_LIST}
        return _("%(names)s and %(last)s") % {"names": ", ".join(names[:LONG_LIST]), "last": more}
    *most, last = names
    return _("%(names)s and %(last)s") % {"names": ", ".join(most), "last": last} if most else last


def moment(when: datetime, now: datetime) -> str:
    """Return a moment as one speaks of it: "tonight", "tomorrow, 14:00", "Fri 27 Nov, 17:00"."""
    local = now.astimezone(when.tzinfo)
    days = (when.date() - local.date()).days
    at = date_format(when, "H:i")
    if days == 0:
        return _("tonight") if when.hour >= EVENING else _("today, %(time)s") % {"time": at}
    if days == 1:
        return _("tomorrow, %(time)s") % {"time": at}
    return _("%(day)s, %(time)s") % {"day": day(when), "time": at}


def day(when: datetime) -> str:
    """Return the day of a moment: "Fri 27 Nov"."""
    return date_format(when, "D j M")


def source(text: str) -> str:
    """Return a source for reading: the article by its name, an address by its host."""
    if text == "seed":
        return _("the founding article")
    return text.partition("://")[2].partition("/")[0].removeprefix("www.") or text
