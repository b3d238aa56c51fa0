"""Words that the candidate sent with their own mail program: done, and not advised any more."""

import pytest

from afterword.accounts.models import User
from afterword.actions.log_event import log_event
from afterword.actions.mail.mailbox_door import Door
from afterword.actions.mail.sent_by_hand import is_alike
from afterword.actions.save_draft import Words, save_draft
from afterword.actions.today import today
from afterword.actions.undo import undo
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.vocabulary import Channel
from tests.actions.hunt import at, book, event, person
from tests.actions.mail.mailboxes import (
    ADDRESS,
    LENA,
    LENA_AT,
    connected,
    deliver,
    looked,
    mail,
    thanked,
)
from tests.mailbox.keepers import MemoryKeeper
from tests.mailbox.test_drafts import texts

pytestmark = pytest.mark.usefixtures("journal")
CHECK_IN = StepKey.parse("check-in:lena")
TEXT = (
    "Dear Lena,\n\nwhen we met, you hoped to know more by now. Is there any news of the planner’s"
    " role?\n\nKind regards,\nAlice"
)
NOON, LATER = "2026-03-16 12:00", "2026-03-16 14:00"


class Hunt:
    """Alice, a check-in that she wrote, and her mailbox, in which it lies."""

    def __init__(self, state: DraftState = DraftState.OPEN) -> None:
        self.alice: User = person()
        self.uid = thanked(self.alice)
        self.keeper = MemoryKeeper()
        self.door: Door = connected(self.alice, self.keeper)
        words = Words(CHECK_IN, TEXT, Channel.EMAIL, "The planner’s role", state=state)
        save_draft(self.alice, self.uid, words, now=at("2026-03-16 11:00"))
        looked(self.alice, self.door, NOON)

    def send(self, text: str, to: str = LENA_AT, **headers: str) -> None:
        """Send a mail with another program."""
        raw = mail(text, when="2026-03-16 13:00", sender=f"Alice <{ADDRESS}>", to=to, **headers)
        deliver(self.keeper, raw, when="2026-03-16 13:00", folder="Sent")
        looked(self.alice, self.door, LATER)

    @property
    def done(self) -> list[str]:
        sent = [row for row in book(self.alice, self.uid).events if row.kind == "sent"]
        return [f"{row.payload['act']} {row.on[:16]}" for row in sent][1:]

    @property
    def advised(self) -> list[str]:
        return [str(item.key) for item in today(self.alice, now=at(LATER)).do]


def test_the_draft_sent_as_it_was_is_done_and_can_be_undone() -> None:
    hunt = Hunt()
    (draft,) = hunt.keeper.memory["Drafts"].messages.values()
    hunt.keeper.memory["Drafts"].messages.clear()
    deliver(hunt.keeper, draft.raw, when="2026-03-16 13:00", folder="Sent")
    looked(hunt.alice, hunt.door, LATER)
    assert (hunt.done, hunt.advised) == (["check-in 2026-03-16T12:00"], [])
    (change,) = {row.change.batch for row in book(hunt.alice, hunt.uid).drafts}
    undo(hunt.alice, change, now=at(LATER))
    assert (hunt.done, hunt.advised) == ([], ["check-in:lena"])


@pytest.mark.parametrize("state", [DraftState.OPEN, DraftState.COPIED])
def test_words_changed_here_and_there_are_the_same_letter(state: DraftState) -> None:
    hunt = Hunt(state)
    hunt.send(TEXT.replace("by now", "by this week").replace("Kind", "Best"))
    assert (hunt.done, hunt.advised) == (["check-in 2026-03-16T13:00"], [])
    assert texts(hunt.keeper) == []


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Dear Lena,\n\nI will be ten minutes late tomorrow.\n\nAlice", LENA_AT),
        (TEXT, "tom@corbel.example"),
        (TEXT, "lena@elsewhere.example"),
    ],
)
def test_another_letter_is_another_letter(text: str, to: str) -> None:
    hunt = Hunt()
    hunt.send(text, to)
    assert (hunt.done, hunt.advised) == ([], ["check-in:lena"])


def test_what_was_logged_already_is_not_logged_twice() -> None:
    hunt = Hunt()
    done = event("2026-03-16 13:00 sent act=check-in channel=email to=lena", people=LENA)
    log_event(hunt.alice, hunt.uid, done, now=at("2026-03-16 13:30"))
    hunt.send(TEXT)
    assert hunt.done == ["check-in 2026-03-16T13:00"]


def test_nothing_is_like_nothing() -> None:
    assert not is_alike("", "")
    assert not is_alike("Dear Lena", "")
    assert is_alike("Dear Lena", "Dear Lena")
