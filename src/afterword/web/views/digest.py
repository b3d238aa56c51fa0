"""The digest: set up, looked at before it leaves, and tried once."""

import zoneinfo
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.accounts.models import User
from afterword.actions.preferences import preferences, save_preferences
from afterword.actions.reminders import digest as action
from afterword.actions.reminders.remind import send_test, text_for
from afterword.etiquette.problem import Malformed, Problem
from afterword.web import clock, dates, visit

WRONG = 422
DIGITS = 2


def digest(request: HttpRequest) -> HttpResponse:
    """Show the digest and the exact text of one; keep what the person wants, send a test."""
    owner = visit.owner(request)
    if request.method != "POST":
        return render(request, "digest.html", _shown(owner))
    if request.POST.get("do") == "send":
        visit.say(request, send_test(owner, now=clock.now()))
        return HttpResponseRedirect(reverse("digest"))
    try:
        _keep(owner, request.POST)
    except Malformed as malformed:
        shown = {**_shown(owner), "problems": malformed.problems}
        return render(request, "digest.html", shown, status=WRONG)
    visit.say(request, _("Kept."))
    return HttpResponseRedirect(reverse("digest"))


def _shown(owner: User) -> dict[str, Any]:
    now = clock.now()
    return {
        "known": action.digest(owner),
        "text": text_for(owner, now=now),
        "time_zone": preferences(owner).time_zone,
        "hours": [(hour, dates.time(now.replace(hour=hour, minute=0))) for hour in action.HOURS],
        "extra": action.EXTRA,
    }


def _keep(owner: User, form: QueryDict) -> None:
    """Keep what a form says; an empty field keeps the addresses that there are.

    Raises Malformed.
    """
    zone = form.get("time_zone", "").strip()
    if zone not in zoneinfo.available_timezones():
        why = _("“%(zone)s” is no time zone such as Europe/London.") % {"zone": zone}
        raise Malformed([Problem("", why)])
    lines = [line.strip() for line in form.get("addresses", "").splitlines()]
    told = [line for line in lines if line]
    hour = form.get("hour", "")
    wanted = action.Wanted(
        on=bool(form.get("on")) and form.get("do") != "forget",
        hour=int(hour) if hour.isascii() and hour.isdigit() and len(hour) <= DIGITS else 0,
        names=bool(form.get("names")),
    )
    save_preferences(owner, msgspec.structs.replace(preferences(owner), time_zone=zone))
    forget = form.get("do") == "forget"
    action.want(owner, wanted, () if forget else told or None, now=clock.now())
