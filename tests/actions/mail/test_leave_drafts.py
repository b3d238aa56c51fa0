"""Drafts left in the mailbox: there once, as last saved, and no longer than they are due."""

import pytest

from afterword.accounts.models import User
from afterword.actions.log_event import log_event
from afterword.actions.mail.look_in import look_in
from afterword.actions.mail.mailbox import Wishes, wish
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.undo import undo
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.vocabulary import Channel
from afterword.journal.mailboxes import Placed
from afterword.mailbox.box import Box, Search
from tests.actions.hunt import at, event, person
from tests.actions.mail.mailboxes import LENA, LENA_AT, connected, deliver, looked, mail, thanked
from tests.mailbox.keepers import Keeper, MemoryKeeper
from tests.mailbox.test_drafts import edit, texts

pytestmark = pytest.mark.usefixtures("journal")
CHECK_IN = StepKey.parse("check-in:lena")
NOON, LATER = "2026-03-16 12:00", "2026-03-16 12:05"


def write(owner: User, uid: str, text: str = "Dear Lena, how are things?", **more: str) -> str:
    """Save words for the check-in; return the change."""
    state = DraftState(more.get("state", "open"))
    channel = Channel(more.get("channel", "email"))
    words = Words(CHECK_IN, text, channel, "Corbel", state=state)
    return save_draft(owner, uid, words, now=at("2026-03-16 11:00")).change


def test_what_was_saved_lies_there_once_and_as_it_was_last_saved(keeper: Keeper) -> None:
    alice = person()
    uid = thanked(alice)
    door = connected(alice, keeper)
    write(alice, uid)
    for when in (NOON, LATER):
        looked(alice, door, when)
        assert texts(keeper) == ["Dear Lena, how are things?"]
    write(alice, uid, "Dear Lena, is there news?")
    looked(alice, door, "2026-03-16 12:10")
    assert texts(keeper) == ["Dear Lena, is there news?"]
    assert keeper.unread("Drafts") == (1 if isinstance(keeper, MemoryKeeper) else 0)


def test_it_goes_when_an_answer_comes(keeper: Keeper) -> None:
    alice = person()
    door = connected(alice, keeper)
    write(alice, thanked(alice))
    looked(alice, door, NOON)
    raw = mail("Hi Alice,\n\nsorry for the wait. We decide next week.\n\nLena", when=NOON)
    deliver(keeper, raw, when=NOON)
    looked(alice, door, LATER)
    assert texts(keeper) == []


def test_it_goes_when_the_step_is_done_and_returns_when_that_is_undone(keeper: Keeper) -> None:
    alice = person()
    uid = thanked(alice)
    door = connected(alice, keeper)
    write(alice, uid)
    looked(alice, door, NOON)
    done = event("2026-03-16 11:30 sent act=check-in channel=phone to=lena", people=LENA)
    change = log_event(alice, uid, done, now=at(NOON)).change
    looked(alice, door, LATER)
    assert texts(keeper) == []
    undo(alice, change, now=at(LATER))
    looked(alice, door, "2026-03-16 12:10")
    assert texts(keeper) == ["Dear Lena, how are things?"]


def test_what_the_person_changed_there_is_theirs_whatever_happens(keeper: Keeper) -> None:
    alice = person()
    uid = thanked(alice)
    door = connected(alice, keeper)
    write(alice, uid)
    looked(alice, door, NOON)
    edit(keeper, b"how are things", b"how are you")
    write(alice, uid, "Something else")
    looked(alice, door, LATER)
    raw = mail("Hi Alice,\n\nsorry for the wait. We decide next week.\n\nLena", when=LATER)
    deliver(keeper, raw, when=LATER)
    looked(alice, door, "2026-03-16 12:10")
    assert texts(keeper) == ["Dear Lena, how are you?"]
    assert [row.state for row in Placed.objects.all()] == ["theirs"]


def test_what_the_person_took_away_does_not_come_back(keeper: Keeper) -> None:
    alice = person()
    uid = thanked(alice)
    door = connected(alice, keeper)
    write(alice, uid)
    looked(alice, door, NOON)
    box = keeper.box()
    box.state("Drafts")
    keeper.drop("Drafts", next(uid for run in box.uids("Drafts", Search()) for uid in run))
    write(alice, uid, "Dear Lena, is there news?")
    looked(alice, door, LATER)
    assert texts(keeper) == []


def test_it_answers_what_came_last_from_that_person(keeper: Keeper) -> None:
    alice = person()
    uid = thanked(alice)
    door = connected(alice, keeper)
    first = mail(
        "Hi Alice,\n\nthanks!\n\nLena", when="2026-03-04 09:00", message_id="<1@corbel.example>"
    )
    deliver(keeper, first, when="2026-03-04 09:00")
    write(alice, uid)
    looked(alice, door, "2026-04-01 12:00")
    (raw,) = drafts_of(keeper.box())
    assert b"In-Reply-To: <1@corbel.example>" in raw
    assert f"To: Lena <{LENA_AT}>".encode() in raw
    assert b"Subject: Re: Your interview" in raw


def drafts_of(box: Box) -> list[bytes]:
    box.state("Drafts")
    uids = [uid for run in box.uids("Drafts", Search()) for uid in run]
    return [raw for uid in uids if (raw := box.message("Drafts", uid))]


@pytest.mark.parametrize(
    "more",
    [{"state": "copied"}, {"channel": "handwritten"}, {"text": "  "}],
    ids=["copied", "by hand", "empty"],
)
def test_what_goes_another_way_is_not_left_there(more: dict[str, str]) -> None:
    alice, keeper = person(), MemoryKeeper()
    door = connected(alice, keeper)
    write(alice, thanked(alice), **more)
    looked(alice, door, NOON)
    assert texts(keeper) == []


def test_nothing_is_left_before_its_time_nor_where_nobody_wants_it() -> None:
    alice, keeper = person(), MemoryKeeper()
    door = connected(alice, keeper)
    uid = thanked(alice)
    words = Words(CHECK_IN, "Dear Lena", Channel.EMAIL)
    save_draft(alice, uid, words, now=at("2026-03-04 09:00"))
    looked(alice, door, "2026-03-04 10:00")
    assert texts(keeper) == []
    wish(alice, Wishes(drafts=False), now=at(NOON))
    looked(alice, door, NOON)
    assert texts(keeper) == []
    wish(alice, Wishes(drafts=True), now=at(NOON))
    look_in(alice, now=at(LATER), door=door)
    assert texts(keeper) == ["Dear Lena"]
