"""What is open today, in the few words that a notification or the digest has room for."""

from datetime import datetime

import msgspec

from afterword import phrases
from afterword.accounts.models import User
from afterword.actions.items import Item
from afterword.actions.preferences import preferences
from afterword.actions.today import today
from afterword.etiquette.moment import zone_of
from afterword.reminders import wording
from afterword.reminders.entry import uid
from afterword.reminders.wording import Notice
from afterword.tongue import gettext as _
from afterword.tongue import ngettext


class Open(msgspec.Struct, frozen=True):
    """A step that can be done now; `id` stays the same for as long as its window does."""

    id: str
    said: str


def opened(owner: User, *, now: datetime) -> tuple[Open, ...]:
    """Return the steps on Today, without names where the candidate's calendar has none either."""
    named = not preferences(owner).calendar.discreet
    return tuple(
        Open(_id(owner, item), _said(item, named=named)) for item in today(owner, now=now).do
    )


def notice(owner: User, *, now: datetime, named: bool) -> Notice | None:
    """Return the digest, or None where there is nothing to do: that deserves no bell."""
    at = now.astimezone(zone_of(preferences(owner).time_zone or "UTC"))
    found = today(owner, now=at)
    if not found.do:
        return None
    lines = [f"{_said(item, named=named)}{_bound(item, at)}" for item in found.do]
    minutes = sum(item.minutes for item in found.do)
    about = ngettext("About {count} minute.", "About {count} minutes.", minutes)
    opening = f"{phrases.opening(len(found.do), 0)} {about.format(count=minutes)}"
    return wording.notice(opening, lines)


def _said(item: Item, *, named: bool) -> str:
    plain = wording.titled(item.said, item.employer)
    return plain if named else wording.discreet(item.step.channel)


def _bound(item: Item, now: datetime) -> str:
    best = item.step.window.best_by
    if best is None:
        return ""
    return _(", best by {when}").format(when=phrases.moment(best.astimezone(now.tzinfo)))


def _id(owner: User, item: Item) -> str:
    return uid(owner.pk, item.opportunity, item.key, item.step.window.not_before)
