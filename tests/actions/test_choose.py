"""Not this time, later, I did it: what is decided about a step holds, and can be undone."""

from datetime import date

import pytest

from afterword.accounts.models import User
from afterword.actions.choose import Choosing, choose, dates_allowed
from afterword.actions.errors import Refused
from afterword.actions.log_event import log_event
from afterword.actions.timeline import timeline
from afterword.actions.today import Today, today
from afterword.actions.undo import undo
from afterword.actions.values import Decision, StepKey
from afterword.etiquette.vocabulary import Act
from tests.actions.hunt import EVENING, at, event, interviewed, person

pytestmark = pytest.mark.usefixtures("journal")

THANK_LENA = StepKey(Act.THANK_YOU, "lena")
NOT_THIS_TIME = Choosing(Decision.NOT_THIS_TIME)


def to_do(page: Today) -> list[str]:
    return [str(item.key) for item in page.do]


def seen(owner: User, when: str = "2026-03-03 18:45") -> Today:
    return today(owner, now=at(when))


def test_not_this_time_takes_a_step_away_and_undo_brings_it_back() -> None:
    alice = person()
    uid = interviewed(alice)
    done = choose(alice, uid, THANK_LENA, NOT_THIS_TIME, now=EVENING)
    assert to_do(seen(alice)) == []
    assert [one.said for one in seen(alice).done] == ["Thank Lena: not this time"]
    undo(alice, done.change, now=EVENING)
    assert to_do(seen(alice)) == ["thank-you:lena"]
    assert seen(alice).done == ()


def test_not_this_time_holds_until_something_new_happens() -> None:
    alice = person()
    uid = interviewed(alice)
    choose(alice, uid, THANK_LENA, NOT_THIS_TIME, now=EVENING)
    machine = event("2026-03-03 18:40 received what=auto-reply from=lena")
    log_event(alice, uid, machine, now=at("2026-03-03 18:41"))
    assert to_do(seen(alice)) == []
    again = event("2026-03-05 10:00 interview with=lena")
    log_event(alice, uid, again, now=at("2026-03-05 11:00"))
    assert to_do(seen(alice, "2026-03-05 12:00")) == ["thank-you:lena"]


def test_later_offers_only_days_that_the_rules_allow() -> None:
    alice = person()
    uid = interviewed(alice)
    days = dates_allowed(alice, uid, THANK_LENA, now=EVENING)
    assert days[0] == date(2026, 3, 4)
    assert date(2026, 3, 24) not in days
    late = Choosing(Decision.LATER, date(2026, 3, 24))
    with pytest.raises(Refused, match="not a day on which"):
        choose(alice, uid, THANK_LENA, late, now=EVENING)
    with pytest.raises(Refused, match="No day"):
        choose(alice, uid, THANK_LENA, Choosing(Decision.LATER), now=EVENING)


def test_later_moves_a_step_to_its_day() -> None:
    alice = person()
    uid = interviewed(alice)
    later = Choosing(Decision.LATER, date(2026, 3, 5))
    choose(alice, uid, THANK_LENA, later, now=EVENING)
    page = seen(alice)
    assert to_do(page) == []
    assert [(str(item.key), item.until) for item in page.later][:1] == [
        ("thank-you:lena", date(2026, 3, 5))
    ]
    assert to_do(seen(alice, "2026-03-05 09:30")) == ["thank-you:lena"]


def test_what_was_done_is_logged_with_it_and_undone_with_it() -> None:
    alice = person()
    uid = interviewed(alice)
    done = choose(alice, uid, THANK_LENA, Choosing(Decision.DID_IT), now=EVENING)
    (newest, _) = timeline(alice, uid, now=EVENING).events
    assert newest.event.act is Act.THANK_YOU  # type: ignore[union-attr]  # it is a Sent
    assert [one.change for one in seen(alice).done] == [done.change]
    undo(alice, done.change, now=EVENING)
    assert len(timeline(alice, uid, now=EVENING).events) == 1


def test_only_steps_of_the_plan_can_be_decided_about() -> None:
    alice = person()
    uid = interviewed(alice)
    with pytest.raises(Refused, match="not in the plan"):
        choose(alice, uid, StepKey(Act.GIFT, "lena"), NOT_THIS_TIME, now=EVENING)
