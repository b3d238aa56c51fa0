"""The dates of a candidate, as entries for a calendar: windows, interviews, and times of rest."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from afterword import phrases
from afterword.actions.agreed import HOUR, agreed
from afterword.actions.items import Item, alone, items
from afterword.actions.planning import plan_of
from afterword.actions.preferences import Calendar
from afterword.actions.values import StepKey
from afterword.etiquette.events import InterviewScheduled, Sent
from afterword.etiquette.moment import zone_of
from afterword.etiquette.plan import Plan
from afterword.journal.held import Held
from afterword.journal.situation import event_of
from afterword.reminders import ringing, wording
from afterword.reminders.entry import Entry, uid
from afterword.tongue import gettext as _

DAY = timedelta(days=1)
LONGEST = timedelta(days=7)  # what is right for two months need not fill two months of a calendar
AHEAD = timedelta(hours=2)  # before an interview: time to set out


class View(msgspec.Struct, frozen=True):
    """For whom the dates are: what they want in their calendar, their zone, and links to a page.

    `link` holds `{}` where the uid of an opportunity goes, or is empty.
    """

    wishes: Calendar
    zone: ZoneInfo
    link: str = ""


def dates(book: Held, view: View, now: datetime) -> Iterator[Entry]:
    """Yield the entries for one opportunity, without links where they are to be discreet."""
    planned = plan_of(book, now)
    found = [
        *(window(book, item, view, now) for item in items(book, planned, now)),
        *_interviews(book, view, now),
        *(_rest(book, planned, view, now) if view.wishes.rests else ()),
    ]
    link = "" if view.wishes.discreet or not view.link else view.link.format(book.uid)
    for entry in found:
        details = "" if view.wishes.discreet else entry.details
        yield msgspec.structs.replace(entry, details=details, link=link)


def window(book: Held, item: Item, view: View, now: datetime) -> Entry:
    """Return the entry for a step: from when it is right, to when it had best be done."""
    step, changed = item.step, changed_at(book, now)
    opens = item.opens or step.window.not_before or changed
    bounds = (step.window.best_by, step.window.too_late_after)
    to_come = (bound for bound in bounds if bound and bound > max(now, opens))
    closes = next(to_come, opens + LONGEST)
    rings = ringing.opening(opens, step.window.too_late_after, view.zone)
    plain = wording.titled(item.said, item.employer)
    return Entry(
        uid=step_uid(book, item.key),
        title=wording.discreet(step.channel) if view.wishes.discreet else plain,
        starts=opens,
        ends=min(closes.astimezone(opens.tzinfo), opens + LONGEST),
        changed=changed,
        details="\n\n".join(_reasons(item, view.zone)),
        rings=rings if rings and now - rings <= DAY else None,
    )


def step_uid(book: Held, key: StepKey) -> str:
    """Return the name of a step in a calendar: the second thank-you to somebody has another."""
    sent = [event_of(row) for row in book.events if row.kind == "sent"]
    before = sum(
        isinstance(one, Sent) and one.act is key.act and (key.to in one.to or not key.to)
        for one in sent
    )
    return uid(book.opportunity.owner_id, book.uid, key, before)


def changed_at(book: Held, now: datetime) -> datetime:
    """Return when the plan last changed, by what was written or by itself."""
    return book.opportunity.looked or now


def _reasons(item: Item, zone: ZoneInfo) -> Iterator[str]:
    bounds = item.step.window
    if bounds.best_by:
        yield _("Best by {when}.").format(when=phrases.moment(bounds.best_by.astimezone(zone)))
    if item.step.because:
        yield item.step.because[0].why
    if item.step.limit:
        yield item.step.limit


def _interviews(book: Held, view: View, now: datetime) -> Iterator[Entry]:
    """Yield what is agreed: for each round, what was said of it last."""
    zone = zone_of(book.facts.timezone)
    for name, event in agreed(book, now).items():
        if event.at.at(zone).timestamp() >= (now - DAY).timestamp():
            yield _interview(book, name, event, view, now)


def _interview(
    book: Held, name: str, event: InterviewScheduled, view: View, now: datetime
) -> Entry:
    zone = zone_of(book.facts.timezone)
    begins = event.at.at(zone)
    day = event.at.day(zone)
    names = {person.key: person.name or person.key for person in book.people}
    met = [names.get(one, one) for one in event.with_]
    plain = wording.titled(_("Interview"), book.facts.employer)
    return Entry(
        uid=name,
        title=_(wording.APPOINTMENT) if view.wishes.discreet else plain,
        starts=begins if event.at.exact else day,
        ends=begins + HOUR if event.at.exact else day + DAY,
        changed=changed_at(book, now),
        details=_("With {names}.").format(names=phrases.listed(met)) if met else "",
        rings=ringing.beforehand(begins, AHEAD, view.zone) if event.at.exact else None,
        busy=True,
    )


def _rest(book: Held, planned: Plan, view: View, now: datetime) -> Iterator[Entry]:
    """Yield the time in which to leave an opportunity alone, in whole days, if it has an end."""
    for one in alone(book, planned):
        if one.until is None:
            continue
        changed = changed_at(book, now)
        begins, ends = _day(changed, view.zone), _day(one.until, view.zone)
        because = (
            one.restraint.because if one.restraint else one.silence.because if one.silence else ()
        )
        plain = wording.titled(_("Leave alone"), one.employer)
        if begins < ends:
            yield Entry(
                uid=uid(book.opportunity.owner_id, book.uid, "rest"),
                title=_(wording.REST) if view.wishes.discreet else plain,
                starts=begins,
                ends=ends,
                changed=changed,
                details="\n\n".join(
                    [_("{act}: not yet.").format(act=one.said), *(why.why for why in because[:1])]
                ),
            )
        return


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
