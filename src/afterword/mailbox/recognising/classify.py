"""What a message is, from what it says and who writes: the first question that fits answers.

Harm decides the order. A rejection that goes unnoticed leads to a nudge after a no, so it comes
before all that is pleasant; and an acknowledgement is never an invitation, however much it speaks
of interviews.
"""

import re
from collections.abc import Callable

import msgspec

from afterword.mailbox.recognising.evidence import Evidence, Findings
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.sender import Writer
from afterword.mailbox.recognising.sentences import Text
from afterword.mailbox.recognising.wording import FORM, PERSONAL

REJECTION = "rejection"
LETTER = re.compile(
    r"offer|contract|vertrag|promesse|angebot|employment|contrato|contrat", re.IGNORECASE
)
REGRET, DENIAL, ASKS, THANKS = "regret", "denial", "asks", "thanks"
ALIVE, ELSEWHERE, WORK, ADDRESSED = "alive", "elsewhere", "work", "addressed"
APPLICATION, INTERVIEW, FOOTER, SIGNING = "application", "interview", "footer", "signing"
OF_THE_HUNT = (
    REJECTION,
    Kind.ACKNOWLEDGEMENT,
    Kind.RESCHEDULE,
    Kind.CANCELLATION,
    Kind.CONFIRMATION,
)
LONGEST_LETTER = 35  # sentences
ENOUGH_HINTS = 3  # without a word of regret


class Case(msgspec.Struct, frozen=True):
    """What is known when it comes to deciding; `dated` lists the sentences that name a moment."""

    message: Message
    writer: Writer
    found: Findings
    text: Text
    own: str
    dated: frozenset[int] = frozenset()

    def says(self, what: str) -> Evidence | None:
        """Return the first sentence that says something."""
        return self.found.says(what)


Answer = Callable[[Case], Evidence | None]


def classify(case: Case) -> tuple[Kind, Evidence | None]:
    """Return what a message is, and the sentence that says so."""
    for kind, answer in QUESTIONS:
        evidence = answer(case)
        if evidence:
            return (_manner(case) if kind is Kind.FORM_REJECTION else kind), evidence
    return (Kind.HUMAN_REPLY if _is_human(case) else Kind.OTHER), None


def _newsletter(case: Case) -> Evidence | None:
    """Return what is sent to many; a letter about an application may carry the same footer."""
    praises, footer = case.says(Kind.NEWSLETTER), case.says(FOOTER)
    if not (case.writer.bulk or case.writer.no_reply) or case.writer.answers:
        return None
    if case.says(APPLICATION) or _interview(case):
        return None
    return praises or (None if _concerns(case) else footer)


def _concerns(case: Case) -> bool:
    """Return whether a letter is about the reader's own hunt; newsletters quote what others say."""
    if case.writer.relay or case.says(THANKS):
        return any(case.says(what) for what in OF_THE_HUNT)
    told = {one.at for one in case.found.strong.get(ADDRESSED, ())}
    return any(
        what != REJECTION or one.at in told
        for what in OF_THE_HUNT
        for one in case.found.strong.get(what, ())
    )


def _interview(case: Case) -> bool:
    """Return whether an invitation is one to an interview, and not to a webinar."""
    interviews = {one.at for one in case.found.strong.get(INTERVIEW, ())}
    return any(one.at in interviews for one in case.found.strong.get(Kind.INVITATION, ()))


def _offer_letter(case: Case) -> Evidence | None:
    found = case.says(Kind.OFFER_LETTER)
    attached = any(LETTER.search(name) for name in case.message.attachments)
    if found and (case.message.attachments or case.says(SIGNING)):
        return found
    if attached and not case.says(REJECTION):
        return Evidence(Kind.OFFER_LETTER, ", ".join(case.message.attachments))
    return None


def _rejection(case: Case) -> Evidence | None:
    """Return a no that is said outright; a letter with an offer may tell of one to others."""
    if _lives_on(case) or _courts(case):
        return None
    said = case.found.strong.get(REJECTION, ())
    told = {one.at for one in case.found.strong.get(ADDRESSED, ())}
    pleasant = {
        one.at
        for what in (Kind.OFFER, Kind.RECRUITER_OUTREACH)
        for one in case.found.strong.get(what, ())
    }
    found = next((one for one in said if one.at in told or pleasant <= {one.at}), None)
    return None if not found or _another_chance(case, found) else found


def _lives_on(case: Case) -> bool:
    """Return whether nothing ended: they are still considered, or it was never about a job."""
    return bool(case.says(ALIVE) or (case.says(ELSEWHERE) and not case.says(WORK)))


def _another_chance(case: Case, no: Evidence) -> bool:
    """Return whether, after a no for one role, they ask for a talk about another."""
    return any(
        one.at >= no.at and one.at in case.dated and one.sentence.endswith("?")
        for one in case.found.strong.get(Kind.INVITATION, ())
    )


def _courts(case: Case) -> bool:
    """Return whether a stranger asks for interest in something else, whatever did not fit."""
    return not case.writer.answers and any(
        one.sentence.endswith("?") for one in case.found.strong.get(Kind.RECRUITER_OUTREACH, ())
    )


