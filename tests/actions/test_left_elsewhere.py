"""Before everything is deleted, what Afterword left in calendar and mailbox can be taken away."""

from datetime import timedelta

import pytest

from afterword.accounts.models import User
from afterword.actions.left_elsewhere import Left, Place, Ways, left_elsewhere, take_away
from afterword.actions.mail.look_in import look_in
from afterword.actions.reminders.sync_agenda import sync_now
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.values import StepKey
from afterword.etiquette.problem import Malformed
from afterword.journal.agendas import Agenda as Row
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox.agenda import Agenda
from afterword.mailbox.box import Box
from afterword.mailbox.server import Credentials, Password, Server
from afterword.mailbox.trouble import NotLetIn, Unreachable
from tests.actions.hunt import at, person
from tests.actions.mail.mailboxes import ADDRESS, connected, leads_to, looked, thanked
from tests.actions.reminders import agendas
from tests.mailbox.desks import Desk, MemoryDesk
from tests.mailbox.keepers import Keeper, MemoryKeeper
from tests.mailbox.test_drafts import edit, texts

pytestmark = pytest.mark.usefixtures("journal")
WORDS = "Dear Lena, how are things?"
NOON = at("2026-03-16 12:00")
LATER = NOON + timedelta(minutes=10)
BOTH = (Place.CALENDAR, Place.DRAFTS)


def silent(server: Server, credentials: Credentials) -> Box:
    """Lead to a mailbox that does not answer."""
    del credentials
    raise Unreachable(server.host, server.port)


def shut(url: str, credentials: Password) -> Agenda:
    """Lead to calendars that let nobody in."""
    del credentials
    raise NotLetIn(url, "")


def settled(owner: User, keeper: Keeper, desk: Desk) -> Ways:
    """Have Afterword write into a calendar and a mailbox; return the ways there."""
    mailbox = connected(owner, keeper)
    uid = thanked(owner)
    save_draft(owner, uid, Words(StepKey.parse("check-in:lena"), WORDS), now=NOON)
    looked(owner, mailbox, "2026-03-16 12:00")
    calendar = agendas.connected(owner, desk, now=NOON)
    sync_now(owner, now=NOON, door=calendar)
    return Ways(calendar=calendar, mailbox=mailbox)


def test_it_is_told_what_lies_where_and_nothing_where_nothing_is_connected() -> None:
    alice, bob, keeper, desk = person(), person("bob"), MemoryKeeper(), MemoryDesk()
    assert left_elsewhere(alice) == ()
    settled(alice, keeper, desk)
    assert left_elsewhere(alice) == (
        Left(Place.CALENDAR, "Hunt", 1),
        Left(Place.DRAFTS, ADDRESS, 1),
    )
    assert left_elsewhere(bob) == ()


def test_both_are_taken_away(keeper: Keeper, desk: Desk) -> None:
    alice = person()
    ways = settled(alice, keeper, desk)
    assert take_away(alice, BOTH, now=LATER, ways=ways) == 2
    assert texts(keeper) == []
    assert left_elsewhere(alice) == ()


def test_only_what_is_asked_for_is_taken() -> None:
    alice, keeper, desk = person(), MemoryKeeper(), MemoryDesk()
    ways = settled(alice, keeper, desk)
    assert take_away(alice, [Place.CALENDAR], now=LATER, ways=ways) == 1
    assert texts(keeper) == [WORDS]
    assert take_away(alice, [], now=LATER, ways=ways) == 0


def test_a_draft_that_the_person_changed_stays_and_does_not_count(
    keeper: Keeper, desk: Desk
) -> None:
    alice = person()
    ways = settled(alice, keeper, desk)
    edit(keeper, b"how are things", b"how are you")
    assert take_away(alice, BOTH, now=LATER, ways=ways) == 1
    assert texts(keeper) == ["Dear Lena, how are you?"]


def test_who_does_not_answer_is_named_and_the_other_goes_on_as_before() -> None:
    alice, keeper, desk = person(), MemoryKeeper(), MemoryDesk()
    ways = settled(alice, keeper, desk)
    with pytest.raises(Malformed) as told:
        take_away(alice, BOTH, now=LATER, ways=Ways(ways.calendar, silent))
    (problem,) = told.value.problems
    assert problem.path == Place.DRAFTS
    assert "No mail server answers at imap.home.example" in problem.message
    assert sync_now(alice, now=LATER, door=ways.calendar).put == 1
    assert texts(keeper) == [WORDS]


def test_each_that_does_not_answer_is_named() -> None:
    alice, keeper, desk = person(), MemoryKeeper(), MemoryDesk()
    settled(alice, keeper, desk)
    with pytest.raises(Malformed) as told:
        take_away(alice, BOTH, now=LATER, ways=Ways(shut, silent))
    assert [one.path for one in told.value.problems] == list(BOTH)
    assert look_in(alice, now=LATER, door=leads_to(keeper)).ended


def test_where_the_key_is_gone_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    alice, keeper, desk = person(), MemoryKeeper(), MemoryDesk()
    ways = settled(alice, keeper, desk)
    monkeypatch.setenv("AFTERWORD_KEY", "of no use")
    with pytest.raises(Malformed) as told:
        take_away(alice, BOTH, now=LATER, ways=ways)
    assert ["Enter it once more" in one.message for one in told.value.problems] == [True, True]


def test_while_somebody_is_at_work_there_it_waits_and_whoever_died_keeps_nobody() -> None:
    alice, keeper, desk = person(), MemoryKeeper(), MemoryDesk()
    ways = settled(alice, keeper, desk)
    Row.objects.update(writing=LATER)
    Mailbox.objects.update(looking=LATER)
    with pytest.raises(Malformed, match="at work there"):
        take_away(alice, BOTH, now=LATER, ways=ways)
    assert Row.objects.get().writing == LATER
    assert take_away(alice, BOTH, now=LATER + timedelta(minutes=31), ways=ways) == 2


def test_nothing_is_written_there_anew_until_everything_is_deleted() -> None:
    alice, keeper, desk = person(), MemoryKeeper(), MemoryDesk()
    ways = settled(alice, keeper, desk)
    take_away(alice, BOTH, now=LATER, ways=ways)
    assert Row.objects.get().writing == LATER
    assert Mailbox.objects.get().looking == LATER
