"""A yes to one exact text: shown before it counts, and the way of each letter after."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afterword.accounts.models import User
from afterword.actions.errors import Refused
from afterword.actions.mail import arrived as settling
from afterword.actions.mail import release as action
from afterword.actions.mail import withdraw as taking_back
from afterword.actions.mail.release import Releasing, Seen
from afterword.actions.mail.releases import releases
from afterword.actions.timeline import timeline
from afterword.actions.values import StepKey
from afterword.web import clock, desk, visit

CONFLICT = 409


def release(request: HttpRequest, uid: str) -> HttpResponse:
    """Show exactly what would leave, to whom and when; take the yes to it."""
    owner = visit.owner(request)
    if request.method == "POST":
        return _took(request, owner, uid)
    asked = _kept(owner, uid, request.GET.get("step", ""))
    if asked is None:
        return HttpResponseRedirect(reverse("opportunity", args=(uid,)))
    return _shown(request, uid, asked)


@require_safe
def released(request: HttpRequest) -> HttpResponse:
    """Show which letters wait, which are asked about, and what became of the others."""
    return render(request, "released.html", {"letters": releases(visit.owner(request))})


@require_POST
def withdraw(request: HttpRequest, uid: str) -> HttpResponse:
    """Take a letter back before it leaves."""
    taking_back.withdraw(visit.owner(request), uid, now=clock.now())
    visit.say(request, _("Taken back. It will not leave."))
    return HttpResponseRedirect(visit.onward(request, reverse("released")))


@require_POST
def arrived(request: HttpRequest, uid: str) -> HttpResponse:
    """Take the answer to whether a letter left."""
    told = request.POST.get("answer", "")
    known = told in set(settling.Answer)
    answer = settling.Answer(told) if known else settling.Answer.LET_BE
    settling.arrived(visit.owner(request), uid, answer, now=clock.now())
    visit.say(request, _("Noted."))
    return HttpResponseRedirect(reverse("released"))


def _took(request: HttpRequest, owner: User, uid: str) -> HttpResponse:
    asked = _told(request.POST)
    try:
        action.release(owner, uid, asked, now=clock.now())
    except Refused as refused:
        return _shown(request, uid, asked, refused)
    visit.say(request, _("Released. You can take it back until it leaves."))
    return HttpResponseRedirect(reverse("released"))


def _shown(
    request: HttpRequest, uid: str, asked: Releasing, refused: Refused | None = None
) -> HttpResponse:
    """Show the letter as it would leave now, or why it cannot."""
    known = timeline(visit.owner(request), uid, now=clock.now())
    shown: dict[str, Any] = {"uid": uid, "asked": asked, "facts": known.situation.opportunity}
    try:
        shown["seen"] = _seen(visit.owner(request), uid, asked)
    except Refused as why:
        refused = why
    shown["refused"] = refused
    return render(request, "release.html", shown, status=CONFLICT if refused else 200)


def _seen(owner: User, uid: str, asked: Releasing) -> Seen:
    return action.preview(owner, uid, asked, now=clock.now())


def _kept(owner: User, uid: str, step: str) -> Releasing | None:
    """Return the words that were kept for a step."""
    known = timeline(owner, uid, now=clock.now())
    if not step:
        return None
    key = StepKey.parse(step[:200])
    draft = next((one for one in known.drafts if one.key == key), None)
    return Releasing(key, "", draft.subject, draft.text) if draft else None


def _told(form: Mapping[str, str]) -> Releasing:
    """Return what a form says yes to; a browser ends its lines in two signs."""
    return Releasing(
        step=StepKey.parse(form.get("step", "")[:200]),
        to=form.get("to", ""),
        subject=" ".join(form.get("subject", "").split())[:300],
        text=form.get("text", "").replace("\r\n", "\n")[: desk.LONGEST],
        confirmed=bool(form.get("confirmed")),
    )
