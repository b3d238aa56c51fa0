"""Drafts in the person's own Drafts, in memory and behind a real server."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from afterword.mailbox import drafts
from afterword.mailbox.box import Box, Search, Use
from afterword.mailbox.drafts import Deed, Due, Keep, Leave, Put, Take
from afterword.mailbox.folders import find
from afterword.mailbox.letter import Letter, content_of, step_of
from afterword.mailbox.recognising.message import Address
from tests.mailbox.keepers import Keeper, letter

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def words(text: str = "Thank you for your time.", name: str = "one") -> Letter:
    step = step_of(name, "thank-you", "1", secret=b"secret")
    return Letter(step, Address("alice@home.example"), Address("bob@x.example"), "Thanks", text)


STEP = words().step


def folder_of(box: Box) -> str:
    folder = find(box.folders(), Use.DRAFTS)
    assert folder
    return folder.name


def settle(
    box: Box, *due: Due, retired: Sequence[str] = (), now: datetime = NOW
) -> tuple[type[Deed], ...]:
    """Do what is to be done, and return what that was."""
    folder = folder_of(box)
    deeds = drafts.decide(due, drafts.present(box, folder), retired=frozenset(retired))
    return tuple(type(deed) for deed in drafts.carry_out(box, folder, deeds, now=now))


def texts(keeper: Keeper) -> list[str]:
    box = keeper.box()
    folder = folder_of(box)
    box.state(folder)
    found = [box.message(folder, uid) for run in box.uids(folder, Search()) for uid in run]
    return [raw.split(b"\r\n\r\n")[1].strip().decode() for raw in found if raw]


def edit(keeper: Keeper, old: bytes, new: bytes) -> None:
    """Change our draft as mail programs do: a new message is added, the old one deleted."""
    box = keeper.box()
    folder = folder_of(box)
    box.state(folder)
    ((uid, *_),) = box.uids(folder, Search())
    raw = box.message(folder, uid)
    assert raw
    assert old in raw
    box.append(folder, raw.replace(old, new), draft=True)
    keeper.drop(folder, uid)


def test_a_draft_that_is_due_is_put_there_once(keeper: Keeper) -> None:
    box = keeper.box()
    assert settle(box, Due(words())) == (Put,)
    assert settle(box, Due(words())) == (Keep,), "even if we forgot that we did"
    assert settle(box, Due(words(), placed=True), now=NOW.replace(hour=23)) == (Keep,)
    assert texts(keeper) == ["Thank you for your time."]


def test_it_lies_there_as_a_draft_with_its_own_message_id(keeper: Keeper) -> None:
    box = keeper.box()
    settle(box, Due(words()))
    folder = folder_of(box)
    (run,) = box.uids(folder, Search(name="Message-ID", value=words().message_id))
    (head,) = box.heads(folder, tuple(run))
    assert (head.draft, head.step, head.content) == (True, STEP, words().content)


def test_new_words_replace_the_old_ones(keeper: Keeper) -> None:
    box = keeper.box()
    settle(box, Due(words()))
    assert settle(box, Due(words("Better."), placed=True)) == (Put, Take)
    assert texts(keeper) == ["Better."]


def test_a_draft_is_taken_away_when_its_step_is_over(keeper: Keeper) -> None:
    box = keeper.box()
    settle(box, Due(words()), Due(words(name="other")))
    assert settle(box, retired=[STEP]) == (Take,)
    assert settle(box, retired=[STEP]) == ()
    assert len(texts(keeper)) == 1


@pytest.mark.parametrize("new", ["Better.", "Thank you for your time."])
def test_what_the_person_edited_is_theirs(keeper: Keeper, new: str) -> None:
    settle(keeper.box(), Due(words()))
    edit(keeper, b"Thank you for", b"Many thanks for")
    assert settle(keeper.box(), Due(words(new), placed=True)) == (Leave,)
    assert settle(keeper.box(), retired=[STEP]) == (Leave,)
    assert texts(keeper) == ["Many thanks for your time."]


def test_what_the_person_edited_in_a_program_that_drops_our_header_is_theirs(
    keeper: Keeper,
) -> None:
    settle(keeper.box(), Due(words()))
    edit(keeper, b"X-Afterword-", b"X-Gone-")
    assert settle(keeper.box(), Due(words("Better."), placed=True)) == (Leave,)
    assert settle(keeper.box(), retired=[STEP]) == ()
    assert len(texts(keeper)) == 1


def test_what_the_person_sent_or_deleted_does_not_come_back(keeper: Keeper) -> None:
    box = keeper.box()
    settle(box, Due(words()))
    assert settle(box, retired=[STEP]) == (Take,)  # as good as their own hand
    assert settle(box, Due(words(), placed=True)) == (Leave,)
    assert settle(box, Due(words("Better."), placed=True)) == (Leave,)
    assert texts(keeper) == []


def test_a_draft_that_lies_there_twice_is_left_once(keeper: Keeper) -> None:
    box = keeper.box()
    for _ in range(3):
        box.append(folder_of(box), words().raw(now=NOW), draft=True)
    assert settle(box, Due(words(), placed=True)) == (Keep, Take, Take)
    assert len(texts(keeper)) == 1


def test_beside_an_edited_draft_ours_is_taken_away(keeper: Keeper) -> None:
    settle(keeper.box(), Due(words()))
    edit(keeper, b"Thank you for", b"Many thanks for")
    box = keeper.box()
    box.append(folder_of(box), words("Better.").raw(now=NOW), draft=True)
    assert settle(box, Due(words("Better."), placed=True)) == (Leave, Take)
    assert texts(keeper) == ["Many thanks for your time."]


def test_drafts_of_others_are_not_looked_into(keeper: Keeper) -> None:
    box = keeper.box()
    folder = folder_of(box)
    box.append(folder, letter("theirs"), draft=True)
    box.append(folder, words(name="another Afterword").raw(now=NOW), draft=True)
    assert settle(box, retired=[STEP]) == ()
    assert len(drafts.present(box, folder)) == 1
    assert len(texts(keeper)) == 2


def test_a_real_server_keeps_the_words_as_they_are(keeper: Keeper) -> None:
    box = keeper.box()
    long = words("Grüße aus Köln – " * 40 + "\n\n.\nFrom here\n\n\n")
    settle(box, Due(long))
    folder = folder_of(box)
    ((uid, *_),) = box.uids(folder, Search())
    assert content_of(box.message(folder, uid) or b"") == long.content
