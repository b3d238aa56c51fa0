"""The calendar that Afterword writes into: found, tried, chosen, written, and left."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from afterword.accounts.models import User
from afterword.actions.reminders import agenda as action
from afterword.actions.reminders.connect_agenda import (
    Asked,
    choose_calendar,
    connect_agenda,
    found,
    try_agenda,
)
from afterword.actions.reminders.forget_agenda import forget_agenda
from afterword.actions.reminders.sync_agenda import sync_now
from afterword.etiquette.problem import Malformed, Problem
from afterword.mailbox.agenda import host_of
from afterword.web import clock, visit
from afterword.web.asking import Field
from afterword.web.limiter import CONNECTING

WRONG, TOO_MANY = 422, 12
LABELS = (
    Field("address", lazy("Address")),
    Field("user", lazy("User name")),
    Field("password", lazy("App password")),
    Field("calendar", lazy("Which calendar")),
)


class Filled(msgspec.Struct, frozen=True):
    """What stands in the fields of the forms that connect; never a password."""

    address: str = ""
    url: str = ""
    user: str = ""

    @property
    def host(self) -> str:
        """Return where the password would go."""
        return host_of(self.url)


def agenda(request: HttpRequest) -> HttpResponse:
    """Show the calendar, or how one is connected; do what a button says."""
    owner = visit.owner(request)
    if request.method != "POST":
        return render(request, "agenda.html", _shown(owner))
    try:
        return _done(request, owner)
    except Malformed as malformed:
        shown = {**_shown(owner), "problems": malformed.problems}
        if request.POST.get("do") in {"find", "connect"}:
            filled = _typed(request.POST)
            shown |= {"filled": filled, "asks": request.POST.get("do") == "connect"}
        return render(request, "agenda.html", shown, status=WRONG)


def _done(request: HttpRequest, owner: User) -> HttpResponse:
    """Do what a button says; raises Malformed."""
    now, form = clock.now(), request.POST
    match form.get("do"):
        case "find":
            _admit(request, owner)
            filled = _found(_typed(form).address, action.agenda(owner))
            shown = {**_shown(owner), "filled": filled, "asks": True}
            return render(request, "agenda.html", shown)
        case "connect":
            _admit(request, owner)
            typed = _typed(form)
            connect_agenda(owner, Asked(typed.url, typed.user, form.get("password", "")), now=now)
            visit.say(request, _connected(action.agenda(owner)))
        case "choose":
            _admit(request, owner)
            choose_calendar(owner, form.get("calendar", ""), now=now)
            visit.say(request, _("Chosen. It is written within a minute."))
        case "test":
            _admit(request, owner)
            visit.say(request, _answers(try_agenda(owner)))
        case "write":
            _admit(request, owner)
            synced = sync_now(owner, now=now)
            visit.say(request, "" if synced.trouble else _told(synced.done))
        case "forget":
            removed = forget_agenda(owner, now=now, take_away=bool(form.get("take")))
            visit.say(request, _forgotten(removed))
    return HttpResponseRedirect(reverse("agenda"))


def _admit(request: HttpRequest, owner: User) -> None:
    """Raise Malformed after too many attempts."""
    attempt = {f"agenda {owner.pk} {request.META.get('REMOTE_ADDR', '')}": TOO_MANY}
    if not CONNECTING.admits(attempt, now=clock.now()):
        said = _("Too many attempts. Wait a quarter of an hour, and try again.")
        raise Malformed([Problem("", said)])


def _shown(owner: User) -> dict[str, Any]:
    return {"known": action.agenda(owner), "filled": Filled(), "fields": LABELS}


def _typed(form: QueryDict) -> Filled:
    return Filled(*(form.get(name, "").strip() for name in ("address", "url", "user")))


def _found(address: str, known: action.Seen | None) -> Filled:
    """Return where the calendars of an address are, and who is asking; raises Malformed."""
    if known and known.url == address:
        return Filled(address, address, known.user)
    name = address if "@" in address and "://" not in address else ""
    return Filled(address, found(address), name)


def _connected(known: action.Seen | None) -> str:
    if known and known.name:
        return _("Connected. It is written within a minute.")
    return _("Connected. Now choose the calendar.")


def _answers(calendars: int) -> str:
    return ngettext(
        "It answers, and lets us in: one calendar.",
        "It answers, and lets us in: %(count)s calendars.",
        calendars,
    ) % {"count": calendars}


def _told(done: int) -> str:
    if not done:
        return _("Looked. Everything stands there as it should.")
    return ngettext(
        "Written. One entry is different now.",
        "Written. %(count)s entries are different now.",
        done,
    ) % {"count": done}


def _forgotten(removed: int) -> str:
    if not removed:
        return _("Forgotten, and its password with it.")
    return ngettext(
        "Forgotten, and one entry taken away.",
        "Forgotten, and %(count)s entries taken away.",
        removed,
    ) % {"count": removed}
