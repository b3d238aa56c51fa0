"""A timeline is kept in memory, and never says anything but what is so."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from afterword.accounts.models import User
from afterword.actions.choose import Choosing, choose
from afterword.actions.errors import Missing
from afterword.actions.log_event import log_event
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.timeline import Timeline, forget, timeline
from afterword.actions.values import Decision
from tests.actions.hunt import EVENING, at, event, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")
LATER = EVENING + timedelta(minutes=10)


def queries(owner: User, uid: str, now: datetime) -> int:
    with CaptureQueriesContext(connection) as caught:
        timeline(owner, uid, now=now)
    return len(caught)


def anew(owner: User, uid: str, now: datetime) -> Timeline:
    """Return a timeline with nothing in memory."""
    forget()
    return timeline(owner, uid, now=now)


def test_asked_again_nothing_is_read_but_how_far_the_journal_is_written() -> None:
    alice = person()
    uid = interviewed(alice)
    first = timeline(alice, uid, now=EVENING)
    assert queries(alice, uid, LATER) == 1
    again = timeline(alice, uid, now=LATER)
    assert again.edition == first.edition
    assert (again.plan.now, str(again.situation.now)) == (LATER, "2026-03-03T18:40:00-05:00")
    assert again.plan == anew(alice, uid, LATER).plan
    assert again.situation == anew(alice, uid, LATER).situation


def test_what_was_written_is_in_it_at_once() -> None:
    alice = person()
    uid = interviewed(alice)
    first = timeline(alice, uid, now=EVENING)
    log_event(alice, uid, event("2026-03-03 18:35 parted"), now=LATER)
    second = timeline(alice, uid, now=LATER)
    assert (len(first.events), len(second.events)) == (1, 2)
    assert second.edition != first.edition


def test_what_is_put_off_comes_back_on_its_day() -> None:
    alice = person()
    uid = interviewed(alice)
    (item,) = (item for item in timeline(alice, uid, now=EVENING).items if item.open)
    day = at("2026-03-05 00:00")
    choose(alice, uid, item.key, Choosing(Decision.LATER, day.date()), now=EVENING)
    seen = [
        next(one.open for one in timeline(alice, uid, now=now).items if one.key == item.key)
        for now in (EVENING, day - timedelta(minutes=1), day)
    ]
    assert seen == [False, False, True]


def test_each_language_and_each_candidate_has_their_own() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    timeline(alice, uid, now=EVENING)
    with translation.override("de"):
        assert queries(alice, uid, EVENING) > 1
    with pytest.raises(Missing):
        timeline(bob, uid, now=EVENING)


def test_what_was_taken_out_is_missing() -> None:
    alice = person()
    uid = interviewed(alice)
    timeline(alice, uid, now=EVENING)
    remove_opportunity(alice, uid, now=LATER)
    with pytest.raises(Missing):
        timeline(alice, uid, now=LATER)
