"""What becomes of our entries in the person's calendar: decided first, then done.

An entry is ours as long as it tells what we wrote. From the moment that the person writes something
else there, or took it away, it is theirs: it is never touched, and never put there again. Alarms do
not count: to silence one changes the entry, and changes nothing that it tells.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Protocol

import msgspec

from afterword.mailbox.agenda import Agenda, Changed, Taken
from afterword.reminders.entry import Entry

ENDING = ".ics"


class Wish(msgspec.Struct, frozen=True):
    """An entry that belongs there: what it tells, and as it is written.

    An appointment has a moment when it `begins`: from then on it is a memory, and stays.
    """

    uid: str
    tells: str
    raw: bytes
    begins: datetime | None = None


class Before(msgspec.Struct, frozen=True):
    """What we noted of an entry: the state it was left in, and what it tells if it is ours.

    That is two things where it was about to be written anew and nobody knows whether it was; no
    state is known where it was about to be put there for the first time.
    """

    uid: str
    tells: tuple[str, ...]
    etag: str = ""
    theirs: bool = False
    begins: datetime | None = None


class There(msgspec.Struct, frozen=True):
    """What an entry tells now, and the state that it is in."""

    etag: str
    tells: str


class Put(msgspec.Struct, frozen=True):
    """Write an entry where none is."""

    wish: Wish


class Replace(msgspec.Struct, frozen=True):
    """Write an entry in the place of an older one of ours."""

    wish: Wish
    there: There


class Keep(msgspec.Struct, frozen=True):
    """The right entry is there already."""

    wish: Wish
    etag: str

    @property
    def noted(self) -> Before:
        """What is noted of it once that is known."""
        return Before(self.wish.uid, (self.wish.tells,), self.etag, begins=self.wish.begins)


class Remove(msgspec.Struct, frozen=True):
    """Take an entry of ours away."""

    uid: str
    etag: str


class Leave(msgspec.Struct, frozen=True):
    """The person made it theirs: wrote something else there, took it away, or had it before."""

    uid: str


class Forget(msgspec.Struct, frozen=True):
    """Nothing is there, and nothing belongs there."""

    uid: str


Deed = Put | Replace | Keep | Remove | Leave | Forget


class Ledger(Protocol):
    """Where is noted what we wrote, at once and for good."""

    def intend(self, wish: Wish) -> None:
        """Note that an entry is about to be written, so that it is known as ours afterwards."""

    def done(self, wish: Wish, etag: str) -> None:
        """Note that an entry is there, and its state."""

    def give_up(self, uid: str) -> None:
        """Note that an entry is the person's from now on."""

    def forget(self, uid: str) -> None:
        """Note nothing of an entry any more."""


def decide(
    wanted: Iterable[Wish],
    before: Mapping[str, Before],
    there: Mapping[str, There],
    *,
    now: datetime,
) -> tuple[Deed, ...]:
    """Return what to do, in an order in which breaking off anywhere does no harm."""
    wishes = {one.uid: one for one in wanted}
    rest = [one for one in before.values() if one.uid not in wishes]
    deeds = [
        *(_for_wish(one, before.get(one.uid), there.get(one.uid)) for one in wishes.values()),
        *(_for_rest(one, there.get(one.uid), now) for one in rest),
    ]
    return tuple(deed for deed in deeds if deed)


def _for_wish(wish: Wish, before: Before | None, there: There | None) -> Deed | None:
    if before and before.theirs:
        return None
    if there is None:
        return Leave(wish.uid) if before and before.etag else Put(wish)
    if there.tells == wish.tells:
        return Keep(wish, there.etag)
    if before and there.tells in before.tells:
        return Replace(wish, there)
    return Leave(wish.uid)


def _for_rest(before: Before, there: There | None, now: datetime) -> Deed | None:
    if before.theirs or (before.begins and before.begins <= now):
        return None
    if there is None:
        return Forget(before.uid)
    return Remove(before.uid, there.etag) if there.tells in before.tells else Leave(before.uid)


