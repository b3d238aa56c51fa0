"""A permission for a mailbox: asked for, given at the provider, and brought back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.actions.errors import Refused
from afterword.actions.mail.grant_mailbox import Answer, ask_for, grant_mailbox
from afterword.etiquette.problem import Malformed
from afterword.mailbox.oauth import Client, granting
from afterword.web import clock, visit
from afterword.web.asking import Field

WRONG, PENDING = 422, "grant"
LABELS = (Field("address", lazy("Your e-mail address")), Field("client", lazy("Client id")))


def grant(request: HttpRequest) -> HttpResponse:
    """Say how a client is made, take its id, and show where the permission is given."""
    name = request.POST.get("provider") or request.GET.get("provider") or ""
    shown = _shown(request, name)
    if request.method != "POST":
        return render(request, "grant.html", shown)
    client = Client(
        request.POST.get("client", "").strip(), request.POST.get("client_secret", "").strip()
    )
    try:
        asked = ask_for(shown["address"], name, client, back=shown["back"])
    except Malformed as malformed:
        return render(
            request, "grant.html", {**shown, "problems": malformed.problems}, status=WRONG
        )
    request.session[PENDING] = asked.pending
    return render(request, "grant.html", {**shown, "url": asked.url})


def _shown(request: HttpRequest, name: str) -> dict[str, Any]:
    try:
        provider = granting(name)
    except LookupError:
        raise Http404 from None
    address = request.POST.get("address") or request.GET.get("address") or ""
    return {
        "provider": provider,
        "address": address.strip(),
        "client": request.POST.get("client", ""),
        "back": request.build_absolute_uri(reverse("granted")),
        "fields": LABELS,
    }


@require_safe
def granted(request: HttpRequest) -> HttpResponse:
    """Take what the provider sends the person back with, once; connect the mailbox."""
    pending = request.session.pop(PENDING, "")
    if request.GET.get("error"):
        why = _("The provider did not give the permission.")
        raise Refused(why, _("Nothing was connected. Begin once more, if you want it."))
    answer = Answer(request.GET.get("state", ""), request.GET.get("code", ""))
    grant_mailbox(visit.owner(request), pending, answer, now=clock.now())
    visit.say(request, _("Connected. The first look takes place within a minute."))
    return HttpResponseRedirect(reverse("mailbox"))
