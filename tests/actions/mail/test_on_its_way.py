"""What was released is on its way, and not to do; taken back or stopped, it is to do again."""

import pytest

from afterword.accounts.models import User
from afterword.actions.log_event import log_event
from afterword.actions.mail.arrived import Answer, arrived
from afterword.actions.mail.releases import open_letters
from afterword.actions.mail.withdraw import withdraw
from afterword.actions.opened import opened
from afterword.actions.opportunities import opportunities
from afterword.actions.today import Today, today
from afterword.etiquette.vocabulary import Act
from afterword.journal.outgoing import Release, State
from tests.actions.hunt import at, event, interviewed, person
from tests.actions.mail.mailboxes import LENA
from tests.actions.mail.outbox import RELEASED, World, hunting, released

pytestmark = pytest.mark.usefixtures("journal")
CALM = "Nothing more to send today, and that is right."


def acts(page: Today) -> list[Act]:
    """Return what Today has to do."""
    return [item.key.act for item in page.do]


def seen(owner: User, when: str = "2026-03-04 09:01") -> Today:
    """Return Today at a moment."""
    return today(owner, now=at(when))


def test_it_is_told_with_its_hour_and_neither_listed_nor_counted() -> None:
    alice = person()
    uid = hunting(alice, World())
    assert acts(seen(alice)) == [Act.THANK_YOU]
    released(alice, uid)
    page = seen(alice)
    assert (page.do, page.more) == ((), 0)
    assert page.sentence.startswith(CALM)
    (letter,) = page.letters.leaving
    assert (letter.said, letter.leaves_at) == ("Thank Lena by e-mail", at("2026-03-04 09:10"))


def test_it_makes_room_among_the_four() -> None:
    alice = person()
    uid = hunting(alice, World())
    for number in range(5):
        interviewed(alice, employer=f"Employer {number}")
    released(alice, uid)
    page = seen(alice)
    assert (len(page.do), page.more) == (4, 1)
    assert uid not in {item.opportunity for item in (*page.do, *page.later) if item.open}


def test_nobody_is_reminded_of_it_and_its_card_does_not_count_it() -> None:
    alice = person()
    uid = hunting(alice, World())
    (before,) = opportunities(alice, now=RELEASED)
    assert (before.open, "One thing to do" in before.sentence) == (1, True)
    released(alice, uid)
    assert opened(alice, now=RELEASED) == ()
    (after,) = opportunities(alice, now=RELEASED)
    assert (after.open, "Nothing to do today" in after.sentence) == (0, True)


def test_taken_back_it_is_to_do_again() -> None:
    alice = person()
    row = released(alice, hunting(alice, World()))
    withdraw(alice, row.uid, now=RELEASED)
    page = seen(alice)
    assert acts(page) == [Act.THANK_YOU]
    assert page.letters.leaving == ()


def test_it_is_not_to_do_while_it_leaves_nor_once_it_has_left() -> None:
    alice, world = person(), World()
    released(alice, hunting(alice, world))
    Release.objects.update(state=State.CLAIMED)
    assert acts(seen(alice)) == []
    Release.objects.update(state=State.WAITING)
    assert world.turn("2026-03-04 09:11") == 1
    page = seen(alice, "2026-03-04 09:12")
    assert (acts(page), page.letters.leaving) == ([], ())
    assert page.sentence.startswith("Nothing to send today")


def test_while_nobody_knows_whether_it_left_it_is_asked_about_and_not_to_do() -> None:
    alice = person()
    row = released(alice, hunting(alice, World()))
    Release.objects.update(state=State.UNSURE, why="It broke off.", attempted_at=RELEASED)
    page = seen(alice)
    assert acts(page) == []
    assert [(one.uid, one.why) for one in page.letters.asked] == [(row.uid, "It broke off.")]
    arrived(alice, row.uid, Answer.LET_BE, now=RELEASED)
    assert acts(seen(alice)) == [Act.THANK_YOU]


def test_stopped_because_they_wrote_its_step_stands_as_the_plan_has_it() -> None:
    alice, world = person(), World()
    uid = hunting(alice, world)
    released(alice, uid)
    reply = event("2026-03-04 09:05 received what=question from=lena")
    log_event(alice, uid, reply, now=at("2026-03-04 09:05"))
    assert Act.REPLY in acts(seen(alice, "2026-03-04 09:06"))
    assert world.turn("2026-03-04 09:11") == 0
    page = seen(alice, "2026-03-04 09:12")
    assert Act.THANK_YOU in acts(page)
    assert page.letters == open_letters(alice)
    assert (page.letters.asked, page.letters.leaving) == ((), ())


def test_thanks_on_their_way_over_one_role_are_not_to_do_over_another() -> None:
    alice = person()
    uid = hunting(alice, World())
    interviewed(alice, people=LENA, role="dispatcher")
    (item,) = seen(alice).do
    assert len(item.joined) == 1
    released(alice, uid)
    assert acts(seen(alice)) == []


def test_a_strangers_letter_takes_nothing_off() -> None:
    alice, bob = person(), person("bob")
    interviewed(bob)
    released(alice, hunting(alice, World()))
    assert acts(seen(bob)) == [Act.THANK_YOU]
