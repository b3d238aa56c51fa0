"""Reminders: an address for calendars, what stands in them, and notifications by the browser."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.accounts import calendar_addresses as addresses
from afterword.accounts.models import User
from afterword.actions.preferences import Calendar, preferences, save_preferences
from afterword.actions.reminders.agenda import agenda
from afterword.actions.reminders.sync_agenda import write_soon
from afterword.web import clock, visit


def reminders(request: HttpRequest) -> HttpResponse:
    """Show the reminders there are; make, take away and put back the calendars' address."""
    owner = visit.owner(request)
    if request.method != "POST":
        return render(request, "reminders.html", _shown(owner))
    match request.POST.get("do"):
        case "new":
            # Not kept, so it is shown by the answer itself and by no page after it.
            secret = addresses.renew(owner, now=clock.now())
            address = request.build_absolute_uri(reverse("calendar", args=(secret,)))
            return render(request, "reminders.html", _shown(owner, address))
        case "revoke":
            addresses.revoke(owner, now=clock.now())
            visit.say(request, _("Taken away. Calendars that read it find nothing there now."))
        case "put-back" if addresses.put_back(owner):
            visit.say(request, _("Put back. The address is good again."))
        case "calendar":
            _keep(owner, request)
            visit.say(request, _("Kept. Calendars show it the next time they look."))
    return HttpResponseRedirect(reverse("reminders"))


def _shown(owner: User, address: str = "") -> dict[str, Any]:
    return {
        "known": addresses.latest(owner),
        "address": address,
        "webcal": f"webcal{address.removeprefix('https').removeprefix('http')}" if address else "",
        "wishes": preferences(owner).calendar,
        "agenda": agenda(owner),
    }


def _keep(owner: User, request: HttpRequest) -> None:
    wishes = Calendar(
        discreet=bool(request.POST.get("discreet")), rests=bool(request.POST.get("rests"))
    )
    save_preferences(owner, msgspec.structs.replace(preferences(owner), calendar=wishes))
    write_soon(owner)
