"""Today: what to do, what to leave alone, what is next."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from afterword.actions import today as action
from afterword.actions.preferences import preferences
from afterword.web import clock, phrases, visit
from afterword.web.shown import pressing_first

SHOWN = 4


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what there is to do today, at most four things, and what to leave alone."""
    owner = visit.owner(request)
    now = clock.now().astimezone(_zone(preferences(owner).time_zone))
    found = action.today(owner, now=now, visit=True)
    resting = pressing_first(found.alone)
    shown = {
        "now": now,
        "today": found,
        "opening": opening(found, len(resting)),
        "minutes": sum(item.minutes for item in found.do),
        "alone": resting[:SHOWN],
        "hidden": resting[SHOWN:],
    }
    return render(request, "today.html", shown)


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name or "UTC")


def opening(found: action.Today, resting: int) -> str:
    """Return the sentence that the page opens on."""
    if found.empty:
        return _("Good that you are here.")
    if not found.do:
        first = _("Nothing to send today, and that is right.")
        coming = found.next or next(iter(found.later), None)
        if coming is None or coming.step.window.not_before is None:
            return first
        return _("%(first)s Next: %(day)s, %(employer)s.") % {
            "first": first,
            "day": phrases.day(coming.step.window.not_before),
            "employer": coming.employer or coming.step.name,
        }
    to_do = ngettext("One thing to do", "%(number)s things to do", len(found.do)) % {
        "number": _number(len(found.do)).capitalize()
    }
    if not resting:
        return f"{to_do}."
    rest = ngettext("one thing to leave alone", "%(number)s things to leave alone", resting) % {
        "number": _number(resting)
    }
    return f"{to_do}, {rest}."


def _number(count: int) -> str:
    words = (_("no"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"))
    more = (_("eight"), _("nine"), _("ten"))
    known = (*words, *more)
    return known[count] if count < len(known) else str(count)
