"""The interviews that are agreed in an opportunity: for each round, what was said of it last."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from afterword.etiquette.events import Interview, InterviewScheduled
from afterword.etiquette.fold import standing
from afterword.etiquette.moment import zone_of
from afterword.etiquette.standing import Anchor
from afterword.journal.held import Held
from afterword.journal.situation import event_of, situation_of
from afterword.reminders.entry import uid

HOUR, HALF_A_DAY = timedelta(hours=1), timedelta(hours=12)
SCHEDULED = "interview-scheduled"


class Agreed(msgspec.Struct, frozen=True):
    """An interview to come; where no hour is told, `starts` is midday, and it is not `exact`."""

    opportunity: str
    employer: str
    role: str
    starts: datetime
    ends: datetime
    exact: bool


def agreed(book: Held, now: datetime) -> dict[str, InterviewScheduled]:
    """Return what is agreed, by its name in a calendar; what was held before that is among it."""
    if all(row.kind != SCHEDULED for row in book.events):
        return {}
    held, found = 0, dict[str, InterviewScheduled]()
    for event in map(event_of, book.events):
        held += isinstance(event, Interview)
        if isinstance(event, InterviewScheduled):
            found[uid(book.opportunity.owner_id, book.uid, "interview", event.round, held)] = event
    stands = Anchor.SCHEDULED in standing(situation_of(book, now)).anchors
    return found if stands else {}


def to_come(book: Held, now: datetime) -> Iterator[Agreed]:
    """Yield the interviews that are not over yet, by the employer's clock."""
    facts, zone = book.facts, zone_of(book.facts.timezone)
    for event in agreed(book, now).values():
        starts = event.at.at(zone)
        ends = starts + (HOUR if event.at.exact else HALF_A_DAY)
        if ends > now:
            yield Agreed(book.uid, facts.employer, facts.role, starts, ends, event.at.exact)
