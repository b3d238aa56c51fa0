"""What becomes of our drafts in the person's own Drafts: decided first, then done.

A draft is ours as long as it stands as we left it. From the first word that the person changes, or
once they took it away, it is theirs: it is never touched, and never put there again.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from afterword.mailbox import letter, runs
from afterword.mailbox.box import MOST_HEADS, Box, Search
from afterword.mailbox.letter import Letter


class Due(msgspec.Struct, frozen=True):
    """A draft that belongs there; `placed`: we have put one for this step there before."""

    letter: Letter
    placed: bool = False


class Present(msgspec.Struct, frozen=True):
    """A draft of ours that is there: `content` as we noted it, and whether it still is."""

    uid: int
    step: str
    content: str
    untouched: bool


class Put(msgspec.Struct, frozen=True):
    """Append a draft."""

    letter: Letter


class Take(msgspec.Struct, frozen=True):
    """Take a draft of ours away."""

    uid: int
    step: str


class Keep(msgspec.Struct, frozen=True):
    """The right draft is there already."""

    uid: int
    step: str


class Leave(msgspec.Struct, frozen=True):
    """The person has made it theirs: `edited`, or else sent, deleted or filed elsewhere."""

    step: str
    edited: bool


Deed = Put | Take | Keep | Leave


def present(box: Box, folder: str) -> tuple[Present, ...]:
    """Return the drafts of ours in a folder, whichever step they are for."""
    box.state(folder)
    return tuple(_present(box, folder))


def _present(box: Box, folder: str) -> Iterator[Present]:
    for uids in runs.slices(box.uids(folder, Search()), MOST_HEADS):
        for head in box.heads(folder, uids):
            raw = box.message(folder, head.uid) if head.step else None
            if raw is not None:
                untouched = letter.content_of(raw) == head.content
                yield Present(head.uid, head.step, head.content, untouched)


def decide(
    due: Iterable[Due], found: tuple[Present, ...], *, retired: frozenset[str] = frozenset()
) -> tuple[Deed, ...]:
    """Return what to do, in an order in which breaking off anywhere does no harm.

    `retired` are the steps whose drafts are to go. A draft for any other step is left alone: it may
    be another Afterword's, that reads the same mailbox.
    """
    deeds: list[Deed] = []
    for one in due:
        deeds += _for_one(one, [draft for draft in found if draft.step == one.letter.step])
    for draft in found:
        if draft.step in retired:
            deeds.append(Take(draft.uid, draft.step) if draft.untouched else _edited(draft.step))
    return tuple(deeds)


def _for_one(due: Due, found: list[Present]) -> Iterator[Deed]:
    step, content = due.letter.step, due.letter.content
    ours = [draft for draft in found if draft.untouched]
    right = [draft for draft in ours if draft.content == content]
    if len(ours) < len(found):
        yield _edited(step)
        right = []
    elif right:
        yield Keep(right[0].uid, step)
    elif ours or not due.placed:
        yield Put(due.letter)
    else:
        yield Leave(step, edited=False)
    for draft in ours:
        if draft not in right[:1]:
            yield Take(draft.uid, step)


def _edited(step: str) -> Leave:
    return Leave(step, edited=True)


def carry_out(box: Box, folder: str, deeds: Iterable[Deed], *, now: datetime) -> Iterator[Deed]:
    """Do what was decided, and yield each deed once it is done."""
    for deed in deeds:
        match deed:
            case Put(letter=letter):
                box.append(folder, letter.raw(now=now), draft=True)
            case Take(uid=uid, step=step):
                box.remove(folder, uid, step)
            case Keep() | Leave():
                pass
        yield deed
