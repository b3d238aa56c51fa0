"""What the candidate remembers of a conversation, saved as a whole."""

from collections import Counter
from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed
from afterword.journal import models
from afterword.journal.pen import Pen
from afterword.letters.notes import Note, Notes, Stem
from afterword.tongue import gettext as _


@transaction.atomic
def save_notes(owner: User, uid: str, notes: Notes, *, now: datetime) -> Changed:
    """Make these the notes: what is new is added, what is not among them is taken out."""
    before = one(owner, uid)
    pen = Pen(before.opportunity, "notes", now=now)
    wanted = Counter(notes)
    for row in before.notes:
        note = note_of(row)
        if wanted[note]:
            wanted[note] -= 1
        else:
            pen.remove(row)
    for note in wanted.elements():
        pen.add(models.Note, stem=str(note.stem), text=note.text, about=note.about)
    return settle(pen, before, _("Notes saved."))


def note_of(row: models.Note) -> Note:
    """Return what a row notes."""
    return Note(row.text, Stem(row.stem), row.about)
