"""Today: at most four things to do, what to leave alone, and what changed while one was away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.actions.log_event import log_event
from afterword.actions.today import today
from afterword.actions.values import Shift
from tests.actions.hunt import EVENING, at, event, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")


def test_with_nothing_written_down_the_page_is_empty() -> None:
    page = today(person(), now=EVENING)
    assert page.empty
    assert page.sentence == "Nothing to send today, and that is right."


def test_the_page_opens_on_a_sentence() -> None:
    alice = person()
    interviewed(alice)
    page = today(alice, now=EVENING)
    assert page.sentence == "One thing to do, two things to leave alone. About 12 minutes."
    assert [item.said for item in page.do] == ["Thank Lena in your own hand"]
    assert all(one.employer == "Corbel" for one in page.alone)


def test_there_are_never_more_than_four_things_to_do() -> None:
    alice = person()
    for number in range(6):
        interviewed(alice, employer=f"Employer {number}")
    page = today(alice, now=EVENING)
    assert (len(page.do), page.more) == (4, 2)
    assert [item.open for item in page.later[:2]] == [True, True]


def test_what_is_over_and_silent_sinks() -> None:
    alice = person()
    uid = interviewed(alice)
    log_event(alice, uid, event("2026-03-10 withdrew"), now=at("2026-03-10 12:00"))
    assert today(alice, now=at("2026-09-01 12:00")).alone == ()


def test_after_days_away_it_says_what_changed() -> None:
    alice = person()
    interviewed(alice)
    today(alice, now=EVENING, visit=True)
    assert today(alice, now=EVENING + timedelta(hours=2)).away is None
    back = today(alice, now=at("2026-03-20 09:30"))
    assert back.away
    assert back.away.days == 17
    (corbel,) = back.away.changes
    assert corbel.employer == "Corbel"
    assert {change.what for change in corbel.replanned.changes} & {
        Shift.STEP_LAPSED,
        Shift.STEP_OPENED,
        Shift.STEP_APPEARED,
    }


def test_the_number_of_queries_does_not_grow() -> None:
    alice = person()
    counts = []
    for number in range(3):
        interviewed(alice, employer=f"Employer {number}")
        with CaptureQueriesContext(connection) as caught:
            today(alice, now=at("2026-03-20 09:30"), visit=True)
        counts.append(len(caught))
    assert counts[0] == counts[-1] <= 12
