"""What the person decides about a step: done, not this time, or later."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afterword.actions import choose as action
from afterword.actions.said import told_as
from afterword.actions.timeline import timeline
from afterword.actions.values import Decision, StepKey
from afterword.etiquette.problem import Malformed, Problem
from afterword.web import clock, phrases, visit


@require_POST
def choose(request: HttpRequest, uid: str) -> HttpResponse:
    """Note a decision, and go back to where it was made."""
    key = StepKey.parse(request.POST.get("step", ""))
    decision = _decision(request.POST.get("choice", ""))
    if decision is Decision.LATER and not request.POST.get("day"):
        return HttpResponseRedirect(f"{reverse('later', args=(uid,))}?step={key}")
    later_on = _day(request.POST["day"]) if decision is Decision.LATER else None
    choosing = action.Choosing(decision, later_on)
    changed = action.choose(visit.owner(request), uid, key, choosing, now=clock.now())
    back = visit.onward(request, reverse("today"))
    return visit.after(request, changed, back, asks=tuple(_why(uid, decision)))


def _why(uid: str, decision: Decision) -> Iterator[tuple[object, str]]:
    """Yield the reasons for "not this time" that are news to the plan, and where to tell them."""
    if decision is Decision.NOT_THIS_TIME:
        log = reverse("log", args=(uid,))
        yield _("They asked me not to"), f"{log}?what=told"
        yield _("I did it another way"), f"{log}?what=sent"
        yield _("It is over"), f"{log}?what=withdrew"


@require_safe
def later(request: HttpRequest, uid: str) -> HttpResponse:
    """Show the days to which a step may be put off: those that the rules allow, and no others."""
    owner, now = visit.owner(request), clock.now()
    key = StepKey.parse(request.GET.get("step", ""))
    known = timeline(owner, uid, now=now)
    names = [one.name or one.id for one in known.situation.people if one.id == key.to]
    shown = {
        "uid": uid,
        "key": key,
        "to_do": phrases.to_do(told_as(key.act, known.plan.stage), names),
        "employer": known.situation.opportunity.employer,
        "days": action.dates_allowed(owner, uid, key, now=now),
    }
    return render(request, "later.html", shown)


def _decision(text: str) -> Decision:
    try:
        return Decision(text)
    except ValueError:
        known = tuple(map(str, Decision))
        raise Malformed([Problem("choice", _("is none that there is"), text, known)]) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Malformed([Problem("day", _("is not a day such as 2026-11-27"), text)]) from None
