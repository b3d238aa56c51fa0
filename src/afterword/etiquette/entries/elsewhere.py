"""What went to and fro with the same employer over other roles: one house, several doors."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from afterword.etiquette.acquaintance import Contact
from afterword.etiquette.entries.talk import ASKING, AUTOMATIC, at_employer
from afterword.etiquette.events import Received, Sent
from afterword.etiquette.ledger import Ledger
from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Act, WorksFor

Asked = list[tuple[datetime, Sequence[Contact]]]

# What reaches a person once, whatever it was over: two notes of thanks are one too many.
ONCE_FOR_ALL = frozenset({Act.THANK_YOU})


def elsewhere(ledger: Ledger, dated: Iterable[tuple[Sent | Received, datetime]]) -> None:
    """Note when this house heard from the candidate over other roles, and what waits there.

    Thanks reach the person, and so whatever they were due for here. Nothing else of it is done or
    answered here, and a human word over there answers what was asked over there alone.
    """
    asked: Asked = []
    for event, at in dated:
        when = min(at, ledger.now, key=datetime.timestamp)
        match event:
            case Sent():
                contacts = [ledger.contacts[name] for name in event.to]
                _reached(contacts, event.act, when)
                if event.act in ASKING and not event.answered and at_employer(contacts):
                    asked.append((when, contacts))
            case received if _answers(received, ledger):
                asked.clear()
    _waiting(ledger, asked)


def _reached(contacts: Iterable[Contact], act: Act, when: datetime) -> None:
    for contact in contacts:
        contact.anchors[Anchor.OTHER_MESSAGE] = when
        if act in ONCE_FOR_ALL:
            contact.thanked_elsewhere(when)


def _answers(event: Received, ledger: Ledger) -> bool:
    """Return whether it is a human word, and not of somebody who is no part of it."""
    if event.what in AUTOMATIC or event.no_reply:
        return False
    sender = ledger.contacts.get(event.from_ or "")
    return sender is None or sender.person.works_for is not WorksFor.THIRD_PARTY


def _waiting(ledger: Ledger, asked: Asked) -> None:
    """Note the questions that wait for an answer: to each person the last, and the one before."""
    for when, contacts in asked:
        for contact in contacts:
            contact.anchors[Anchor.OTHER_QUESTION] = when
    for when, _ in asked[-2:-1]:
        ledger.anchors[Anchor.OTHER_QUESTION_BEFORE] = when
