"""The words for a step as a letter: from whom, to whom, in which thread, and under which name."""

from afterword.actions.values import StepKey
from afterword.journal import models
from afterword.journal.held import Held
from afterword.mailbox.letter import Answered, Letter, step_of
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Address

BY_MACHINES = (Kind.AUTO_REPLY, Kind.BOUNCE)


def letter_for(held: Held, key: StepKey, subject: str, text: str, *, sender: Address) -> Letter:
    """Return the letter for a step; its recipient is an empty address where none is known."""
    return Letter(
        step=step_name(held, key),
        sender=sender,
        to=recipient(held, key),
        subject=subject,
        text=text,
        answers=_answered(held, key),
    )


def step_name(held: Held, key: StepKey) -> str:
    """Return the name under which the words for a step are known in a mailbox.

    It is the same as long as the act is still to be done, and another once it was: thanks for a
    second interview are another letter. What only this journal knows goes into it, so that nobody
    can find out by trying.
    """
    done = sum(
        row.kind == "sent"
        and row.payload.get("act") == key.act
        and (not key.to or key.to in row.payload.get("to", ()))
        for row in held.events
    )
    return step_of(key.to, key.act, str(done), secret=held.uid.encode())


def recipient(held: Held, key: StepKey) -> Address:
    """Return whom a step is towards, where their address is written down."""
    for person in held.people:
        if person.key == key.to and isinstance(person.email, str) and "@" in person.email:
            return Address(person.email.strip(), person.name)
    return Address()


def _answered(held: Held, key: StepKey) -> Answered | None:
    """Return the newest message of that person in this opportunity, if one came.

    Nobody answers what a machine said for them while they were away.
    """
    rows = models.Message.objects.filter(
        owner=held.opportunity.owner, opportunity=held.uid, person=key.to, gone=False
    )
    theirs = rows.filter(replaced_by=None).exclude(state="own").exclude(message_id="")
    theirs = theirs.exclude(kind__in=[str(one) for one in BY_MACHINES])
    found = theirs.order_by("-sent").first()
    if not key.to or found is None:
        return None
    return Answered(found.message_id, tuple(found.thread), found.subject)
