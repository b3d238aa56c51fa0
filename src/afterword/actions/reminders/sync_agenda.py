"""The person's calendar is brought up to the plan: written, written anew, or taken out of it.

What is wanted there is what the feed shows (`actions.calendar`), under the same names, so that a
calendar which knows one of them already does not get it twice.
"""

from datetime import datetime, timedelta

import msgspec
from django.db.models import Exists, F, OuterRef, Q

from afterword.accounts.models import User
from afterword.accounts.vault import Locked
from afterword.actions.errors import Refused
from afterword.actions.reminders.agenda_door import (
    Door,
    Notes,
    by_caldav,
    opened,
    row_of,
    to_look_at,
)
from afterword.actions.reminders.calendar import entries
from afterword.journal.agendas import Agenda as Row
from afterword.journal.models import Opportunity
from afterword.mailbox.agenda import Agenda, Elsewhere, Gone, ReadOnly
from afterword.mailbox.entries import (
    Before,
    Deed,
    Keep,
    Put,
    Remove,
    Replace,
    carry_out,
    decide,
    present,
    wish,
)
from afterword.mailbox.trouble import NotLetIn, Trouble, Untrusted
from afterword.tongue import gettext as _
from afterword.tongue import later

PAUSE = timedelta(minutes=30)
"""Until it is looked whether all still stands there; a plan that changed is written at once."""
LONG_PAUSE = timedelta(hours=6)  # whoever knocks with a wrong password is locked out in the end
ENDED = timedelta(minutes=10)
MOST = 100  # entries to write in one go: it must end, and goes on the next minute
LOCKED = later("The password cannot be opened with the key of this computer. Enter it once more.")


class Synced(msgspec.Struct, frozen=True):
    """What was done, and in words what kept the rest from being done."""

    put: int = 0
    replaced: int = 0
    removed: int = 0
    more: bool = False
    trouble: str = ""
    pause: timedelta = PAUSE

    @property
    def done(self) -> int:
        """How many entries are different now."""
        return self.put + self.replaced + self.removed


def sync(*, now: datetime, door: Door = by_caldav) -> int:
    """Bring every calendar up to the plan where it is time, or the plan changed; return how many.

    Where something is the matter, a change of the plan is no reason to try again at once.
    """
    newer = Opportunity.objects.filter(owner=OuterRef("owner"), looked__gt=OuterRef("written"))
    changed = Q(Exists(newer), trouble="", next__isnull=False)
    chosen = Row.objects.exclude(calendar="").filter(owner__is_active=True)
    due = chosen.filter(Q(next__lte=now) | changed).select_related("owner")
    return sum(_in_turn(row, now, door) for row in due.order_by(F("next")))


def _in_turn(row: Row, now: datetime, door: Door) -> bool:
    if not _claim(row, now):
        return False
    _synced(row, now, door)
    return True


def sync_now(owner: User, *, now: datetime, door: Door = by_caldav) -> Synced:
    """Bring a candidate's calendar up to the plan at once.

    Raises Missing where none is connected, and Refused where none is chosen or somebody is at it.
    """
    row = row_of(owner)
    if not row.calendar:
        raise Refused(_("No calendar is chosen yet."), _("Choose one first."))
    if not _claim(row, now):
        raise Refused(_("It is being written already."), _("Wait a moment, and load the page."))
    return _synced(row, now, door)


def write_soon(owner: User) -> None:
    """Have a candidate's calendar written at the next turn, because they want other words in it."""
    Row.objects.filter(owner=owner, next__isnull=False).update(next=F("connected"))


def _claim(row: Row, now: datetime) -> bool:
    """Take a turn: of two who would write at the same time, one UPDATE lets one through."""
    free = Q(writing=None) | Q(writing__lte=now - ENDED)
    return bool(Row.objects.filter(free, pk=row.pk).update(writing=now, next=now + PAUSE))


def _synced(row: Row, now: datetime, door: Door) -> Synced:
    """Write, and note how it went."""
    try:
        agenda = opened(row, door)
        try:
            found = _written(row, agenda, now)
        finally:
            agenda.close()
    except Locked:
        found = Synced(trouble=_(LOCKED), pause=LONG_PAUSE)
    except Trouble as trouble:
        found = Synced(trouble=str(trouble), pause=_pause(trouble))
    except BaseException:
        Row.objects.filter(pk=row.pk).update(writing=None)
        raise
    fields: dict[str, object] = {"writing": None, "trouble": found.trouble}
    fields["next"] = now if found.more else now + found.pause
    if not found.trouble and not found.more:
        fields["written"] = now
    Row.objects.filter(pk=row.pk).update(**fields)
    return found


def _written(row: Row, agenda: Agenda, now: datetime) -> Synced:
    """Decide, then do; raises Trouble."""
    notes = Notes(row)
    before = notes.before()
    wishes = [wish(entry) for entry in entries(row.owner, now=now)]
    uids = {*(one.uid for one in wishes), *to_look_at(before.values())}
    there = present(agenda, row.calendar, uids, before)
    deeds = decide(wishes, before, there, now=now)
    news = [one for one in deeds if not isinstance(one, Keep) or _is_news(one, before)]
    done = tuple(carry_out(agenda, row.calendar, news[:MOST], notes))
    return told(done, more=len(news) > MOST)


def _is_news(deed: Keep, before: dict[str, Before]) -> bool:
    """Return whether what is there already is still to be noted as ours."""
    return before.get(deed.wish.uid) != deed.noted


def told(done: tuple[Deed, ...], *, more: bool = False) -> Synced:
    """Return in numbers what was done."""
    return Synced(
        put=sum(isinstance(one, Put) for one in done),
        replaced=sum(isinstance(one, Replace) for one in done),
        removed=sum(isinstance(one, Remove) for one in done),
        more=more,
    )


def _pause(trouble: Trouble) -> timedelta:
    wrong = NotLetIn | Untrusted | Elsewhere | Gone | ReadOnly
    return LONG_PAUSE if isinstance(trouble, wrong) else PAUSE
