"""The due work: what is done again and again beside the pages, each job by itself."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

import msgspec

from afterword.actions import due, outlook
from afterword.actions.mail import look_in, send
from afterword.actions.reminders import remind, sync_agenda


class Work(Protocol):
    """What a job does at a moment; what it answers is nobody's business but its tests'."""

    def __call__(self, *, now: datetime) -> object:
        """Do what is due at `now`, for all owners; quick where nothing is."""


class Job(msgspec.Struct, frozen=True):
    """Something to do every minute; its name completes "The due work waits: …"."""

    name: str
    work: Work


JOBS = (
    Job("getting the pages ready", outlook.warm),
    Job("looking again at plans", due.look),
    Job("the daily digest", remind.remind),
)
SLOW = (
    Job("looking into mailboxes", look_in.look),
    Job("sending what was released", send.send_due),
    Job("writing into calendars", sync_agenda.sync),
)
"""What waits for somebody else's computer: it has a turn of its own, and holds nothing else up."""


def work(*, now: datetime, jobs: Iterable[Job] = JOBS) -> tuple[str, ...]:
    """Do every job once; return a line for each that failed, which keeps no other from its turn."""
    return tuple(line for job in jobs for line in [_done(job, now)] if line)


def _done(job: Job, now: datetime) -> str:
    try:
        job.work(now=now)
    except Exception as error:  # noqa: BLE001  whatever it was, the others have their turn
        return f"The due work waits: {job.name}: {error}. `afterword doctor` says more."
    return ""
