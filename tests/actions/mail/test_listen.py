"""Listening: what comes in is looked at when the server tells of it, once; else it is polled."""

from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from afterword.accounts.vault import Locked
from afterword.actions.mail.forget_mailbox import forget_mailbox, rest_after_a_restore
from afterword.actions.mail.listen import Ear, Line, lines
from afterword.actions.mail.look_in import look, look_in
from afterword.actions.mail.mailbox_door import Door
from afterword.actions.mail.when_to_listen import Next, hang_up
from afterword.actions.today import today
from afterword.journal import mail as kept
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox.box import Box, Heard
from afterword.mailbox.memory import MemoryBox
from afterword.mailbox.server import Credentials, Server
from afterword.mailbox.trouble import Dropped, NotLetIn, Trouble
from tests.actions.hunt import at, person
from tests.actions.mail.mailboxes import connected, deliver, looked, mail, thanked
from tests.mailbox.faults import FaultyBox, Plan
from tests.mailbox.keepers import Keeper, MemoryKeeper

pytestmark = pytest.mark.usefixtures("journal")
ANSWER = "Hi Alice,\n\nwe are still talking to others, and I will tell you more.\n\nLena"
BEFORE, LATER = at("2026-03-16 09:00"), at("2026-03-16 10:00")
SOON = Next(timedelta(seconds=2))


def begun(keeper: Keeper) -> tuple[User, Door, Ear]:
    """Return somebody whose mailbox was looked into, the door, and who listens at it."""
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    looked(alice, door, "2026-03-16 09:00")
    (line,) = lines()
    ear = Ear(line, door)
    return alice, door, ear


def enough() -> bool:
    return True


def arrives(keeper: Keeper, text: str = ANSWER) -> None:
    deliver(keeper, mail(text, when="2026-03-16 09:30"), when="2026-03-16 09:30")


def counted(door: Door) -> tuple[list[str], Door]:
    """Return a door that notes each time that it is gone through."""
    through: list[str] = []

    def counting(server: Server, credentials: Credentials) -> Box:
        through.append(server.host)
        return door(server, credentials)

    return through, counting


def test_an_answer_changes_the_plan_when_the_server_tells_of_it(keeper: Keeper) -> None:
    alice, _, ear = begun(keeper)
    ear.begin(now=BEFORE)
    assert [str(item.key) for item in today(alice, now=LATER).do] == ["check-in:lena"]
    arrives(keeper)
    heard = ear.wait(enough)
    assert heard is Heard.NEWS
    assert ear.answer(heard, now=LATER) == SOON
    assert today(alice, now=LATER).do == ()
    assert ear.wait(enough) in {Heard.NOTHING, Heard.DEAF}
    ear.close()


def test_what_came_before_one_listened_is_looked_at_at_once(keeper: Keeper) -> None:
    alice, _, ear = begun(keeper)
    arrives(keeper)
    assert ear.begin(now=LATER) == SOON
    assert kept.messages(alice).count() == 1
    ear.close()


def test_one_message_is_looked_at_once_and_the_poll_follows_later() -> None:
    keeper = MemoryKeeper()
    _, door, ear = begun(keeper)
    through, counting = counted(door)
    ear = Ear(ear.line, counting)
    ear.begin(now=BEFORE)
    assert through == ["imap.home.example"]  # to listen; no look, for nothing had come
    arrives(keeper)
    assert ear.answer(ear.wait(enough), now=LATER) == SOON
    assert len(through) == 2
    assert look(now=LATER + timedelta(minutes=4), door=counting) == 0
    assert look(now=LATER + timedelta(minutes=5), door=counting) == 1


@pytest.mark.parametrize(("seconds", "looks"), [(-1, 1), (1, 0)])
def test_while_another_looks_one_waits_and_looks_only_if_that_began_too_early(
    seconds: int, looks: int
) -> None:
    keeper = MemoryKeeper()
    alice, door, ear = begun(keeper)
    through, counting = counted(door)
    ear = Ear(ear.line, counting)
    ear.begin(now=BEFORE)
    Mailbox.objects.update(looking=LATER)
    arrives(keeper)
    assert ear.answer(ear.wait(enough), now=LATER) == SOON
    assert ear.wait(enough) is Heard.NEWS  # it is owed
    Mailbox.objects.update(looking=None, looked=LATER + timedelta(seconds=seconds))
    assert ear.answer(Heard.NEWS, now=LATER + timedelta(seconds=2)) == SOON
    assert len(through) == 1 + looks
    assert kept.messages(alice).count() == looks
    assert ear.wait(enough) is Heard.DEAF


def test_what_only_goes_is_no_news_and_is_not_looked_at() -> None:
    keeper = MemoryKeeper()
    alice, door, ear = begun(keeper)
    arrives(keeper)
    looked(alice, door, "2026-03-16 09:40")
    through, counting = counted(door)
    ear = Ear(ear.line, counting)
    ear.begin(now=LATER)
    keeper.drop("INBOX", 1)
    heard = ear.wait(enough)
    assert heard is Heard.NEWS
    pauses = [ear.answer(heard, now=LATER).pause.seconds for _ in range(2)]
    assert pauses == [4, 8]
    assert ear.answer(Heard.NOTHING, now=LATER) == Next()
    assert len(through) == 1


