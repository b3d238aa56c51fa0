"""A password, for whoever signs in from another computer."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.accounts.models import User
from afterword.accounts.passwords import LONGEST, change_password, remove_password
from afterword.etiquette.problem import Malformed, Problem
from afterword.web import clock, visit
from afterword.web.door import let_in
from afterword.web.limiter import SIGNING_IN, keys

WRONG = 422


def password(request: HttpRequest) -> HttpResponse:
    """Ask for a password, and for the present one; change it, or take it away."""
    owner = visit.owner(request)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            said = _change(request, owner)
        except Malformed as malformed:
            problems = malformed.problems
        else:
            let_in(request, owner)  # all devices were signed out, and this one stays
            visit.say(request, said)
            return HttpResponseRedirect(reverse("settings"))
    shown = {
        "problems": problems,
        "name": request.POST.get("name", owner.name),
        "has": owner.has_usable_password(),
        "removable": not request.is_secure(),
    }
    return render(request, "password.html", shown, status=WRONG if problems else 200)


def _change(request: HttpRequest, owner: User) -> str:
    """Do what the form asks, and return what to say of it; raises Malformed."""
    _prove(request, owner)
    if request.POST.get("do") == "remove" and not request.is_secure():
        remove_password(owner)
        return _("Taken away: from now on, only a one-time address signs you in.")
    change_password(owner, request.POST.get("new", ""), name=request.POST.get("name", ""))
    return _("Kept. All other devices were signed out.")


def _prove(request: HttpRequest, owner: User) -> None:
    """Raise Malformed where the present password is not the one that was sent."""
    if not owner.has_usable_password():
        return
    attempt = keys(owner.name, request.META.get("REMOTE_ADDR", ""))
    if not SIGNING_IN.admits(attempt, now=clock.now()):
        said = _("Too many attempts. Wait a quarter of an hour, and try again.")
        raise Malformed([Problem("", said)])
    if not owner.check_password(request.POST.get("present", "")[:LONGEST]):
        raise Malformed([Problem("", _("That is not your present password."))])
    SIGNING_IN.succeeded(attempt)
