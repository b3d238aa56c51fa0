"""What a message is, all questions asked in their order: the door of the room."""

from datetime import UTC, datetime

import msgspec

from afterword.mailbox.recognising import automatic, evidence, proposals, reply, sender
from afterword.mailbox.recognising.bounce import bounce, is_report
from afterword.mailbox.recognising.calendar import Invitation, invitation
from afterword.mailbox.recognising.classify import Case, classify
from afterword.mailbox.recognising.evidence import Evidence
from afterword.mailbox.recognising.hours import When, moments
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.promises import answer_by, promises
from afterword.mailbox.recognising.recognition import Recognition
from afterword.mailbox.recognising.sentences import Text

METHODS = {"CANCEL": Kind.CANCELLATION, "REPLY": Kind.CONFIRMATION, "COUNTER": Kind.RESCHEDULE}
OPEN = {  # where a date may follow that the employer will keep
    *(Kind.WE_NEED_MORE_TIME, Kind.HUMAN_REPLY, Kind.ACKNOWLEDGEMENT, Kind.CONFIRMATION),
    *(Kind.QUESTION_OR_REQUEST, Kind.OFFER, Kind.CANCELLATION, Kind.OTHER),
}
OFFERS = {Kind.OFFER, Kind.OFFER_LETTER}
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def recognise(message: Message, *, now: datetime = LONG_AGO) -> Recognition:
    """Return what a message is.

    Days in prose are counted from its Date header, or from `now` where there is none.
    """
    sent = message.sent or now
    own = reply.own_words(message)
    found = _bounced(message, own)
    if not found:
        case = _case(message, own, sent)
        found = _answered(case, sent) or _read(case, sent)
    proposed = tuple(proposals.events(found, message, sent))
    return msgspec.structs.replace(found, events=proposed)


def _bounced(message: Message, own: str) -> Recognition | None:
    """Return a bounce; asked first, because half of them say that they are automatic answers."""
    failed = bounce(message)
    if not failed:
        return None
    told = (Evidence(Kind.BOUNCE, failed.evidence),)
    return Recognition(
        Kind.BOUNCE, automatic=True, bounced=failed.addresses, reply=own, evidence=told
    )


def _case(message: Message, own: str, sent: datetime) -> Case:
    """Return a message as it is read: the sender's own words, below a subject of their own."""
    subject = message.subject if sender.is_titled_anew(message.subject) else ""
    body = reply.unquoted(own) or reply.everything(message)
    text = evidence.with_subject(body, subject)
    said = evidence.findings(text)
    told = {one.at for found in said.strong.values() for one in found}
    dated = frozenset(at for at in told if moments(text.sentences[at].quoted, sent))
    return Case(message, sender.writer(message), said, text, own, dated)


def _answered(case: Case, sent: datetime) -> Recognition | None:
    """Return an automatic answer, unless it is one to an application."""
    says = automatic.answer(case.message, case.own)
    away = says and automatic.is_away(case.message, case.own)
    if not says or is_report(case.message) or (case.says(Kind.ACKNOWLEDGEMENT) and not away):
        return None
    return Recognition(
        Kind.AUTO_REPLY,
        automatic=True,
        returns=automatic.returns(case.message.subject, case.own, sent),
        reply=case.own,
        evidence=(Evidence(Kind.AUTO_REPLY, says),),
    )


def _read(case: Case, sent: datetime) -> Recognition:
    """Return what a message says that is neither a bounce nor an absence."""
    message, text = case.message, case.text
    if is_report(message):
        return Recognition(Kind.OTHER, automatic=True, reply=case.own)
    asked = invitation(message.calendars, sent.tzinfo or UTC)
    kind, told = _asked(asked, case) if asked else classify(case)
    machine = automatic.is_machine(message)
    if machine and case.writer.answers and kind in {Kind.OTHER, Kind.HUMAN_REPLY}:
        kind = Kind.AUTO_REPLY
    return Recognition(
        kind,
        automatic=machine and not asked,
        human=case.writer.person and not machine,
        reply=case.own,
        invitation=asked,
        moments=_moments(text, told, sent),
        promises=promises(text, sent) if kind in OPEN else (),
        answer_by=answer_by(text, sent) if kind in OFFERS else None,
        evidence=(told,) if told else (),
    )


def _asked(asked: Invitation, case: Case) -> tuple[Kind, Evidence]:
    """Return what a calendar part asks for; a higher sequence moves what was agreed (RFC 5546)."""
    kind = METHODS.get(asked.method, Kind.INVITATION)
    if asked.cancelled or asked.declined:
        kind = Kind.CANCELLATION
    elif kind is Kind.INVITATION and (asked.sequence or case.says(Kind.RESCHEDULE)):
        kind = Kind.RESCHEDULE
    start = asked.start.isoformat() if asked.start else ""
    return kind, Evidence(kind, f"{asked.method or 'calendar'}: {asked.summary} {start}".strip())


def _moments(text: Text, told: Evidence | None, sent: datetime) -> tuple[When, ...]:
    """Return the moments that are named, those of the telling sentence first."""
    if not told or told.at >= len(text.sentences):
        return ()
    order = sorted(range(len(text.sentences)), key=lambda at: (at != told.at, at < told.at, at))
    return tuple(one for at in order for one in moments(text.sentences[at].quoted, sent))
