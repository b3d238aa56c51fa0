"""What went to and fro with the same employer over other roles: one house, several doors."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from afterword.etiquette.acquaintance import Contact
from afterword.etiquette.entries.talk import ASKING, AUTOMATIC
from afterword.etiquette.events import Received, Sent
from afterword.etiquette.ledger import Ledger
from afterword.etiquette.standing import Anchor

Asked = list[tuple[datetime, Sequence[Contact]]]


def elsewhere(ledger: Ledger, dated: Iterable[tuple[Sent | Received, datetime]]) -> None:
    """Note when this house heard from the candidate over other roles, and what waits there.

    Nothing of it is done or answered here, and a human word over there answers what was asked over
    there alone.
    """
    asked: Asked = []
    for event, at in dated:
        when = min(at, ledger.now, key=datetime.timestamp)
        match event:
            case Sent():
                contacts = [ledger.contacts[name] for name in event.to]
                for contact in contacts:
                    contact.anchors[Anchor.OTHER_MESSAGE] = when
                if event.act in ASKING and not event.answered:
                    asked.append((when, contacts))
            case Received():
                if event.what not in AUTOMATIC and not event.no_reply:
                    asked.clear()
    _waiting(ledger, asked)


def _waiting(ledger: Ledger, asked: Asked) -> None:
    """Note the questions that wait for an answer: to each person the last, and the one before."""
    for when, contacts in asked:
        for contact in contacts:
            contact.anchors[Anchor.OTHER_QUESTION] = when
    for when, _ in asked[-2:-1]:
        ledger.anchors[Anchor.OTHER_QUESTION_BEFORE] = when