def _denied(case: Case) -> Evidence | None:
    """Return a sentence that denies something with regret: "Sadly, there was no match".

    Where a question follows, what is denied is a condition: "Sadly no remote work; is that fine?"
    """
    if _wants_something(case) or _is_long(case) or _lives_on(case):
        return None
    if any(one.quoted.endswith("?") for one in case.text.sentences):
        return None
    regrets = {one.at for one in case.found.strong.get(REGRET, ())}
    denials = case.found.strong.get(DENIAL, ())
    for one in denials:
        if one.at in regrets or (one.at + 1 in regrets and case.found.hints(REJECTION)):
            return one
    return None


def _is_long(case: Case) -> bool:
    """Return whether a text is longer than letters that say no: hints add up by chance there."""
    return len(case.text.sentences) > LONGEST_LETTER


def _hinted_rejection(case: Case) -> Evidence | None:
    """Return what hints at a no that is not said outright, beside a word of regret."""
    if case.says(Kind.ACKNOWLEDGEMENT) or _wants_something(case) or _is_long(case):
        return None
    if _lives_on(case):
        return None
    regret, denial = case.says(REGRET), case.says(DENIAL)
    hints = case.found.hints(REJECTION)
    if regret and hints and denial:
        return denial
    if (regret or denial) and hints >= ENOUGH_HINTS - 1:
        return regret or denial
    return case.found.weak[REJECTION][0] if hints >= ENOUGH_HINTS else None


def _hinted_acknowledgement(case: Case) -> Evidence | None:
    """Return thanks for an application beside what will happen to it."""
    return case.says(THANKS) if case.found.hints(Kind.ACKNOWLEDGEMENT) else None


def _reschedule(case: Case) -> Evidence | None:
    """Return what moves a talk; what is cancelled until further notice is only cancelled."""
    found = case.says(Kind.RESCHEDULE)
    moved = any(
        one.at in case.dated or "?" in one.sentence
        for one in case.found.strong.get(Kind.RESCHEDULE, ())
    )
    return found if moved or not case.says(Kind.CANCELLATION) else None


def _acknowledgement(case: Case) -> Evidence | None:
    found = case.says(Kind.ACKNOWLEDGEMENT)
    if not found or (case.says(Kind.WE_NEED_MORE_TIME) and case.writer.person):
        return None
    return None if _asks_for_talk(case) else found


def _asks_for_talk(case: Case) -> bool:
    """Return whether an invitation is meant now: it names a moment, or asks something."""
    return any(
        one.at in case.dated or one.sentence.endswith("?")
        for one in case.found.strong.get(Kind.INVITATION, ())
    )


def _confirmation(case: Case) -> Evidence | None:
    """Return what confirms a talk; "see you in our shop" below a no is no more than polite."""
    found = None if _denied(case) and not case.dated else case.says(Kind.CONFIRMATION)
    asks = case.says(Kind.INVITATION)
    if found and asks and asks.sentence.endswith("?"):
        return None
    return found if found and (case.dated or not asks) else None


def _outreach(case: Case) -> Evidence | None:
    found = case.found.strong.get(Kind.RECRUITER_OUTREACH, ())
    if len({one.phrase for one in found}) < (3 if case.writer.answers else 1):
        return None
    if case.dated and case.says(Kind.INVITATION) and len(found) == 1:
        return None
    return found[0]


def _question(case: Case) -> Evidence | None:
    found = case.found.strong.get(Kind.QUESTION_OR_REQUEST, ())
    asked = (one for one in case.found.strong.get(ASKS, ()) if one.sentence.endswith("?"))
    return min((*found, *asked), key=lambda one: one.at, default=None)


def _wants_something(case: Case) -> bool:
    """Return whether something is asked for; what is lacking then is no more than that."""
    return any(
        one.phrase.startswith(("(could", "please")) and "survey" not in one.sentence
        for one in case.found.strong.get(Kind.QUESTION_OR_REQUEST, ())
    )


def _plain(kind: Kind) -> Answer:
    return lambda case: case.says(kind)


QUESTIONS: tuple[tuple[Kind, Answer], ...] = (
    (Kind.NEWSLETTER, _newsletter),
    (Kind.FORM_REJECTION, _rejection),
    (Kind.OFFER_LETTER, _offer_letter),
    (Kind.OFFER, _plain(Kind.OFFER)),
    (Kind.RECRUITER_OUTREACH, _outreach),
    (Kind.RESCHEDULE, _reschedule),
    (Kind.CANCELLATION, _plain(Kind.CANCELLATION)),
    (Kind.ACKNOWLEDGEMENT, _acknowledgement),
    (Kind.CONFIRMATION, _confirmation),
    (Kind.WE_NEED_MORE_TIME, _plain(Kind.WE_NEED_MORE_TIME)),
    (Kind.INVITATION, _plain(Kind.INVITATION)),
    (Kind.FORM_REJECTION, _denied),
    (Kind.FORM_REJECTION, _hinted_rejection),
    (Kind.ACKNOWLEDGEMENT, _hinted_acknowledgement),
    (Kind.QUESTION_OR_REQUEST, _question),
)


def _manner(case: Case) -> Kind:
    """Return whether somebody said no in their own words, or a form did."""
    if not case.writer.person and not case.writer.answers:
        return Kind.FORM_REJECTION
    leaning = case.found.hints(PERSONAL) - case.found.hints(FORM)
    return Kind.PERSONAL_REJECTION if leaning > 0 else Kind.FORM_REJECTION


def _is_human(case: Case) -> bool:
    return case.writer.answers and not (case.writer.bulk or case.writer.no_reply)
