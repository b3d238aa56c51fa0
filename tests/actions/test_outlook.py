"""The outlooks of a hunt are kept in memory, and never say anything but what is so."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from afterword.accounts.models import User
from afterword.actions import outlook
from afterword.actions.delete_everything import delete_everything
from afterword.actions.edit_opportunity import edit_opportunity
from afterword.actions.log_event import log_event
from afterword.actions.outlook import Outlook, outlooks, warm
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.today import today
from afterword.etiquette.situation import Opportunity
from afterword.journal import models
from afterword.journal.held import held
from tests.actions.hunt import EVENING, at, event, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")
LATER = EVENING + timedelta(minutes=10)


def same(before: tuple[Outlook, ...], after: tuple[Outlook, ...]) -> list[bool]:
    """Return of each outlook whether it is the very one of before."""
    return [one is other for one, other in zip(before, after, strict=True)]


def test_asked_again_nothing_is_read_but_how_far_the_journal_is_written() -> None:
    alice = person()
    interviewed(alice)
    first = outlooks(alice, now=EVENING)
    with CaptureQueriesContext(connection) as caught:
        assert same(first, outlooks(alice, now=LATER)) == [True]
    assert len(caught) == 1


def test_only_where_something_was_written_is_anything_made_anew() -> None:
    alice = person()
    uids = [interviewed(alice, employer=name) for name in ("Corbel", "Harbour", "Riverside")]
    first = outlooks(alice, now=EVENING)
    log_event(alice, uids[1], event("2026-03-03 18:35 parted"), now=LATER)
    after = outlooks(alice, now=LATER)
    assert same(first, after) == [True, False, True]
    assert after[1].plan.stage == "parted"


def test_what_is_written_about_one_role_counts_for_the_others_at_that_employer() -> None:
    alice = person()
    uids = [interviewed(alice, employer=name) for name in ("Corbel", "Harbour", " corbel")]
    first = outlooks(alice, now=EVENING)
    log_event(alice, uids[0], event("2026-03-03 18:35 parted"), now=LATER)
    second = outlooks(alice, now=LATER)
    assert same(first, second) == [False, True, False]
    moved = Opportunity(employer="Harbour", role="planner")
    edit_opportunity(alice, uids[0], moved, now=LATER)
    assert same(second, outlooks(alice, now=LATER)) == [False, False, False]


def test_with_time_only_that_is_made_anew_whose_plan_may_be_another() -> None:
    alice = person()
    interviewed(alice)
    interviewed(alice, lines="2026-02-20 closed", employer="Harbour")
    first = outlooks(alice, now=EVENING)
    assert first[0].until
    assert first[1].until is None
    assert same(first, outlooks(alice, now=first[0].until)) == [False, True]


def test_what_was_taken_out_is_gone_and_what_is_deleted_is_forgotten() -> None:
    alice = person()
    uids = [interviewed(alice, employer=name) for name in ("Corbel", "Harbour")]
    outlooks(alice, now=EVENING)
    remove_opportunity(alice, uids[0], now=LATER)
    assert [one.uid for one in outlooks(alice, now=LATER)] == [uids[1]]
    assert outlooks(delete_everything(alice, now=LATER), now=LATER) == ()


def test_another_journal_in_the_place_of_this_is_noticed() -> None:
    alice = person()
    interviewed(alice)
    assert len(outlooks(alice, now=EVENING)) == 1
    alice.changes.update(uid="another")  # as if put back from a backup, and written on
    models.Facts.objects.update(employer="Harbour")
    assert [one.employer for one in outlooks(alice, now=EVENING)] == ["Harbour"]


def test_each_language_has_its_own() -> None:
    alice = person()
    interviewed(alice)
    first = outlooks(alice, now=EVENING)
    with translation.override("de"):
        assert same(first, outlooks(alice, now=EVENING)) == [False]


def test_the_pages_of_who_was_here_lately_are_ready() -> None:
    alice, bob = person("alice"), person("bob")
    for owner in (alice, bob):
        interviewed(owner)
    today(alice, now=EVENING, visit=True)
    outlook.forget()
    warm(now=at("2026-03-04 07:00"))
    assert queries(alice) == 1
    assert queries(bob) > 1


def queries(owner: User) -> int:
    with CaptureQueriesContext(connection) as caught:
        outlooks(owner, now=at("2026-03-04 07:01"))
    return len(caught)


def test_it_is_what_the_rows_say() -> None:
    alice = person()
    interviewed(alice)
    (book,) = held(alice)
    assert outlooks(alice, now=EVENING) == (outlook.outlook(book, EVENING),)
