"""What must be done before anything else: a database of this release, and somebody who owns it."""

from datetime import datetime

from afterword.accounts.models import User
from afterword.accounts.owners import the_owner
from afterword.journal import database


def prepare(*, now: datetime) -> User:
    """Bring the database up to date, and return whose it is."""
    if not database.is_current():
        database.migrate()
    return the_owner(now=now)
