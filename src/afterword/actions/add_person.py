"""Somebody in an opportunity, new or better known than before."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.mail.acquaint import acquaint
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed
from afterword.etiquette.situation import Person
from afterword.journal import models
from afterword.journal.pen import Pen
from afterword.journal.situation import person_fields
from afterword.tongue import gettext as _


@transaction.atomic
def add_person(owner: User, uid: str, person: Person, *, now: datetime) -> Changed:
    """Write a person down; whoever has the same id already is replaced.

    What came from their address before, and nobody knew whom it was from, is theirs.
    """
    before = one(owner, uid)
    pen = Pen(before.opportunity, "person", now=now)
    known = next((row for row in before.people if row.key == person.id), None)
    fields = person_fields(person)
    if known:
        pen.replace(known, **fields)
    else:
        pen.add(models.Person, **fields)
    acquaint(pen, person)
    return settle(pen, before, _("Noted: {name}.").format(name=person.name or person.id))
