"""The thread beside the pages: it does what is due until it is stopped, and complains once."""

import threading
from datetime import datetime

import pytest

from afterword.cli import memory
from afterword.cli.due_loop import DueLoop, slow_work


def test_a_failure_is_said_when_it_is_new_and_not_each_minute(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = [("no post",), ("no post",), ("no post", "no disk"), (), ("no post",)]
    remaining = iter(told)
    loop = DueLoop(lambda _: next(remaining))
    for _ in told:
        loop.once()
    assert capsys.readouterr().err.splitlines() == ["no post", "no disk", "no post"]


def test_it_begins_at_once_and_ends_when_it_is_told_to() -> None:
    begun = threading.Event()

    def work(now: datetime) -> tuple[str, ...]:
        assert now.tzinfo
        begun.set()
        return ()

    loop = DueLoop(work, pause=3600)
    loop.start()
    assert begun.wait(10)
    loop.stop()
    assert not loop.running


def test_the_due_work_is_done_by_default(journal: object) -> None:
    del journal
    loop = DueLoop()
    loop.once()
    assert loop.said == ()


def test_what_waits_for_other_computers_has_a_turn_of_its_own(journal: object) -> None:
    del journal
    loop = DueLoop(slow_work)
    loop.once()
    assert loop.said == ()


def test_memory_is_only_tuned_where_there_is_something_to_tune() -> None:
    memory.share()
    memory.give_back()
