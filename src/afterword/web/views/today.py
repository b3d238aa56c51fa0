"""Today: what to do, what to leave alone, what is next."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from afterword.actions import today as action
from afterword.actions.away import Away
from afterword.actions.mail.mailbox import Worry
from afterword.actions.mail.mailbox import worry as worry_of
from afterword.actions.preferences import preferences
from afterword.web import clock, dates, phrases, visit
from afterword.web.shown import pressing_first

SHOWN, MOST, FOLDED = 4, 6, 12


class Meanwhile(msgspec.Struct, frozen=True):
    """One thing that changed while nobody looked."""

    opportunity: str
    employer: str
    said: str


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what there is to do today, at most four things, and what to leave alone."""
    owner = visit.owner(request)
    now = clock.now().astimezone(_zone(preferences(owner).time_zone))
    found = action.today(owner, now=now, visit=True)
    worry = worry_of(owner, now=now)
    shown = {"page": (now.date(), found, worry), "more": partial(_more, found, now, worry)}
    return render(request, "today.html", shown)


def _more(found: action.Today, now: datetime, worry: Worry | None) -> dict[str, Any]:
    """Return what the page is made of, which is not asked for again while nothing is another."""
    resting = pressing_first(found.alone)
    leaving = found.letters.leaving
    return {
        "now": now,
        "today": found,
        "worry": worry,
        "leaving": leaving[:SHOWN],
        "leaving_too": len(leaving[SHOWN:]),
        "opening": opening(found, len(resting), now),
        "minutes": sum(item.minutes for item in found.do),
        "alone": resting[:SHOWN],
        "hidden": resting[SHOWN : SHOWN + FOLDED],
        "folded": len(resting[SHOWN:]),
        "beneath": len(resting[SHOWN + FOLDED :]),
        "absence": found.away.said if found.away else "",
        "meanwhile": tuple(meanwhile(found.away))[:MOST] if found.away else (),
    }


def meanwhile(away: Away) -> Iterator[Meanwhile]:
    """Yield what changed, opportunity by opportunity."""
    for one in away.changes:
        for change in one.replanned.changes:
            yield Meanwhile(one.opportunity, one.employer, change.said)


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name or "UTC")


def opening(found: action.Today, resting: int, now: datetime) -> str:
    """Return the sentence that the page opens on."""
    if found.empty:
        return _("Good that you are here.")
    if not found.do:
        first = action.nothing(found.letters)
        coming = found.next or next(iter(found.later), None)
        if coming is None or coming.opens is None:
            return first
        return _("%(first)s Next: %(day)s, %(employer)s.") % {
            "first": first,
            "day": dates.short(coming.opens, now),
            "employer": coming.employer or coming.step.name,
        }
    return phrases.opening(len(found.do), resting)
