"""Who said, sent, asked and promised what: the entries that concern contact with people."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from afterword.etiquette import events as happened
from afterword.etiquette.acquaintance import Contact
from afterword.etiquette.ledger import Ledger
from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import (
    Act,
    Channel,
    Inbound,
    Mistake,
    PromiseOf,
    Role,
    Undertaking,
    WorksFor,
)
from afterword.etiquette.workdays import opening

# Acts that ask the employer for an answer: what the caps and the gaps count.
ASKING = frozenset(
    {
        Act.CHECK_IN,
        Act.ASK_QUESTION,
        Act.RESEND,
        Act.CONFRONT,
        Act.COMPLAIN,
        Act.INTRODUCE_NEW_FACT,
        Act.RE_APPROACH,
        Act.SEND_MATERIAL,
    }
)
# What is never somebody's own answer, whoever it seems to come from.
AUTOMATIC = frozenset({Inbound.AUTO_REPLY, Inbound.BOUNCE, Inbound.FORM_LETTER})
DECIDING = frozenset({Role.HIRING_MANAGER, Role.EXECUTIVE})


def promised(ledger: Ledger, event: happened.Promised) -> None:
    """Wait for the day that they named, if they named one."""
    ledger.word(event.from_)
    ledger.drop(Anchor.MESSAGE)
    letter = event.what is PromiseOf.OFFER_LETTER
    anchor = Anchor.LETTER_PROMISE if letter else Anchor.PROMISE
    ledger.promised = ledger.promised or not letter
    ledger.drop(anchor)
    if event.by:
        ledger.anchors[anchor] = ledger.moment(event.by)


def told(ledger: Ledger, event: happened.Told) -> None:
    """Take an instruction to heart, for those whom it concerns."""
    ledger.word(event.from_)
    ledger.drop(Anchor.MESSAGE)
    for contact in ledger.contacts.values():
        contact.heed(event, ledger.contacts.get(event.from_ or ""))
    if event.by:
        ledger.anchors[Anchor.INVITED] = ledger.moment(event.by)


def sent(ledger: Ledger, event: happened.Sent) -> None:
    """Count what was done, to whom, and what now waits for an answer."""
    act, call = event.act, event.channel is Channel.PHONE
    contacts = [ledger.contacts[person_id] for person_id in event.to]
    ledger.last_reached = contacts
    ledger.done[act] = ledger.done.get(act, 0) + 1
    asks = act in ASKING and not event.answered and not _awaited(ledger, act)
    for contact in contacts:
        contact.reached(ledger.at, act, asks=asks, call=call)
    ledger.last_asked = asks and at_employer(contacts)
    if ledger.last_asked:
        ledger.unanswered += 1
        ledger.unanswered_calls += call
        ledger.anchors[Anchor.LAST_ASK] = ledger.at
    if act in SETTLES:
        SETTLES[act](ledger)
    if act is not Act.GIFT:
        ledger.answered(contacts)


def _awaited(ledger: Ledger, act: Act) -> bool:
    """Return whether it is material that they asked for or were promised."""
    return act is Act.SEND_MATERIAL and bool(ledger.asked_for or ledger.owed)


def at_employer(contacts: Sequence[Contact]) -> bool:
    """Return whether somebody of these is at the employer; where nobody is named, it is so."""
    sides = {contact.person.works_for for contact in contacts}
    return not sides or WorksFor.EMPLOYER in sides


def _kept_in_touch(ledger: Ledger) -> None:
    ledger.anchors[Anchor.LAST_CONTACT] = ledger.at


def _followed_up(ledger: Ledger) -> None:
    ledger.owed.discard(Undertaking.FOLLOW_UP)
    ledger.drop(Anchor.OWN_FOLLOW_UP)


def _delivered(ledger: Ledger) -> None:
    ledger.owed.clear()  # what was promised has come, and with it the promised word
    ledger.asked_for.clear()
    ledger.drop(Anchor.OWN_MATERIAL, Anchor.OWN_FOLLOW_UP, Anchor.REQUEST)


def _mended(ledger: Ledger) -> None:
    ledger.slips.clear()


def _apologised(ledger: Ledger) -> None:
    ledger.slips &= {Mistake.WRONG_RECIPIENT}  # until it has gone to the right one


def _sent_again(ledger: Ledger) -> None:
    ledger.slips.discard(Mistake.WRONG_RECIPIENT)


# What an act of the candidate's settles, beside being counted.
SETTLES: Mapping[Act, Callable[[Ledger], None]] = {
    Act.KEEP_IN_TOUCH: _kept_in_touch,
    Act.RE_APPROACH: _kept_in_touch,
    Act.CHECK_IN: _followed_up,
    Act.SEND_MATERIAL: _delivered,
    Act.CORRECTION: _mended,
    Act.APOLOGY: _apologised,
    Act.RESEND: _sent_again,
}


def received(ledger: Ledger, event: happened.Received) -> None:
    """Hear something back; only a human word answers."""
    contact = ledger.contacts.get(event.from_ or "")
    ledger.no_reply = bool(event.no_reply)
    if event.what is Inbound.BOUNCE:
        _came_back(ledger, [contact] if contact else ledger.last_reached)
    if event.what in AUTOMATIC or event.no_reply:
        return
    if contact:
        contact.bounced = False
        contact.listen(event)
    ledger.word(event.from_)
    ledger.anchors[Anchor.MESSAGE] = ledger.at
    if event.what is Inbound.ACKNOWLEDGEMENT:
        return
    sender = contact or ledger
    sender.message_open = True
    sender.question_open = event.what is not Inbound.REPLY
    ledger.anchors[Anchor.QUESTION] = ledger.at
    ledger.occasion(Act.REPLY)
    if event.what is Inbound.INVITATION:
        ledger.invite()


def _came_back(ledger: Ledger, contacts: list[Contact]) -> None:
    """Take back the last message, which nobody has read."""
    ledger.unanswered = max(0, ledger.unanswered - ledger.last_asked)
    ledger.last_asked = False
    for contact in contacts:
        contact.came_back()


def absent(ledger: Ledger, event: happened.Absent) -> None:
    """Wait for somebody's return."""
    until = event.until.at(ledger.zone)
    back = opening(event.until.day(ledger.zone) + timedelta(days=1), until)
    away = ledger.contacts[event.who]
    away.anchors[Anchor.RETURN] = back
    if away.person.role in DECIDING:
        ledger.anchors[Anchor.RETURN] = back


def slip(ledger: Ledger, event: happened.Slip) -> None:
    """Make a mistake."""
    ledger.slips.add(event.what)
    ledger.anchors[Anchor.SLIP] = ledger.at
    ledger.occasion(Act.CORRECTION, Act.APOLOGY)


def undertook(ledger: Ledger, event: happened.Undertook) -> None:
    """Promise something oneself."""
    ledger.owed.add(event.what)
    follow_up = event.what is Undertaking.FOLLOW_UP
    if follow_up:
        ledger.anchors[Anchor.OWN_FOLLOW_UP] = ledger.moment(event.by) if event.by else ledger.at
    elif event.by:
        ledger.anchors[Anchor.OWN_MATERIAL] = ledger.deadline(event.by)
    ledger.occasion(Act.SEND_MATERIAL)


def requested(ledger: Ledger, event: happened.Requested) -> None:
    """Be asked for something."""
    ledger.word(None)
    ledger.asked_for.add(event.what)
    ledger.anchors[Anchor.REQUEST] = ledger.at
    ledger.occasion(Act.SEND_MATERIAL)


def helped(ledger: Ledger, event: happened.Helped) -> None:
    """Be done a favour."""
    ledger.contacts[event.who].help(ledger.at, event.how)
