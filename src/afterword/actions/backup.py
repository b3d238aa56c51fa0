"""A copy of the whole journal in one file, made while it is in use, and checked."""

from datetime import datetime
from pathlib import Path

import msgspec

from afterword.actions.errors import Refused
from afterword.journal import database
from afterword.journal.file import faults


class Backup(msgspec.Struct, frozen=True):
    """A backup: where it is, its size in bytes, what it holds, and when it was made."""

    path: str
    size: int
    opportunities: int
    events: int
    made: datetime


def backup(path: Path, *, now: datetime) -> Backup:
    """Write a backup to a new file; raises Refused where it cannot be written, or is not whole."""
    beginning = path.with_name(f"{path.name}.beginning")
    if path.exists():
        why = f"There is a file {path} already, and a backup writes over nothing."
        raise Refused(why, "Choose another name, or move that file away.")
    try:
        beginning.unlink(missing_ok=True)
        database.copy(beginning)
        if wrong := faults(beginning):
            why = f"The backup is not whole: {wrong}."
            raise Refused(why, "Run `afterword doctor`, and look whether the disk is in order.")
        beginning.rename(path)  # only what was checked ever bears the name
    except OSError as error:
        why = f"{path} cannot be written: {error.strerror}."
        raise Refused(why, "Choose a folder that is there and that you may write to.") from error
    finally:
        beginning.unlink(missing_ok=True)
    opportunities, events = database.counts(path)
    return Backup(str(path), path.stat().st_size, opportunities, events, now)