def present(
    agenda: Agenda, calendar: str, uids: Iterable[str], before: Mapping[str, Before]
) -> dict[str, There]:
    """Return our entries that are there; read is only what is not as we left it. Raises Trouble."""
    etags = agenda.etags(calendar, [name(uid) for uid in uids])
    found: dict[str, There] = {}
    for known, etag in etags.items():
        uid = known.removesuffix(ENDING)
        told = before.get(uid)
        if told and len(told.tells) == 1 and told.etag == etag:
            found[uid] = There(etag, told.tells[0])
        elif entry := agenda.entry(calendar, known):
            found[uid] = There(entry.etag, tells(entry.raw))
    return found


def carry_out(
    agenda: Agenda, calendar: str, deeds: Iterable[Deed], ledger: Ledger
) -> Iterator[Deed]:
    """Do what was decided, and yield each deed once it is done and noted; raises Trouble."""
    for deed in deeds:
        try:
            _carry_out(agenda, calendar, deed, ledger)
        except Changed:
            continue  # somebody was quicker: the next look decides anew
        except Taken:
            _give_up(deed, ledger)
        yield deed


def _carry_out(agenda: Agenda, calendar: str, deed: Deed, ledger: Ledger) -> None:
    match deed:
        case Put(wish=wish):
            ledger.intend(wish)
            ledger.done(wish, agenda.put(calendar, name(wish.uid), wish.raw))
        case Replace(wish=wish, there=there):
            ledger.intend(wish)
            etag = agenda.put(calendar, name(wish.uid), wish.raw, instead=there.etag)
            ledger.done(wish, etag)
        case Keep(wish=wish, etag=etag):
            ledger.done(wish, etag)
        case Remove(uid=uid, etag=etag):
            agenda.remove(calendar, name(uid), etag)
            ledger.forget(uid)
        case Leave(uid=uid):
            ledger.give_up(uid)
        case Forget(uid=uid):
            ledger.forget(uid)


def _give_up(deed: Deed, ledger: Ledger) -> None:
    if isinstance(deed, Put | Replace):
        ledger.give_up(deed.wish.uid)


def name(uid: str) -> str:
    """Return how the entry of a uid is called on a server."""
    return f"{uid}{ENDING}"


def wish(entry: Entry) -> Wish:
    """Return an entry as it is to stand in a calendar."""
    from afterword.reminders.calendar import alone  # noqa: PLC0415  80 ms at a start

    begins = _moment(entry.starts) if entry.busy else None
    return Wish(entry.uid, tells_of(entry), alone(entry), begins)


def tells_of(entry: Entry) -> str:
    """Return a digest of what a person reads in an entry; not when it was written."""
    return _digest(entry.title, entry.starts, entry.ends, entry.details)


def tells(raw: bytes) -> str:
    """Return the same of an entry as a server gives it out; of what cannot be read, another."""
    import icalendar  # noqa: PLC0415  80 ms at a start
    from icalendar.timezone import tzp  # noqa: PLC0415  the same

    tzp.use_default()  # else an earlier calendar's zone of the same name is taken
    try:
        (event,) = icalendar.Calendar.from_ical(raw).events
        title, details = str(event.get("summary", "")), str(event.get("description", ""))
        more = [str(event.get(key, "")) for key in ("location", "rrule")]
        return _digest(title, event.start, event.end, details, *more)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return hashlib.sha256(raw).hexdigest()


def _digest(title: str, starts: date, ends: date, *words: str) -> str:
    parts = [title, _when(starts), _when(ends), *words]
    plain = [" ".join(part.split()) for part in parts]
    while not plain[-1]:
        plain.pop()
    return hashlib.sha256("\0".join(plain).encode()).hexdigest()


def _when(moment: date) -> str:
    if isinstance(moment, datetime):
        return str(int(moment.timestamp())) if moment.tzinfo else moment.isoformat()
    return moment.isoformat()


def _moment(starts: date) -> datetime:
    if isinstance(starts, datetime):
        return starts
    return datetime(starts.year, starts.month, starts.day, tzinfo=UTC)
