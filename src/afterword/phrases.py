"""How acts, channels, people and moments are called when they are told to a person."""

from collections.abc import Sequence
from datetime import datetime

from afterword.etiquette.vocabulary import Act, AskWhom, Basis, Channel, Stage, Word

TO_DO = {
    Act.THANK_YOU: "Thank {}",
    Act.CHECK_IN: "Ask {} how things stand",
    Act.REPLY: "Answer {}",
    Act.GRACIOUS_EXIT: "Part graciously from {}",
    Act.FEEDBACK_REQUEST: "Ask {} for feedback",
    Act.KEEP_IN_TOUCH: "Keep in touch with {}",
    Act.RE_APPROACH: "Write to {} about the new opening",
    Act.SHARE_OFFER_DEADLINE: "Tell {} of the other offer and its date",
    Act.CORRECTION: "Put it right with {}",
    Act.APOLOGY: "Apologise to {}",
    Act.SEND_MATERIAL: "Send {} the material",
    Act.ACKNOWLEDGE_OFFER: "Thank {} for the offer",
    Act.ASK_FOR_TIME: "Ask {} for time to decide",
    Act.NEGOTIATE: "Talk with {} about the terms",
    Act.ACCEPT: "Accept towards {}",
    Act.DECLINE: "Decline towards {}",
    Act.WITHDRAW: "Withdraw towards {}",
    Act.CONNECT: "Connect with {}",
    Act.INTRODUCE_NEW_FACT: "Tell {} something new",
    Act.GIFT: "Give something to {}",
    Act.COMPLAIN: "Complain to {}",
    Act.CONFRONT: "Confront {}",
    Act.RESEND: "Send it to {} again",
    Act.UPDATE_HELPER: "Tell {} how it went",
    Act.ASK_QUESTION: "Ask {} a question",
}

BY = {
    Channel.EMAIL: "by e-mail",
    Channel.HANDWRITTEN: "in your own hand",
    Channel.PHONE: "by phone",
    Channel.TEXT: "by text message",
    Channel.LINKEDIN: "on LinkedIn",
    Channel.SOCIAL: "on a private network",
    Channel.IN_PERSON: "in person",
    Channel.POST: "by post",
    Channel.DELIVERY: "by delivery",
    Channel.VIDEO: "by video call",
}

ANSWERS = {
    Word.GO: "Go ahead.",
    Word.WAIT: "Wait.",
    Word.ASK: "Ask first.",
    Word.NO: "No.",
    Word.STOP: "Stop.",
}

ASKING = {
    AskWhom.PERSON: "Ask whoever invited you.",
    AskWhom.RECRUITER: "Ask your recruiter.",
    AskWhom.EMPLOYER_POLICY: "Ask for the employer's policy on gifts.",
}

AUTHORITY = {
    Basis.LAW: "law",
    Basis.INSTRUCTION: "what they told you",
    Basis.SEED: "the founding article",
    Basis.CONSENSUS: "everybody agrees",
    Basis.MAJORITY: "most agree",
    Basis.DISPUTED: "opinions differ",
    Basis.HOUSE: "your house rules",
}

STAGES = {
    Stage.NOTHING_YET: "nothing yet",
    Stage.TAKEN_ELSEWHERE: "you took another job",
    Stage.PARTED: "parted by agreement",
}

LONG_LIST = 3


def to_do(act: Act, names: Sequence[str]) -> str:
    """Return an act towards people as something to do: "Thank Lena"."""
    return TO_DO[act].format(listed(names))


def listed(names: Sequence[str]) -> str:
    """Return names as a person lists them, and how many more there are."""
    if not names:
        return "them"
    if len(names) > LONG_LIST:
        return f"{', '.join(names[:LONG_LIST])} and {len(names) - LONG_LIST} more"
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


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
        return "the founding article"
    return text.partition("://")[2].partition("/")[0].removeprefix("www.")
