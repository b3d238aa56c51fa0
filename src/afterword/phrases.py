"""How acts, channels, people and moments are called when they are told to a person."""

from collections.abc import Sequence
from datetime import datetime

from afterword.etiquette.vocabulary import Act, AskWhom, Basis, Channel, Stage, Word
from afterword.tongue import gettext as _
from afterword.tongue import later, ngettext

TO_DO = {
    Act.THANK_YOU: later("Thank {}"),
    Act.CHECK_IN: later("Ask {} how things stand"),
    Act.REPLY: later("Answer {}"),
    Act.GRACIOUS_EXIT: later("Part graciously from {}"),
    Act.FEEDBACK_REQUEST: later("Ask {} for feedback"),
    Act.KEEP_IN_TOUCH: later("Keep in touch with {}"),
    Act.RE_APPROACH: later("Write to {} about the new opening"),
    Act.SHARE_OFFER_DEADLINE: later("Tell {} of the other offer and its date"),
    Act.CORRECTION: later("Put it right with {}"),
    Act.APOLOGY: later("Apologise to {}"),
    Act.SEND_MATERIAL: later("Send {} the material"),
    Act.ACKNOWLEDGE_OFFER: later("Thank {} for the offer"),
    Act.ASK_FOR_TIME: later("Ask {} for time to decide"),
    Act.NEGOTIATE: later("Talk with {} about the terms"),
    Act.ACCEPT: later("Accept towards {}"),
    Act.DECLINE: later("Decline towards {}"),
    Act.WITHDRAW: later("Withdraw towards {}"),
    Act.CONNECT: later("Connect with {}"),
    Act.INTRODUCE_NEW_FACT: later("Tell {} something new"),
    Act.GIFT: later("Give something to {}"),
    Act.COMPLAIN: later("Complain to {}"),
    Act.CONFRONT: later("Confront {}"),
    Act.RESEND: later("Send it to {} again"),
    Act.UPDATE_HELPER: later("Tell {} how it went"),
    Act.ASK_QUESTION: later("Ask {} a question"),
}

BY = {
    Channel.EMAIL: later("by e-mail"),
    Channel.HANDWRITTEN: later("in your own hand"),
    Channel.PHONE: later("by phone"),
    Channel.TEXT: later("by text message"),
    Channel.LINKEDIN: later("on LinkedIn"),
    Channel.SOCIAL: later("on a private network"),
    Channel.IN_PERSON: later("in person"),
    Channel.POST: later("by post"),
    Channel.DELIVERY: later("by delivery"),
    Channel.VIDEO: later("by video call"),
}

ANSWERS = {
    Word.GO: later("Go ahead."),
    Word.WAIT: later("Wait."),
    Word.ASK: later("Ask first."),
    Word.NO: later("No."),
    Word.STOP: later("Stop."),
}

ASKING = {
    AskWhom.PERSON: later("Ask whoever invited you."),
    AskWhom.RECRUITER: later("Ask your recruiter."),
    AskWhom.EMPLOYER_POLICY: later("Ask for the employer's policy on gifts."),
}

AUTHORITY = {
    Basis.LAW: later("law"),
    Basis.INSTRUCTION: later("what they told you"),
    Basis.SEED: later("the founding article"),
    Basis.CONSENSUS: later("everybody agrees"),
    Basis.MAJORITY: later("most agree"),
    Basis.DISPUTED: later("opinions differ"),
    Basis.HOUSE: later("your house rules"),
}

STAGES = {
    Stage.NOTHING_YET: later("nothing yet"),
    Stage.TAKEN_ELSEWHERE: later("you took another job"),
    Stage.PARTED: later("parted by agreement"),
}

COUNTS = (
    *(later("no"), later("one"), later("two"), later("three"), later("four"), later("five")),
    *(later("six"), later("seven"), later("eight"), later("nine"), later("ten")),
)
LONG_LIST = 3


def to_do(act: Act, names: Sequence[str]) -> str:
    """Return an act towards people as something to do: "Thank Lena"."""
    return _(TO_DO[act]).format(listed(names))


def done_by(act: Act, names: Sequence[str], channel: Channel | None) -> str:
    """Return an act with its way, where there is one: "Thank Lena by e-mail"."""
    what = to_do(act, names)
    return _("{act} {by}").format(act=what, by=_(BY[channel])) if channel else what


def listed(names: Sequence[str]) -> str:
    """Return names as a person lists them, and how many more there are."""
    if not names:
        return _("them")
    if len(names) > LONG_LIST:
        more = _("{count} more").format(count=len(names) - LONG_LIST)
        return _("{names} and {last}").format(names=", ".join(names[:LONG_LIST]), last=more)
    *most, last = names
    return _("{names} and {last}").format(names=", ".join(most), last=last) if most else last


def count(number: int) -> str:
    """Return a number as a word, where it has a short one."""
    return _(COUNTS[number]) if number < len(COUNTS) else str(number)


def opening(to_do: int, alone: int) -> str:
    """Return in a sentence how much there is to do now, and how much to leave alone."""
    if not to_do and not alone:
        return _("Nothing to do, and that is right.")
    things = ngettext("{number} thing to do", "{number} things to do", to_do)
    first = things.format(number=count(to_do).capitalize()) if to_do else _("Nothing to do today")
    if not alone:
        return f"{first}."
    rest = ngettext("{number} thing to leave alone", "{number} things to leave alone", alone)
    return f"{first}, {rest.format(number=count(alone))}."


def moment(when: datetime) -> str:
    """Return a moment for reading: "Tue 10 Mar, 09:00"."""
    return f"{when:%a} {when.day} {when:%b}, {when:%H:%M}"


def full_moment(when: datetime) -> str:
    """Return a moment with its year and zone."""
    return f"{when:%A} {when.day} {when:%B %Y}, {when:%H:%M} ({when.tzinfo})"


def stage(word: Stage) -> str:
    """Return how far it has come, for reading."""
    return STAGES.get(word, str(word))


def source(text: str) -> str:
    """Return a source for reading: the article by name, an address by its host."""
    if text == "seed":
        return _("the founding article")
    return text.partition("://")[2].partition("/")[0].removeprefix("www.")
