"""The sent mail: found by its Message-ID, in that folder alone, and copied there once."""

from afterword.mailbox import sent_mail
from afterword.mailbox.box import Use
from afterword.mailbox.memory import Memory, MemoryBox
from tests.mailbox.keepers import Keeper, letter


def test_a_letter_is_found_where_sent_mail_lies_whatever_that_is_called(keeper: Keeper) -> None:
    box = keeper.box()
    folder = next(one.name for one in box.folders() if one.use is Use.SENT)
    assert not sent_mail.holds(box, "one@initech.example")
    keeper.put(folder, letter("one"))
    assert sent_mail.holds(keeper.box(), "one@initech.example")
    assert not sent_mail.holds(keeper.box(), "ne@initech.example")


def test_a_draft_proves_nothing(keeper: Keeper) -> None:
    keeper.put("Drafts", letter("one"))
    keeper.put("INBOX", letter("one"))
    assert not sent_mail.holds(keeper.box(), "one@initech.example")


def test_a_copy_is_put_there_once(keeper: Keeper) -> None:
    box = keeper.box()
    folder = next(one.name for one in box.folders() if one.use is Use.SENT)
    sent_mail.copy(box, "one@initech.example", letter("one"))
    sent_mail.copy(box, "one@initech.example", letter("one"))
    assert box.state(folder).count == 1


def test_without_such_a_folder_nothing_is_found_and_nothing_is_put() -> None:
    memory = Memory()
    del memory.shelves["Sent"]
    box = MemoryBox(memory)
    sent_mail.copy(box, "one@initech.example", letter("one"))
    assert not sent_mail.holds(box, "one@initech.example")
