"""Today: at most four things to do, what to leave alone, and what changed while one was away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afterword.accounts.models import User
from afterword.actions.items import After
from afterword.actions.log_event import log_event
from afterword.actions.outlook import forget
from afterword.actions.today import today
from afterword.actions.values import Shift
from afterword.etiquette.vocabulary import Act
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


def test_of_what_is_open_beyond_a_dozen_more_only_the_number_is_told() -> None:
    alice = person()
    for number in range(18):
        interviewed(alice, employer=f"Employer {number}")
    page = today(alice, now=EVENING)
    assert (len(page.do), page.more, len(page.later)) == (4, 14, 12)
    assert page.beyond == 14 + 18 - 12  # each of them will also be worth a question this week


def test_what_is_over_and_silent_sinks() -> None:
    alice = person()
    uid = interviewed(alice)
    log_event(alice, uid, event("2026-03-10 withdrew"), now=at("2026-03-10 12:00"))
    assert today(alice, now=at("2026-09-01 12:00")).alone == ()


def test_after_days_away_it_says_what_changed() -> None:
    alice = person()
    interviewed(alice)
    today(alice, now=EVENING, visit=True)
    assert today(alice, now=EVENING + timedelta(hours=2), visit=True).away is None
    assert today(alice, now=at("2026-03-20 09:29")).away is None
    back = today(alice, now=at("2026-03-20 09:30"), visit=True)
    assert back.away
    assert back.away.days == 17
    (corbel,) = back.away.changes
    assert corbel.employer == "Corbel"
    assert {change.what for change in corbel.replanned.changes} & {
        Shift.STEP_LAPSED,
        Shift.STEP_OPENED,
        Shift.STEP_APPEARED,
    }


def test_a_thing_to_do_knows_what_it_follows_on() -> None:
    alice = person()
    uid = interviewed(alice)
    (item,) = today(alice, now=EVENING).do
    assert item.after == After("interview", EVENING.date())
    question = event("2026-03-04 09:00 received what=question from=lena")
    log_event(alice, uid, question, now=at("2026-03-04 10:00"))
    found = {one.key.act: one.after for one in today(alice, now=at("2026-03-04 10:00")).do}
    assert found[Act.REPLY] == After("question", at("2026-03-04 10:00").date())


def test_what_was_sent_on_another_day_is_not_done_today() -> None:
    alice = person()
    uid = interviewed(alice)
    late = event("2026-03-03 18:00 sent act=thank-you channel=email to=lena")
    log_event(alice, uid, late, now=at("2026-03-05 09:00"))
    assert today(alice, now=at("2026-03-05 10:00")).done == ()


def test_the_number_of_queries_does_not_grow() -> None:
    few, many = (asked(person(name), number) for name, number in (("alice", 2), ("bob", 9)))
    assert few == many
    after_days, at_once = few
    assert at_once == 3  # what changed, the messages that wait, the letters on their way
    assert after_days > at_once


def asked(owner: User, number: int) -> list[int]:
    """Return how many queries Today takes with so many opportunities: after days, and again."""
    for one in range(number):
        interviewed(owner, employer=f"Employer {one}")
    today(owner, now=EVENING, visit=True)
    forget()
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as caught:
            today(owner, now=at("2026-03-20 09:30"), visit=True)
        counts.append(len(caught))
    return counts


def test_a_visit_is_noted_once_in_five_minutes() -> None:
    alice = person()
    for minutes in (0, 4, 5):
        today(alice, now=EVENING + timedelta(minutes=minutes), visit=True)
        alice.refresh_from_db()
        assert alice.visited == EVENING + timedelta(minutes=minutes // 5 * 5)
