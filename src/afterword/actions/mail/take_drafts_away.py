"""Our drafts are taken out of a mailbox that Afterword is about to leave for good."""

from collections.abc import Iterable
from datetime import datetime

from afterword.accounts.vault import Locked
from afterword.actions.mail.leave_drafts import OVER, THERE
from afterword.actions.mail.look_in import LOCKED
from afterword.actions.mail.mailbox_door import Door, by_imap, opened
from afterword.etiquette.problem import Malformed, Problem
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox import drafts, folders
from afterword.mailbox.box import Box, Use
from afterword.mailbox.drafts import Take
from afterword.mailbox.trouble import Trouble
from afterword.tongue import gettext as _


def take_drafts_away(row: Mailbox, *, now: datetime, door: Door = by_imap) -> int:
    """Take all drafts of ours out of the mailbox; return how many there were.

    What the person changed stays. Raises Malformed where it cannot be done.
    """
    ours = row.placed.filter(state=THERE)
    steps = frozenset(ours.values_list("step", flat=True))
    if not steps:
        return 0
    try:
        box = opened(row, door)
        try:
            number = sum(_taken(box, steps, now))
        finally:
            box.close()
    except Locked:
        raise Malformed([Problem("", _(LOCKED))]) from None
    except Trouble as trouble:
        raise Malformed([Problem("", str(trouble))]) from None
    ours.update(state=OVER)
    return number


def _taken(box: Box, steps: frozenset[str], now: datetime) -> Iterable[bool]:
    """Yield whether a draft was taken, for each that is still there; raises Trouble."""
    folder = folders.find(box.folders(), Use.DRAFTS)
    if folder is not None:
        deeds = drafts.decide((), drafts.present(box, folder.name), retired=steps)
        for deed in drafts.carry_out(box, folder.name, deeds, now=now):
            yield isinstance(deed, Take)
