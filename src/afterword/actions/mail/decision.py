"""What a message does by itself, and what it only proposes: a pure function of what it says.

At once goes what can do no harm if it was misread: somebody wrote, so nobody is asked how things
stand; a machine answered, which is no answer; a calendar says when. What would change the plan
for the worse if it were wrong waits for the candidate: a rejection, an offer, a day in prose.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from afterword.etiquette import decode
from afterword.etiquette.events import (
    Absent,
    Event,
    InterviewMissed,
    InterviewScheduled,
    Promised,
    Received,
    Requested,
)
from afterword.etiquette.moment import Moment
from afterword.etiquette.vocabulary import Channel, Inbound
from afterword.mailbox.recognising import proposals
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.recognition import Recognition
from afterword.mailbox.recognising.sender import writer

CERTAIN = {"REQUEST", "CANCEL", "REPLY"}
"""What a calendar says that holds as it stands; the others publish or suggest (RFC 5546, 1.4)."""
WORDS = {
    Kind.INVITATION: Inbound.INVITATION,
    Kind.RESCHEDULE: Inbound.INVITATION,
    Kind.QUESTION_OR_REQUEST: Inbound.QUESTION,
    Kind.ACKNOWLEDGEMENT: Inbound.ACKNOWLEDGEMENT,
    Kind.AUTO_REPLY: Inbound.AUTO_REPLY,
    Kind.BOUNCE: Inbound.BOUNCE,
}
ADVERTISES = {Kind.RECRUITER_OUTREACH, Kind.OTHER}
ASKS = {Inbound.QUESTION, Inbound.INVITATION}
BESIDE = (Promised, Requested)
DATED = (InterviewScheduled, InterviewMissed)
LONGEST_SENTENCE = 500


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """An event that a message tells of, with people by their addresses, and the telling sentence.

    With `instead`, once accepted it takes the place of what was written down at once.
    """

    event: Event
    sentence: str = ""
    instead: bool = False


class Decision(msgspec.Struct, frozen=True):
    """What is written down at once, and what waits for the candidate's word."""

    applied: tuple[Said, ...] = ()
    proposed: tuple[Said, ...] = ()


def decision(found: Recognition, message: Message, on: Moment) -> Decision:
    """Return what becomes of a message that was written at `on`."""
    told = [one for event in found.events if _is_sound(one := _said(event, found, on))]
    certain = [one for one in told if isinstance(one.event, DATED) and _is_certain(found)]
    away = [one for one in told if isinstance(one.event, Absent)]
    open_ = [
        one for one in told if one not in (*certain, *away) and not isinstance(one.event, Received)
    ]
    applied = certain or [*_heard(found, message, on), *away]
    return Decision(tuple(applied), tuple(open_))


def by_hand(kind: Kind, message: Message, on: Moment, known: Recognition) -> Decision:
    """Return what becomes of a message of which the candidate says what it is: nothing waits.

    `known` is what is still known of how it was read.
    """
    found = msgspec.structs.replace(known, kind=kind)
    sent = message.sent
    told = tuple(proposals.events(found, message, sent)) if sent else ()
    decided = decision(msgspec.structs.replace(found, events=told), message, on)
    instead = tuple(one for one in decided.proposed if one.instead)
    beside = tuple(one for one in decided.proposed if not one.instead)
    return Decision((*(instead or decided.applied), *beside))


def pausing(events: Iterable[Event]) -> Iterator[Event]:
    """Yield events so that they hold wherever a message may belong: somebody wrote, no more.

    A question is none there: else somebody who asked nothing would be due an answer.
    """
    for event in events:
        match event:
            case Received(what=what) if what not in ASKS:
                yield event
            case Absent():
                yield event
            case _:
                yield Received(on=event.on, what=Inbound.REPLY, channel=Channel.EMAIL)


def at_home(event: Event, people: Mapping[str, str]) -> Event | None:
    """Return an event with those who are known by address in it, None without whom it is about."""
    match event:
        case Absent():
            who = people.get(event.who)
            return msgspec.structs.replace(event, who=who) if who else None
        case InterviewScheduled():
            met = tuple(people[one] for one in event.with_ if one in people)
            return msgspec.structs.replace(event, with_=met)
        case Received() | Promised():
            return msgspec.structs.replace(event, from_=people.get(event.from_ or ""))
        case _:
            return event


def read(raw: object) -> Said:
    """Return what a row holds as a value."""
    return msgspec.convert(raw, Said, dec_hook=decode.hook)


def _is_sound(said: Said) -> bool:
    """Return whether a file could hold an event: no hour of the year 1, or 9999."""
    try:
        read(msgspec.json.decode(decode.to_json(said)))
    except msgspec.ValidationError:
        return False
    return True


def _heard(found: Recognition, message: Message, on: Moment) -> Iterator[Said]:
    """Yield that something came; nothing of what only advertises, or was written by no person."""
    what = _word(found)
    if what is None:
        return
    sentence = _sentence(found)
    if found.kind is Kind.BOUNCE:
        for address in found.bounced or ("",):
            came = Received(on=on, what=what, from_=address or None, channel=Channel.EMAIL)
            yield Said(came, sentence)
        return
    who = writer(message)
    from_ = None if who.relay or who.no_reply else message.sender.email or None
    yield Said(Received(on=on, what=what, from_=from_, channel=Channel.EMAIL), sentence)


def _word(found: Recognition) -> Inbound | None:
    """Return what a message counts as until the candidate says more, None for nothing."""
    kind = found.kind
    if kind is Kind.NEWSLETTER or (kind in ADVERTISES and found.automatic):
        return None
    if kind is Kind.ACKNOWLEDGEMENT and not found.human:
        return Inbound.AUTO_REPLY  # a machine's "we have it" is no answer
    if kind in {Kind.FORM_REJECTION, Kind.PERSONAL_REJECTION} and not found.human:
        return Inbound.ACKNOWLEDGEMENT  # it pauses, and there is nobody to reply to
    return WORDS.get(kind, Inbound.REPLY)


def _is_certain(found: Recognition) -> bool:
    asked = found.invitation
    return asked is not None and asked.method.upper() in CERTAIN and not asked.declined


def _said(event: Event, found: Recognition, on: Moment) -> Said:
    sentence = _sentence(found)
    if isinstance(event, Promised):
        sentence = next(
            (one.sentence for one in found.promises if Moment(one.by) == event.by), sentence
        )
    dated = msgspec.structs.replace(event, on=on)
    return Said(dated, sentence[:LONGEST_SENTENCE], instead=not isinstance(event, BESIDE))


def _sentence(found: Recognition) -> str:
    return found.evidence[0].sentence[:LONGEST_SENTENCE] if found.evidence else ""
