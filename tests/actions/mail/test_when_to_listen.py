"""When to listen again: at once where all is well, ever less often where a server cries wolf."""

from datetime import timedelta

import pytest

from afterword.actions.mail.when_to_listen import Came, Next, hang_up, is_new, when_to_listen
from afterword.mailbox.box import State

KNOWN = State(7, 12, 3)


@pytest.mark.parametrize(
    ("came", "then"),
    [
        (Came.QUIET, Next(timedelta(0))),
        (Came.LOOKED, Next(timedelta(seconds=2))),
        (Came.BUSY, Next(timedelta(seconds=2))),
        (Came.DEAF, hang_up(timedelta(hours=6))),
        (Came.GONE, hang_up(timedelta(0))),
    ],
)
def test_what_follows_on_what_came(came: Came, then: Next) -> None:
    assert when_to_listen(came) == then


def test_who_cries_wolf_is_asked_ever_less_often_but_as_often_as_a_poll() -> None:
    pauses = [when_to_listen(Came.IN_VAIN, number).pause for number in range(1, 200)]
    assert [one.seconds for one in pauses[:3]] == [4, 8, 16]
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(minutes=5)
    assert when_to_listen(Came.IN_VAIN, 1).stays


@pytest.mark.parametrize(
    ("now", "new"),
    [
        (KNOWN, False),
        (State(7, 13, 4), True),
        (State(7, 13, 3), True),  # one came, and one went
        (State(7, 12, 2), False),  # one went
        (State(8, 12, 3), True),  # numbered anew
        (State(7, 0, 3), False),
        (State(7, 0, 4), True),  # a server that does not say which number comes next
    ],
)
def test_what_counts_as_news(now: State, *, new: bool) -> None:
    assert is_new(KNOWN, now) is new
