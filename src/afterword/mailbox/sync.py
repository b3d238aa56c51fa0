"""What to look at next in a folder: decided from what we knew and what the folder says now.

Nothing is mirrored, so a message that vanished takes nothing with it. What must never happen is
that a message is missed, or counted twice, or that an empty mailbox is taken for silence.
"""

from datetime import date

import msgspec

from afterword.mailbox.box import Search, State

MANY = 20  # fewer messages may well be cleared away at once
MOST = 5  # a folder that shrinks to less than a fifth is not believed
LATE = 200  # how far below the mark a message may turn up late, as some servers let it


class Known(msgspec.Struct, frozen=True):
    """What we remember of a folder; all zero before the first look.

    `mark` is the highest uid that was looked at under `validity`; nothing that arrived before
    `floor` is ever asked for. `state` is what the folder said before the last look that came to its
    end, all zero while there is none: then the look that was begun goes on above the mark.
    """

    validity: int = 0
    mark: int = 0
    floor: date | None = None
    state: State = State(0)


class Nothing(msgspec.Struct, frozen=True):
    """There is nothing new; `known` is what to remember."""

    known: Known


class Look(msgspec.Struct, frozen=True):
    """There may be something new: what to search for, and what to remember.

    `begun` is remembered while the look goes on, with a mark that moves; `state` once it is done.
    """

    searches: tuple[Search, ...]
    begun: Known
    state: State

    def at(self, mark: int) -> Known:
        """Return what to remember when everything up to a uid has been looked at."""
        return msgspec.structs.replace(self.begun, mark=max(mark, self.begun.mark))

    def done(self, mark: int) -> Known:
        """Return what to remember at the end."""
        return msgspec.structs.replace(self.at(mark), state=self.state)


class Doubt(msgspec.Struct, frozen=True):
    """The folder is not to be believed before the person says so: how many it held, and holds."""

    before: int
    now: int


Decision = Nothing | Look | Doubt


def decide(known: Known, now: State, *, back: date, trusted: bool = False) -> Decision:
    """Return what to look at next.

    `back` is the day to which a first look goes; `trusted`: the person has said that the folder is
    right as it is.
    """
    if not known.validity:
        return _from_the_floor(back, now)
    if _is_doubtful(known.state, now) and not trusted:
        return Doubt(known.state.count, now.count)
    if now.validity != known.validity or 0 < now.next <= known.mark:
        # The second is a server that restored a backup and kept its UIDVALIDITY: against RFC 3501.
        return _from_the_floor(known.floor or back, now)
    if not known.state.validity:
        return Look((_above(known),), known, now)
    return _increment(known, now)


def _from_the_floor(floor: date, now: State) -> Look:
    return Look((Search(since=floor),), Known(now.validity, 0, floor), now)


def _is_doubtful(before: State, now: State) -> bool:
    return before.count >= MANY and now.count * MOST < before.count


def _increment(known: Known, now: State) -> Nothing | Look:
    """Decide on a folder that was looked at to the end, and has kept its numbers."""
    searches = []
    if _is_longer(known.state, now):
        searches.append(_above(known))
    if _is_changed(known.state, now):
        searches.append(_late(known, now))
    if not searches:
        return Nothing(msgspec.structs.replace(known, state=now))
    return Look(tuple(searches), known, now)


def _is_longer(before: State, now: State) -> bool:
    """Return whether there are new numbers, as far as the server tells."""
    if now.next:
        return now.next != before.next
    return not now.modseq or now != before


def _is_changed(before: State, now: State) -> bool:
    """Return whether a message may have turned up among the old numbers."""
    if before.modseq and now.modseq:
        return now.modseq != before.modseq
    return now.count - before.count > now.next - before.next


def _above(known: Known) -> Search:
    return Search(above=known.mark, since=known.floor)


def _late(known: Known, now: State) -> Search:
    changed = known.state.modseq if now.modseq else 0
    return Search(above=max(0, known.mark - LATE), since=known.floor, changed=changed)
