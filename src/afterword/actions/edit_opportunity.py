"""Other facts about an opportunity: its employer, its role, its country, where its people are."""

from datetime import datetime

from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.settle import one, settle
from afterword.actions.values import Changed
from afterword.etiquette.situation import Opportunity
from afterword.journal.pen import Pen
from afterword.journal.situation import facts_fields
from afterword.tongue import gettext as _


@transaction.atomic
def edit_opportunity(
    owner: User, uid: str, facts: Opportunity, *, now: datetime, timezone: str | None = None
) -> Changed:
    """Replace what is known of an opportunity."""
    before = one(owner, uid)
    known = before.facts
    fields = facts_fields(facts, timezone or known.timezone, known.name, known.rest)
    pen = Pen(before.opportunity, "edited", now=now)
    pen.replace(known, **fields)
    return settle(pen, before, _("Changed."))
