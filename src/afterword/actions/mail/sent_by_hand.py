"""What the candidate sent with their own mail program: the words that they wrote here are done.

Only where the mail itself shows it: by our header, by our Message-ID, or because it reads like the
draft. Another letter to the same person is another letter.
"""

from datetime import datetime
from difflib import SequenceMatcher

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.choose import sent
from afterword.actions.mail.letter_for import recipient, step_name
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed, DraftState, StepKey
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.problem import Malformed
from afterword.etiquette.vocabulary import Channel
from afterword.journal import models
from afterword.journal.held import Held
from afterword.journal.outgoing import ALIVE, Release
from afterword.journal.pen import Pen
from afterword.journal.situation import event_fields
from afterword.mailbox.head import STEP
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.reply import own_words
from afterword.tongue import gettext as _

ALIKE = 0.7
"""Of the words of a draft and of a mail, so many stand in both, in the same order."""
LONGEST = 2000  # words that are compared: more is no letter


def sent_by_hand(owner: User, uid: str, message: Message, *, now: datetime) -> Changed | None:
    """Mark the draft that a mail of the candidate's was as sent; None where it was none."""
    book = one(owner, uid)
    at = min(message.sent or now, now)
    for draft in book.drafts:
        if draft.channel == Channel.EMAIL and _is_it(book, draft, message, at):
            return _marked(book, draft, at, now)
    return None


def _marked(book: Held, draft: models.Draft, at: datetime, now: datetime) -> Changed | None:
    try:
        with transaction.atomic():
            pen = Pen(book.opportunity, f"draft-{DraftState.SENT}", now=now)
            pen.replace(draft, state=str(DraftState.SENT))
            done = sent(book, StepKey.parse(draft.step), Channel.EMAIL, at)
            pen.add(models.Event, **event_fields(done))
            return settle(pen, book, _("Marked as sent."))
    except Malformed:  # it would make no sense there, such as before everything else
        return None


def _is_it(book: Held, draft: models.Draft, message: Message, at: datetime) -> bool:
    """Return whether a mail is what became of a draft that nobody has accounted for yet."""
    key = StepKey.parse(draft.step)
    to = recipient(book, key).email.lower()
    if not to or to not in {one.email for one in message.to}:
        return False
    if draft.state == DraftState.SENT or _is_accounted_for(book, draft, key):
        return False
    name = step_name(book, key)
    ours = message.header(STEP.lower()).strip() == name or message.message_id.startswith(f"{name}@")
    return ours or (at >= draft.change.made and is_alike(draft.text, own_words(message)))


def is_alike(draft: str, mail: str) -> bool:
    """Return whether a mail reads like a draft, with a word here and there changed."""
    left, right = draft.split()[:LONGEST], mail.split()[:LONGEST]
    return bool(left) and SequenceMatcher(None, left, right, autojunk=False).ratio() >= ALIKE


def _is_accounted_for(book: Held, draft: models.Draft, key: StepKey) -> bool:
    """Return whether the act was logged since the draft was written, or is sent from here."""
    zone = zone_of(book.facts.timezone)
    logged = any(
        row.kind == "sent"
        and row.payload.get("act") == key.act
        and key.to in row.payload.get("to", ())
        and Moment.parse(row.on).at(zone) >= draft.change.made
        for row in book.events
    )
    released = Release.objects.filter(
        opportunity=book.opportunity, message_id__startswith=step_name(book, key), state__in=ALIVE
    )
    return logged or released.exists()
