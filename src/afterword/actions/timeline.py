"""One opportunity in full: what happened, what the plan is, what was noted, drafted and decided."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import date, datetime

import msgspec
from django.utils.translation import get_language

from afterword.accounts.models import User
from afterword.actions.also import Also, also_at, roles_beside
from afterword.actions.by_the_clock import by_the_clock
from afterword.actions.decided import Decided, decided_for
from afterword.actions.items import Item, items
from afterword.actions.mail.mail_events import by_hand
from afterword.actions.memo import Memo
from afterword.actions.planning import plan_of, until
from afterword.actions.save_notes import note_of
from afterword.actions.settle import one
from afterword.actions.values import Decision, DraftState, StepKey
from afterword.etiquette.events import Event
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.plan import Plan
from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Channel
from afterword.journal.held import Held
from afterword.journal.revision import Revision, revision
from afterword.journal.situation import event_of, situation_of
from afterword.letters.notes import Note

KEPT = 64
"""Timelines in memory."""


class Logged(msgspec.Struct, frozen=True):
    """An event: when it happened, when and by which change it was written, whether corrected.

    `message` is the identity of the message that told of it, empty where the candidate did.
    """

    uid: str
    event: Event
    at: datetime
    recorded: datetime
    change: str
    corrected: bool
    message: str = ""


class Noted(msgspec.Struct, frozen=True):
    """A note, with its name."""

    uid: str
    note: Note


class Drafted(msgspec.Struct, frozen=True):
    """Words for a step."""

    key: StepKey
    channel: Channel
    subject: str
    text: str
    variant: int
    state: DraftState
    saved: datetime


class Chosen(msgspec.Struct, frozen=True):
    """A decision about a step; `change` undoes it."""

    change: str
    key: StepKey
    decision: Decision
    until: date | None
    made: datetime


class Timeline(msgspec.Struct, frozen=True):
    """Everything about one opportunity; events newest first.

    `beside` are the other roles at the employer, and `also` those of each person in them, by id.
    `edition` is another as soon as anything else may be in it, but for the `now` of the plan.
    """

    uid: str
    situation: Situation
    plan: Plan
    items: tuple[Item, ...]
    events: tuple[Logged, ...]
    notes: tuple[Noted, ...]
    drafts: tuple[Drafted, ...]
    chosen: tuple[Chosen, ...]
    decided: tuple[Decided, ...] = ()
    beside: tuple[Also, ...] = ()
    also: Mapping[str, tuple[Also, ...]] = {}
    edition: Hashable = None


class Known(msgspec.Struct, frozen=True):
    """A timeline as it was made, which holds from `since` until just before `until`."""

    revision: Revision
    timeline: Timeline
    since: datetime
    until: datetime | None

    def holds(self, written: Revision, now: datetime) -> bool:
        """Return whether it is still so at `now`, in a journal that has been written so far."""
        passed = self.until is not None and self.until <= now
        return self.revision == written and self.since <= now and not passed

    def at(self, now: datetime) -> Timeline:
        """Return the timeline as of another moment at which it holds."""
        known = self.timeline
        situation = msgspec.structs.replace(known.situation, now=Moment(now))
        plan = msgspec.structs.replace(known.plan, now=now.astimezone(known.plan.now.tzinfo))
        return msgspec.structs.replace(known, situation=situation, plan=plan)


_known: Memo[tuple[int, str, str | None], Known] = Memo(KEPT)


def timeline(owner: User, uid: str, *, now: datetime) -> Timeline:
    """Return one opportunity in full; raises Missing."""
    written = revision(owner)  # before the rows are read: what is written meanwhile is not missed
    key = (owner.pk, uid, get_language())  # what was decided is told in words
    kept = _known.found(key, lambda known: known.holds(written, now))
    if kept:
        return kept.at(now)
    book = one(owner, uid)
    made = msgspec.structs.replace(_timeline(book, now), edition=(owner.pk, uid, written, now))
    _known.keep(key, Known(written, made, now, until(book, now)))
    return made


def forget() -> None:
    """Let go of every timeline in memory, as after a start."""
    _known.clear()


def _timeline(book: Held, now: datetime) -> Timeline:
    planned = plan_of(book, now)
    return Timeline(
        uid=book.uid,
        situation=situation_of(book, now),
        plan=planned,
        items=tuple(items(book, planned, now)),
        events=tuple(_newest_first(book)),
        notes=tuple(Noted(row.uid, note_of(row)) for row in book.notes),
        drafts=tuple(_drafts(book)),
        chosen=tuple(_chosen(book)),
        decided=tuple(decided_for(book)),
        beside=roles_beside(book),
        also=also_at(book),
    )


def situation_at(owner: User, uid: str, *, now: datetime) -> Situation:
    """Return one opportunity as the etiquette and the letters see it; raises Missing."""
    return situation_of(one(owner, uid), now)


def _newest_first(book: Held) -> list[Logged]:
    zone = zone_of(book.facts.timezone)
    logged = [
        Logged(
            uid=row.uid,
            event=by_the_clock(event, zone),
            at=event.on.at(zone),
            recorded=row.change.made,
            change=row.change.batch,
            corrected=row.replaces_id is not None and by_hand(row),
            message=row.message,
        )
        for row in reversed(book.events)
        for event in [event_of(row)]
    ]
    return sorted(logged, key=lambda one: one.at.timestamp(), reverse=True)


def _drafts(book: Held) -> Iterator[Drafted]:
    for row in book.drafts:
        yield Drafted(
            key=StepKey.parse(row.step),
            channel=Channel(row.channel),
            subject=row.subject,
            text=row.text,
            variant=row.variant,
            state=DraftState(row.state),
            saved=row.change.made,
        )


def _chosen(book: Held) -> Iterator[Chosen]:
    for row in book.choices:
        key, decision = StepKey.parse(row.step), Decision(row.decision)
        yield Chosen(row.change.batch, key, decision, row.until, row.change.made)
