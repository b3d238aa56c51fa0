"""Signing in: through the one-time address that the command prints, or with a password."""

import re

from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from afterword.accounts import tickets
from afterword.accounts.models import User
from afterword.actions.preferences import preferences
from afterword.web import clock, visit
from afterword.web.limiter import LIMITER

BROWSERS = re.compile(r"(Firefox|Edg|OPR|Chrome|Safari)/")
SYSTEMS = re.compile(r"(Windows|Android|iPhone|iPad|Mac OS X|Linux)")
CALLED = {"Edg": "Edge", "OPR": "Opera", "Mac OS X": "macOS"}
PASSWORDS = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show how to sign in; take a name and a password where there is one."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(visit.onward(request, reverse("today")))
    problem = _try(request) if request.method == "POST" else ""
    if request.method == "POST" and not problem:
        return HttpResponseRedirect(visit.onward(request, reverse("today")))
    shown = {
        "problem": problem,
        "next": visit.onward(request, ""),
        "name": request.POST.get("name", ""),
    }
    return render(request, "sign_in.html", shown, status=401 if problem else 200)


def _try(request: HttpRequest) -> str:
    """Sign somebody in by their password; return what is wrong, which never says which part."""
    name, now = request.POST.get("name", "").strip()[:150], clock.now()
    keys = (f"name {name.casefold()}", f"from {request.META.get('REMOTE_ADDR', '')}")
    if not LIMITER.is_open(*keys, now=now):
        return _("Too many attempts. Wait a quarter of an hour, and try again.")
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if not isinstance(user, User):
        LIMITER.failed(*keys, now=now)
        return _("Name and password do not belong together. Look at both, and try again.")
    LIMITER.succeeded(*keys)
    _let_in(request, user)
    return ""


@login_not_required
@never_cache
@require_safe
def one_time(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in by a one-time address, once."""
    user = tickets.redeem(secret, now=clock.now())
    if user is None:
        if request.user.is_authenticated:
            return HttpResponseRedirect(reverse("today"))
        return render(request, "sign_in.html", {"spent": True}, status=410)
    _let_in(request, user)
    return HttpResponseRedirect(reverse("today"))


def _let_in(request: HttpRequest, user: User) -> None:
    login(request, user, backend=PASSWORDS)
    request.session["device"] = device(request.headers.get("User-Agent", ""))
    request.session["keys"] = preferences(user).single_keys


def device(agent: str) -> str:
    """Return what a browser calls itself, as a person would: "Firefox on Linux"."""
    browser, system = BROWSERS.search(agent), SYSTEMS.search(agent)
    names = [CALLED.get(found[1], found[1]) for found in (browser, system) if found]
    return _(" on ").join(names) or _("A browser")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    logout(request)
    return HttpResponseRedirect(reverse("sign-in"))
