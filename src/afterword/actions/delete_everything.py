"""Everything of somebody's deleted for good: the one thing here that no undo brings back."""

from datetime import datetime

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.journal import database


class Held(msgspec.Struct, frozen=True):
    """What would be deleted, in numbers."""

    opportunities: int
    events: int
    devices: int


def held_of(owner: User) -> Held:
    """Return what there is of somebody's to delete, corrected and taken out rows with it."""
    return Held(owner.opportunities.count(), database.events_of(owner), owner.sessions.count())


def delete_everything(owner: User, *, now: datetime) -> User:
    """Delete all that somebody ever wrote or set, and return them as if they had just come.

    Name and password stay, so that they can sign in. Every table holds the owner of each row, and
    goes with them. What was kept beside the journal by a restore goes too, unless it is also
    somebody else's. Backups elsewhere are theirs to delete.
    """
    database.forget_thoroughly()
    with transaction.atomic():
        name, password = owner.name, owner.password
        owner.delete()
        fresh = User.objects.create(name=name, password=password, joined=now)
        alone = User.objects.count() == 1
    database.scrub(kept_too=alone)
    return fresh
