"""The due work: every job has its turn, whatever becomes of the others."""

from datetime import datetime

import pytest

from afterword.actions.due_work import JOBS, Job, work
from tests.actions.hunt import EVENING, interviewed, person


class Digest:
    """A job that notes when it was done."""

    def __init__(self) -> None:
        self.done: list[datetime] = []

    def __call__(self, *, now: datetime) -> None:
        self.done.append(now)


def broken(*, now: datetime) -> None:
    message = f"no post on {now:%A}"
    raise OSError(message)


def test_a_job_that_fails_keeps_no_other_from_its_turn() -> None:
    first, last = Digest(), Digest()
    jobs = (Job("the first", first), Job("the post", broken), Job("the last", last))
    said = work(now=EVENING, jobs=jobs)
    assert first.done == last.done == [EVENING]
    assert said == (
        "The due work waits: the post: no post on Tuesday. `afterword doctor` says more.",
    )


@pytest.mark.usefixtures("journal")
def test_our_own_jobs_all_have_something_to_work_on() -> None:
    interviewed(person())
    assert len({job.name for job in JOBS}) == len(JOBS)
    assert work(now=EVENING) == ()
