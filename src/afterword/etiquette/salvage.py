"""What can still be read of an ill-formed situation, so that its sense is examined as well.

Every part keeps its place, so that the path of a problem stays right. What cannot be read says
nothing: it names nobody, it happened long ago, and nothing is too early or too late for it.
"""

from datetime import date
from typing import Any

import msgspec

from afterword.etiquette.events import Applied, Event
from afterword.etiquette.examine import Hook
from afterword.etiquette.moment import Moment
from afterword.etiquette.situation import Person, Proposal, Situation

LONG_AGO = Moment(date.min)
NEVER = Moment(date.max)


def readable(raw: object, *, hook: Hook) -> Situation:
    """Return what is well formed in `raw`; `hook` decodes custom types as in msgspec."""
    return _Reader(hook).situation(raw if isinstance(raw, dict) else {})


class _Reader:
    """One reading: a method for each part whose sense is examined."""

    def __init__(self, hook: Hook) -> None:
        self.hook = hook

    def situation(self, raw: dict[str, object]) -> Situation:
        zone = self.read(raw.get("timezone", "UTC"), str)
        now = self.read(raw.get("now"), Moment)
        ids = [self.read(_at(person, "id"), str) for person in _listed(raw.get("people", []))]
        strangers_show = None not in ids  # whoever cannot be read may be anybody
        timed = now is not None and zone is not None
        return Situation(
            now=now if timed else NEVER,
            timezone="UTC" if zone is None else zone,
            people=tuple(Person(_placed(index, id_)) for index, id_ in enumerate(ids)),
            events=tuple(
                self.event(event, whole=strangers_show) for event in _listed(raw.get("events", []))
            ),
            proposal=self.proposal(raw.get("proposal"), timed=timed) if strangers_show else None,
        )

    def proposal(self, raw: object, *, timed: bool) -> Proposal | None:
        """Return the proposal, without its day where there is nothing to hold it against."""
        proposal: Proposal | None = self.read(raw, Proposal)
        return proposal if timed or not proposal else msgspec.structs.replace(proposal, on=None)

    def event(self, raw: object, *, whole: bool) -> Event:
        """Return the event, or only its time where the rest of it does not count."""
        event: Event | None = self.read(raw, Event) if whole else None
        return event or Applied(on=self.read(_at(raw, "on"), Moment) or LONG_AGO)

    def read(self, raw: object, kind: Any) -> Any:  # noqa: ANN401  an instance of `kind`, or None
        try:
            return msgspec.convert(raw, kind, dec_hook=self.hook)
        except (msgspec.ValidationError, OverflowError):
            return None


def _at(raw: object, field: str) -> object:
    return raw.get(field) if isinstance(raw, dict) else None


def _listed(raw: object) -> list[object]:
    """Return the members of a list; something else counts as one that cannot be told apart."""
    return list(raw) if isinstance(raw, (list, tuple)) else [raw]


def _placed(index: int, id_: str | None) -> str:
    """Return an id, or one that nobody else has."""
    return f"people[{index}]" if id_ is None else id_
