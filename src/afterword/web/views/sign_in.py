"""Signing in: through the one-time address that the command prints, or with a password."""

from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from afterword.accounts import tickets
from afterword.accounts.models import User
from afterword.accounts.passwords import LONGEST, LONGEST_NAME
from afterword.web import clock, visit
from afterword.web.door import let_in
from afterword.web.limiter import SIGNING_IN, keys


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
    name = request.POST.get("name", "").strip()[:LONGEST_NAME]
    attempt = keys(name, request.META.get("REMOTE_ADDR", ""))
    if not SIGNING_IN.admits(attempt, now=clock.now()):
        return _("Too many attempts. Wait a quarter of an hour, and try again.")
    password = request.POST.get("password", "")[:LONGEST]
    user = authenticate(request, username=name, password=password)
    if not isinstance(user, User):
        return _("Name and password do not belong together. Look at both, and try again.")
    SIGNING_IN.succeeded(attempt)
    let_in(request, user)
    return ""


@login_not_required
@never_cache
@require_GET
def one_time(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in by a one-time address, once; a HEAD, as a preview of links sends it, uses none up."""
    user = tickets.redeem(secret, now=clock.now())
    if user is None:
        if request.user.is_authenticated:
            return HttpResponseRedirect(reverse("today"))
        return render(request, "sign_in.html", {"spent": True}, status=410)
    let_in(request, user)
    return HttpResponseRedirect(reverse("today"))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    logout(request)
    return HttpResponseRedirect(reverse("sign-in"))