@pytest.mark.parametrize(
    ("trouble", "minutes"),
    [(Dropped("imap.home.example"), 5), (NotLetIn("imap.home.example", "no"), 360)],
)
def test_who_is_not_let_in_comes_again_after_the_pause_of_a_look(
    trouble: Trouble, minutes: int
) -> None:
    _, _, ear = begun(MemoryKeeper())
    ear = Ear(ear.line, lambda *_: failing(trouble))
    assert ear.begin(now=LATER) == hang_up(timedelta(minutes=minutes))
    ear.close()


def failing(error: Exception) -> Box:
    raise error


@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_line_that_breaks_off_is_polled_and_nothing_is_lost(call: int) -> None:
    keeper = MemoryKeeper()
    alice, door, ear = begun(keeper)
    breaking = FaultyBox(keeper.memory, Plan(breaks_at=call))
    ear = Ear(ear.line, lambda *_: breaking)
    then = ear.begin(now=BEFORE)
    arrives(keeper)
    if then.stays:
        then = ear.answer(ear.wait(enough), now=LATER)
    assert then == hang_up(timedelta(minutes=5))
    assert look(now=LATER + timedelta(minutes=5), door=door) == 1
    assert kept.messages(alice).count() == 1


def test_a_look_that_fails_hangs_up_for_as_long_as_the_mailbox_rests() -> None:
    keeper = MemoryKeeper()
    _, _, ear = begun(keeper)
    boxes = iter([MemoryBox(keeper.memory)])
    ear = Ear(ear.line, lambda *_: next(boxes, None) or failing(NotLetIn("h", "no")))
    ear.begin(now=BEFORE)
    arrives(keeper)
    assert ear.answer(ear.wait(enough), now=LATER) == hang_up(timedelta(hours=6))
    assert lines() == ()  # until a look succeeds


def test_a_server_where_nobody_can_wait_is_polled() -> None:
    _, _, ear = begun(MemoryKeeper())
    ear.begin(now=BEFORE)
    assert ear.wait(enough) is Heard.DEAF
    assert ear.answer(Heard.DEAF, now=LATER) == hang_up(timedelta(hours=6))


def test_a_password_that_no_key_opens_is_not_asked_for_each_minute() -> None:
    _, _, ear = begun(MemoryKeeper())
    ear = Ear(ear.line, lambda *_: failing(Locked()))
    assert ear.begin(now=LATER) == hang_up(timedelta(hours=6))


@pytest.mark.parametrize(
    "change",
    [
        lambda: forget_mailbox(User.objects.get()),
        lambda: Mailbox.objects.update(connected=LATER),
    ],
)
def test_a_mailbox_that_was_forgotten_or_connected_anew_is_left(
    change: Callable[[], object],
) -> None:
    keeper = MemoryKeeper()
    _, door, ear = begun(keeper)
    ear.begin(now=BEFORE)
    arrives(keeper)
    change()
    assert ear.answer(ear.wait(enough), now=LATER) == hang_up(timedelta(0))
    assert Ear(ear.line, door).begin(now=LATER) == hang_up(timedelta(0))


def test_a_mailbox_forgotten_at_the_last_moment_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = MemoryKeeper()
    alice, _, ear = begun(keeper)
    ear.begin(now=BEFORE)
    arrives(keeper)
    heard = ear.wait(enough)

    def meanwhile(*given: object, **more: object) -> object:
        forget_mailbox(alice)
        return look_in(*given, **more)  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr("afterword.actions.mail.listen.look_in", meanwhile)
    assert ear.answer(heard, now=LATER) == hang_up(timedelta(0))


def test_one_listens_where_a_look_came_to_its_end_and_all_is_well() -> None:
    alice = person()
    thanked(alice)
    keeper = MemoryKeeper()
    door = connected(alice, keeper)
    assert lines() == ()  # not yet looked into
    looked(alice, door, "2026-03-16 09:00")
    (line,) = lines()
    assert line.folder == "INBOX"
    assert lines(without={line}) == ()
    assert lines(most=0) == ()
    Mailbox.objects.update(trouble="No.")
    assert lines() == ()
    Mailbox.objects.update(doubted="INBOX")
    assert lines() == (line,)
    User.objects.update(is_active=False)
    assert lines() == ()
    User.objects.update(is_active=True)
    rest_after_a_restore()
    assert lines() == ()


def test_at_most_eight_are_listened_at_and_the_others_are_polled() -> None:
    for number in range(10):
        owner = new_owner(f"person-{number}", now=BEFORE)
        Mailbox.objects.create(owner=owner, connected=BEFORE, looked=BEFORE, next=LATER)
    first = lines()
    assert len(first) == 8
    assert len(lines(without=set(first))) == 2


@pytest.mark.parametrize(
    ("chosen", "folder"), [([], "INBOX"), (["Jobs", "INBOX"], "INBOX"), (["Jobs"], "Jobs")]
)
def test_one_listens_where_answers_come_in(chosen: list[str], folder: str) -> None:
    begun(MemoryKeeper())
    Mailbox.objects.update(folders=chosen)
    (line,) = lines()
    assert line == msgspec.structs.replace(line, folder=folder)
    assert isinstance(line, Line)
