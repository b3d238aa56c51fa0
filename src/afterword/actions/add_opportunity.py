"""A new opportunity, with the people and events that are known from the start."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.settle import settle
from afterword.actions.values import Changed
from afterword.etiquette.events import Event
from afterword.etiquette.moment import Moment
from afterword.etiquette.situation import Opportunity, Person, Situation
from afterword.journal.pen import enter
from afterword.tongue import gettext as _


@transaction.atomic
def add_opportunity(owner: User, told: Situation, *, now: datetime) -> Changed:
    """Write a situation down as a new opportunity; its own `now` plays no part."""
    called = told.opportunity.employer or told.opportunity.role or _("an opportunity")
    return settle(enter(told, owner, now=now), None, _("Added: {name}.").format(name=called))


def beginning(
    facts: Opportunity,
    *,
    now: datetime,
    timezone: str = "UTC",
    people: tuple[Person, ...] = (),
    events: tuple[Event, ...] = (),
) -> Situation:
    """Return the situation that an opportunity begins with."""
    return Situation(Moment(now), None, timezone, facts, people, events)
