"""A mailbox is forgotten: its password, where it is, and how far it was looked at."""

from afterword.accounts.models import User
from afterword.journal import database
from afterword.journal.mailboxes import Mailbox
from afterword.journal.outgoing import Release, State, WayOut
from afterword.tongue import later

UNKNOWN = later("The journal was put back from a backup; whether this left since is not known.")


def forget_mailbox(owner: User) -> bool:
    """Forget a candidate's mailbox for good; return whether there was one.

    What came of its mail stays in the journal. The drafts that lie in it are the person's.
    """
    database.forget_thoroughly()
    number, _rows = Mailbox.objects.filter(owner=owner).delete()
    return bool(number)


def rest_after_a_restore() -> None:
    """Let every mailbox rest until its owner says to go on.

    A backup does not know what happened since: a mailbox that was forgotten must not be looked into
    because an old file remembers it.
    """
    Mailbox.objects.update(next=None, looking=None)
    WayOut.objects.update(on=False)
    on_the_way = Release.objects.filter(state__in=[State.WAITING, State.CLAIMED])
    on_the_way.update(state=State.UNSURE, claim="", why=UNKNOWN)
