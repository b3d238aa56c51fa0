"""The words that the candidate saved, left in their own Drafts for as long as their step is due.

They lie there once; new words take the place of the old; and they are taken away when the step is
over, because a reply came or it was done. What the person changed there is theirs.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from afterword.actions.items import items
from afterword.actions.mail.letter_for import letter_for, recipient
from afterword.actions.planning import plan_of
from afterword.actions.preferences import preferences
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.vocabulary import Channel
from afterword.journal.held import held
from afterword.journal.mailboxes import Mailbox, Placed
from afterword.journal.outgoing import ALIVE
from afterword.mailbox import drafts, folders
from afterword.mailbox.box import Box, Folder, Use
from afterword.mailbox.drafts import Deed, Due, Keep, Leave, Put, Take
from afterword.mailbox.letter import Letter
from afterword.mailbox.recognising.message import Address

THERE, THEIRS, OVER = "there", "theirs", "over"


def leave_drafts(row: Mailbox, box: Box, there: Iterable[Folder], *, now: datetime) -> None:
    """Put what is due into Drafts and take away what is over; raises Trouble.

    Without a folder for drafts nothing is done, and nothing is asked where nothing was written.
    """
    folder = folders.find(there, Use.DRAFTS)
    letters = tuple(letters_due(row, now=now))
    known = {one.step: one for one in row.placed.all()}
    wanted = {one.step for one in letters}
    retired = {step for step, one in known.items() if one.state == THERE and step not in wanted}
    if folder is None or not (letters or retired):
        return
    due = [Due(one, placed=_is_placed(known.get(one.step))) for one in letters]
    present = drafts.present(box, folder.name)
    deeds = drafts.decide(due, present, retired=frozenset(retired))
    for deed in drafts.carry_out(box, folder.name, deeds, now=now):
        _note(row, deed, wanted, now)
    row.placed.filter(step__in=retired, state=THERE).update(state=OVER)


def letters_due(row: Mailbox, *, now: datetime) -> Iterator[Letter]:
    """Yield the words that belong into Drafts now."""
    names = preferences(row.owner).profile.names
    sender = Address(row.address, names[0] if len(names) == 1 else "")
    released = set(row.owner.releases.filter(state__in=ALIVE).values_list("message_id", flat=True))
    for book in held(row.owner):
        due = {item.key for item in items(book, plan_of(book, now), now) if item.open}
        for draft in book.drafts:
            if draft.state == DraftState.OPEN and draft.channel == Channel.EMAIL:
                key = StepKey.parse(draft.step)
                if key in due and draft.text.strip() and recipient(book, key).email:
                    letter = letter_for(book, key, draft.subject, draft.text, sender=sender)
                    if letter.message_id not in released:  # else it would go out by two doors
                        yield letter


def _is_placed(known: Placed | None) -> bool:
    """Return whether a draft that is not there was taken away by another hand than ours."""
    return known is not None and known.state != OVER


def _note(row: Mailbox, deed: Deed, wanted: set[str], now: datetime) -> None:
    """Write down what was done about a step; of one that is over, the end is noted by itself."""
    match deed:
        case Put(letter=letter):
            _set(row, letter.step, THERE, now)
        case Keep(step=step):
            _set(row, step, THERE, now)
        case Leave(step=step) if step in wanted:
            _set(row, step, THEIRS, now)
        case Leave() | Take():
            pass


def _set(row: Mailbox, step: str, state: str, now: datetime) -> None:
    fields = {"state": state, "made": now, "owner": row.owner}
    Placed.objects.update_or_create(mailbox=row, step=step, defaults=fields)
