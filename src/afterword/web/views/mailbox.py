"""The mailbox: found by its address, tried, looked into, and forgotten."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from afterword.accounts.models import User
from afterword.actions.mail import mailbox as action
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox, suggestion, try_mailbox
from afterword.actions.mail.forget_mailbox import forget_mailbox
from afterword.actions.mail.look_in import look_in
from afterword.actions.mail.mailbox_door import row_of
from afterword.etiquette.problem import Malformed, Problem
from afterword.mailbox.connecting import Provider, Suggestion, Way, providers
from afterword.mailbox.server import Security
from afterword.web import clock, visit
from afterword.web.asking import Field
from afterword.web.limiter import CONNECTING

WRONG, TOO_MANY = 422, 12
DIGITS = 5
SECRETS: dict[Way, object] = {
    Way.APP_PASSWORD: lazy("App password"),
    Way.MAIL_PASSWORD: lazy("Password for mail programs"),
    Way.BRIDGE: lazy("Password that the bridge shows"),
}
LABELS = (
    Field("address", lazy("Your e-mail address")),
    Field("password", lazy("Password")),
    Field("user", lazy("User name")),
    Field("host", lazy("Mail server")),
    Field("port", lazy("Port")),
    Field("security", lazy("Encryption")),
    Field("back", lazy("Days that the first look goes back")),
)


class Filled(msgspec.Struct, frozen=True):
    """What stands in the fields of the form that connects; never a password."""

    address: str = ""
    host: str = ""
    user: str = ""
    port: str = "993"
    security: str = "tls"


def mailbox(request: HttpRequest) -> HttpResponse:
    """Show the mailbox, or how one is connected; do what a button says."""
    owner = visit.owner(request)
    if request.method != "POST":
        return render(request, "mailbox.html", _shown(owner))
    try:
        return _done(request, owner)
    except Malformed as malformed:
        shown = {**_shown(owner), "problems": malformed.problems}
        if request.POST.get("do") in {"find", "connect"}:
            find = request.POST.get("do") == "find"
            shown |= _form(_typed(request.POST), find=find, tried=not find)
        return render(request, "mailbox.html", shown, status=WRONG)


def _done(request: HttpRequest, owner: User) -> HttpResponse:
    """Do what a button says; raises Malformed."""
    now = clock.now()
    match request.POST.get("do"):
        case "find":
            typed = _typed(request.POST)
            filled = _found(typed.address, suggestion(typed.address))
            return render(request, "mailbox.html", {**_shown(owner), **_form(filled)})
        case "connect":
            _admit(request, owner)
            connect_mailbox(owner, _asked(request.POST), now=now)
            visit.say(request, _("Connected. The first look takes place within a minute."))
        case "test":
            _admit(request, owner)
            visit.say(request, _answers(try_mailbox(row_of(owner))))
        case "look" | "trust" as do:
            looked = look_in(owner, now=now, trusted=do == "trust")
            visit.say(request, "" if looked.trouble else _told(looked.taken))
        case "wish":
            action.wish(owner, _wishes(request.POST), now=now)
            visit.say(request, _("Kept."))
        case "forget" if forget_mailbox(owner):
            visit.say(request, _("Forgotten, and its password with it."))
    return HttpResponseRedirect(reverse("mailbox"))


def _admit(request: HttpRequest, owner: User) -> None:
    """Raise Malformed after too many attempts."""
    attempt = {f"mailbox {owner.pk} {request.META.get('REMOTE_ADDR', '')}": TOO_MANY}
    if not CONNECTING.admits(attempt, now=clock.now()):
        said = _("Too many attempts. Wait a quarter of an hour, and try again.")
        raise Malformed([Problem("", said)])


def _answers(folders: int) -> str:
    return ngettext(
        "It answers, and lets us in: one folder.",
        "It answers, and lets us in: %(count)s folders.",
        folders,
    ) % {"count": folders}


def _told(taken: int) -> str:
    if not taken:
        return _("Looked. There is nothing new for your hunt.")
    return ngettext(
        "Looked. One message for your hunt.", "Looked. %(count)s messages for your hunt.", taken
    ) % {"count": taken}


def _shown(owner: User) -> dict[str, Any]:
    known = action.mailbox(owner)
    return {
        "known": known,
        "picked": any(is_chosen for _name, is_chosen in known.folders) if known else False,
        "filled": Filled(),
        "fields": LABELS,
    }


def _form(filled: Filled, *, find: bool = False, tried: bool = False) -> dict[str, Any]:
    """Return what the form that asks for the password shows.

    With `find`, the address comes first; with `tried`, the server is the person's own word.
    """
    provider = _provider(filled)
    way = provider.way if provider else Way.PASSWORD
    return {
        "filled": filled,
        "asks": bool(filled.address) and not find,
        "tried": tried,
        "provider": provider,
        "barred": way is Way.OAUTH,
        "secret": SECRETS.get(way, _("Password")),
        "encryptions": (
            (Security.TLS, _("TLS from the beginning")),
            (Security.STARTTLS, _("STARTTLS")),
        ),
    }


def _provider(filled: Filled) -> Provider | None:
    return next((one for one in providers() if one.host == filled.host.lower()), None)


def _found(address: str, found: Suggestion | None) -> Filled:
    if found is None:
        return Filled(address=address, user=address)
    server = found.server
    return Filled(address, server.host, found.user, str(server.port), str(server.security))


def _typed(form: QueryDict) -> Filled:
    told = {name: form.get(name, "").strip() for name in ("address", "host", "user")}
    return Filled(**told, port=form.get("port", "").strip(), security=form.get("security", "tls"))


def _asked(form: QueryDict) -> Asked:
    typed = _typed(form)
    return Asked(
        address=typed.address,
        secret=form.get("password", ""),
        host=typed.host,
        user=typed.user,
        port=_number(typed.port),
        security=typed.security,
    )


def _wishes(form: QueryDict) -> action.Wishes:
    usual = form.get("which", "usual") == "usual"
    folders = () if usual else tuple(form.getlist("folder"))
    return action.Wishes(folders, _number(form.get("back", "")), bool(form.get("drafts")))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else 0
