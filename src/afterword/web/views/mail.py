"""Mail: what came back, what it was taken for and why, and what waits for a word."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.accounts.models import User
from afterword.actions.errors import Missing
from afterword.actions.mail import answer_message
from afterword.actions.mail.answer_message import Correction
from afterword.actions.mail.mail_events import State
from afterword.actions.mail.mailbox_door import address
from afterword.actions.mail.messages import Seen, message_of, messages
from afterword.actions.mail.take_file import Came, take_all, take_file
from afterword.actions.preferences import preferences, save_preferences
from afterword.actions.values import Changed
from afterword.etiquette.problem import Malformed, Problem
from afterword.mailbox.recognising.kind import Kind
from afterword.web import clock, visit
from afterword.web.mail_words import BECAUSE, CHOICES, KINDS
from afterword.web.telling import said

WRONG = 422
LARGEST = 8 * 1024 * 1024  # of a file that is dropped here; the command line takes larger ones
MOST_BUTTONS = 4
OUT = {State.DISMISSED, State.UNDONE}


class Shown(msgspec.Struct, frozen=True):
    """A message as the page shows it: in words, with what it proposes and what it did."""

    seen: Seen
    kind: Any
    because: Any
    proposals: tuple[tuple[int, str, str], ...]
    did: tuple[str, ...]
    out: bool


def mail(request: HttpRequest) -> HttpResponse:
    """Show what came, and take in what a person brings."""
    owner, now = visit.owner(request), clock.now()
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            return _brought(request, owner, now)
        except Malformed as malformed:
            problems = malformed.problems
    found = messages(owner, now=now)
    shown = {
        "mail": found,
        "waiting": [_shown(one) for one in found.waiting],
        "seen": [_shown(one) for one in found.seen],
        "few": MOST_BUTTONS,
        "connected": address(owner),
        "bodies": preferences(owner).mail_bodies,
        "problems": problems,
        "pasted": request.POST.get("pasted", "") if problems else "",
    }
    return render(request, "mail.html", shown, status=WRONG if problems else 200)


def message(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one message, and take the candidate's word on it."""
    owner, now = visit.owner(request), clock.now()
    seen, found = message_of(owner, uid, now=now)
    if request.method == "POST":
        changed = _answered(request, owner, uid, now)
        return visit.after(request, changed, visit.onward(request, reverse("mail")))
    shown = {"one": _shown(seen), "mail": found, "kinds": CHOICES}
    return render(request, "message.html", shown)


def _brought(request: HttpRequest, owner: User, now: datetime) -> HttpResponse:
    """Take in a file or what was pasted; or note whether words are kept. Raises Malformed."""
    if request.POST.get("do") == "bodies":
        keeps = request.POST.get("bodies") == "yes"
        save_preferences(owner, msgspec.structs.replace(preferences(owner), mail_bodies=keeps))
        visit.say(request, _("Kept."))
        return HttpResponseRedirect(reverse("mail"))
    file, pasted = request.FILES.get("file"), request.POST.get("pasted", "").strip()
    if file is not None and (file.size or 0) > LARGEST:
        told = _("The file is too large for this page. The command takes it: afterword import FILE")
        raise Malformed([Problem("", told)])
    if file is not None:
        came = take_file(owner, bytes(file.read()), now=now)
    elif pasted:
        came = take_all(owner, [pasted.encode()], now=now)
    else:
        raise Malformed([Problem("", _("Choose a file first, or paste a message."))])
    change = came.taken[0].changed if len(came.taken) == 1 else None
    return visit.after(
        request, change or _nothing(now), reverse("mail"), said=" ".join(told_of(came))
    )


def _nothing(now: datetime) -> Changed:
    return Changed("", "", "", now)


def told_of(came: Came) -> Iterator[str]:
    """Yield what came of a file, in sentences."""
    if len(came.taken) == 1:
        yield _("Taken in: %(kind)s.") % {"kind": _within(str(KINDS[came.taken[0].kind]))}
    elif came.taken:
        count = len(came.taken)
        yield ngettext("%(count)d message taken in.", "%(count)d messages taken in.", count) % {
            "count": count
        }
    if came.known:
        yield ngettext(
            "%(count)d was here already.", "%(count)d were here already.", came.known
        ) % {"count": came.known}
    if came.others:
        yield ngettext(
            "%(count)d is about something else, and nothing of it was kept.",
            "%(count)d are about something else, and nothing of them was kept.",
            came.others,
        ) % {"count": came.others}


def _answered(request: HttpRequest, owner: User, uid: str, now: datetime) -> Changed:
    """Do what the candidate said about a message; raises Missing for a word that is none."""
    which = request.POST.get("which", "")
    number = int(which) if which.isdecimal() and len(which) < len("1000") else None
    match request.POST.get("do", ""):
        case "accept":
            return answer_message.accept(owner, uid, now=now, which=number or 0)
        case "dismiss":
            return answer_message.dismiss(owner, uid, now=now, which=number)
        case "set-aside":
            return answer_message.set_aside(owner, uid, now=now)
        case "correct":
            return answer_message.correct(owner, uid, _correction(request), now=now)
    raise Missing("answer", request.POST.get("do", "")[:40])


def _correction(request: HttpRequest) -> Correction:
    where, kind = request.POST.get("opportunity", ""), request.POST.get("kind", "")
    return Correction(where or None, Kind(kind) if kind in set(Kind) else None)


def _shown(seen: Seen) -> Shown:
    return Shown(
        seen=seen,
        kind=KINDS[seen.kind],
        because=BECAUSE[seen.because],
        proposals=tuple(
            (one.which, said(one.event, seen.names), one.sentence) for one in seen.proposals
        ),
        did=tuple(said(one, seen.names) for one in seen.did),
        out=seen.state in OUT,
    )


def _within(label: str) -> str:
    """Return a label as it stands within a sentence."""
    return f"{label[:1].lower()}{label[1:]}"
