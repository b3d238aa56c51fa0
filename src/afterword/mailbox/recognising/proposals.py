"""What a message would add to the journal, in the situation format; the person confirms it.

People are named by their addresses here; who that is in an opportunity is matched later.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from afterword.etiquette.events import (
    Absent,
    Event,
    InterviewMissed,
    InterviewScheduled,
    Offered,
    Promised,
    Received,
    Rejected,
    Requested,
)
from afterword.etiquette.moment import Moment
from afterword.etiquette.vocabulary import Channel, Inbound, Side, Wish
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.recognition import Recognition
from afterword.mailbox.recognising.sender import writer

RECEIVED = {
    Kind.INVITATION: Inbound.INVITATION,
    Kind.RESCHEDULE: Inbound.INVITATION,
    Kind.HUMAN_REPLY: Inbound.REPLY,
    Kind.WE_NEED_MORE_TIME: Inbound.REPLY,
    Kind.QUESTION_OR_REQUEST: Inbound.QUESTION,
    Kind.ACKNOWLEDGEMENT: Inbound.ACKNOWLEDGEMENT,
    Kind.AUTO_REPLY: Inbound.AUTO_REPLY,
    Kind.BOUNCE: Inbound.BOUNCE,
}
AGREED = {Kind.CONFIRMATION, Kind.INVITATION, Kind.RESCHEDULE}
WISHES = {
    Wish.REFERENCES: re.compile(r"\brefer(?:ence|ee|enz|enc|encia)\w*", re.IGNORECASE),
    Wish.SAMPLE: re.compile(r"\b(?:sample|portfolio|arbeitsprobe)\w*", re.IGNORECASE),
    Wish.DOCUMENTS: re.compile(
        r"\b(?:passport|transcript|certificate|document|diploma|diplôme|zeugnis|licen[cs]e|proof)\w*",
        re.IGNORECASE,
    ),
}


def events(found: Recognition, message: Message, sent: datetime) -> Iterator[Event]:
    """Yield the events that a message speaks of, none of them applied."""
    on = Moment(sent)
    who = writer(message)
    from_ = None if who.relay or who.no_reply else message.sender.email or None
    match found.kind:
        case Kind.FORM_REJECTION | Kind.PERSONAL_REJECTION:
            warm = True if found.kind is Kind.PERSONAL_REJECTION else None
            yield Rejected(on=on, no_reply=from_ is None or None, warm=warm)
        case Kind.OFFER | Kind.OFFER_LETTER:
            by = Moment(found.answer_by) if found.answer_by else None
            yield Offered(on=on, written=found.kind is Kind.OFFER_LETTER, answer_by=by)
        case Kind.CONFIRMATION | Kind.INVITATION | Kind.RESCHEDULE:
            yield from _talk(found, on, from_)
        case Kind.CANCELLATION:
            yield InterviewMissed(on=on, by=Side.EMPLOYER)
        case Kind.BOUNCE:
            yield Received(on=on, what=Inbound.BOUNCE, channel=Channel.EMAIL)
        case kind if kind in RECEIVED:
            yield Received(on=on, what=RECEIVED[kind], from_=from_, channel=Channel.EMAIL)
        case _:
            pass
    yield from _besides(found, on, from_)


def _talk(found: Recognition, on: Moment, from_: str | None) -> Iterator[Event]:
    """Yield an interview where its hour stands: in a calendar part, or agreed in so many words."""
    asked = found.invitation
    people = (from_,) if from_ else ()
    timed = list(dict.fromkeys(one.at for one in found.moments if one.timed))
    if asked and asked.start:
        yield InterviewScheduled(on=on, at=Moment(asked.start), with_=people)
    elif (found.kind is Kind.CONFIRMATION and timed) or (len(timed) == 1 and not _asks(found)):
        yield InterviewScheduled(on=on, at=Moment(timed[0]), with_=people)
    elif found.kind in RECEIVED:
        yield Received(on=on, what=RECEIVED[found.kind], from_=from_, channel=Channel.EMAIL)


def _asks(found: Recognition) -> bool:
    """Return whether a time is only suggested: nothing is agreed before the candidate answers."""
    return "?" in found.reply


def _besides(found: Recognition, on: Moment, from_: str | None) -> Iterator[Event]:
    """Yield what a message says beside what it is: dates, wishes, an absence."""
    for promise in found.promises:
        yield Promised(on=on, what=promise.what, by=Moment(promise.by), from_=from_)
    if found.returns and from_:
        yield Absent(on=on, who=from_, until=Moment(found.returns - timedelta(1)))
    if found.kind is Kind.QUESTION_OR_REQUEST:
        for wish, pattern in WISHES.items():
            if pattern.search(found.reply):
                yield Requested(on=on, what=wish)
