"""Somebody is written down who wrote before: what they wrote then is theirs from now on."""

from afterword.actions.mail.mail_events import retell
from afterword.etiquette.situation import Person
from afterword.journal import mail
from afterword.journal.held import Part, held
from afterword.journal.pen import Gavel, Pen


def acquaint(pen: Pen, person: Person) -> None:
    """Have a person's messages in an opportunity come from them, once the pen wrote them down."""
    change, where = pen.change, pen.opportunity.uid
    address = person.email.strip().lower() if isinstance(person.email, str) else ""
    found = mail.messages(change.owner).filter(opportunity=where, person="", sender=address)
    if not address or not found:
        return
    hand = Gavel(change.owner, change.verb, now=change.made, batch=change.batch)
    touched = [hand.replace(row, person=person.id) for row in found]
    (book,) = held(change.owner, Part(uid=where))
    retell(pen, book, mail.together(change.owner, touched))
