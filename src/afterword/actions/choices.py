"""Which decisions about the steps of a plan still hold."""

from collections.abc import Iterator
from datetime import date, datetime

from afterword.actions.values import Decision, StepKey
from afterword.etiquette.events import Absent, Event, Received, Sent
from afterword.etiquette.moment import zone_of
from afterword.etiquette.vocabulary import Inbound
from afterword.journal.held import Held
from afterword.journal.situation import event_of

# What changes nothing about a decision: the candidate's own acts, and what no person wrote.
QUIET = (Sent, Absent)
MACHINES = frozenset({Inbound.AUTO_REPLY, Inbound.BOUNCE, Inbound.ACKNOWLEDGEMENT})


def set_aside(held: Held, now: datetime) -> Iterator[tuple[StepKey, date | None]]:
    """Yield the steps that the candidate does not want to see now, with the day they come back.

    "Later" holds until its day. "Not this time" holds until something new happens, because that
    may be a new occasion for the same act towards the same person.
    """
    today = now.astimezone(zone_of(held.facts.timezone)).date()
    latest = {choice.step: choice for choice in held.choices}
    for choice in latest.values():
        decision = Decision(choice.decision)
        later = decision is Decision.LATER and choice.until and today < choice.until
        never = decision is Decision.NOT_THIS_TIME and not anything_since(held, choice.change_id)
        if later or never:
            yield StepKey.parse(choice.step), choice.until


def anything_since(held: Held, change: int) -> bool:
    """Return whether anything new happened after a change, beyond the candidate's own acts."""
    since = (row for row in held.events if row.change_id > change)
    return any(not _is_quiet(event_of(row)) for row in since)


def _is_quiet(event: Event) -> bool:
    return isinstance(event, QUIET) or (isinstance(event, Received) and event.what in MACHINES)
