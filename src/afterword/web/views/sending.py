"""Sending: off until it is switched on, through the person's own mail server."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from afterword.accounts.models import User
from afterword.actions.mail import sending as action
from afterword.actions.mail.send import knock
from afterword.etiquette.problem import Malformed, Problem
from afterword.mailbox.server import Security, Server
from afterword.web import clock, visit
from afterword.web.asking import Field
from afterword.web.limiter import CONNECTING

WRONG, DIGITS, MOST_TRIES = 422, 5, 12
ENCRYPTIONS = ((Security.TLS, lazy("TLS")), (Security.STARTTLS, lazy("STARTTLS")))
LABELS = (
    Field("host", lazy("Server for outgoing mail")),
    Field("port", lazy("Port")),
    Field("password", lazy("Password of the mailbox")),
    Field("minutes", lazy("Minutes to take it back")),
)


def sending(request: HttpRequest) -> HttpResponse:
    """Show whether Afterword may send; keep what the person wants, and try the server."""
    owner = visit.owner(request)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            _keep(owner, request.POST)
            if request.POST.get("do") == "test":
                visit.say(request, _tried(owner))
            else:
                visit.say(request, _("Kept."))
        except Malformed as malformed:
            problems = malformed.problems
        else:
            return HttpResponseRedirect(reverse("sending"))
    shown: dict[str, Any] = {
        "known": action.sending(owner),
        "encryptions": ENCRYPTIONS,
        "fields": LABELS,
        "problems": problems,
    }
    return render(request, "sending.html", shown, status=WRONG if problems else 200)


def _tried(owner: User) -> str:
    """Return what came of trying the server; a provider locks whoever knocks again and again."""
    if not CONNECTING.admits({f"sending {owner.pk}": MOST_TRIES}, now=clock.now()):
        return _("Too many attempts. Wait a quarter of an hour, and try again.")
    return knock(owner) or _("It answers, and lets us in.")


def _keep(owner: User, form: Mapping[str, str]) -> None:
    security = form.get("security", "")
    server = Server(
        form.get("host", "").strip(),
        _number(form.get("port", "")),
        Security(security) if security in set(Security) else Security.TLS,
    )
    on = bool(form.get("on"))
    minutes, secret = _number(form.get("minutes", "")), form.get("password", "")
    action.set_sending(owner, on=on, server=server, minutes=minutes, secret=secret)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else 0
