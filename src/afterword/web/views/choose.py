"""What the person decides about a step: done, not this time, or later."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from afterword.actions import choose as action
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
    return visit.after(request, changed, visit.onward(request, reverse("today")))


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
        "to_do": phrases.to_do(key.act, names),
        "employer": known.situation.opportunity.employer,
        "days": action.dates_allowed(owner, uid, key, now=now),
    }
    return render(request, "later.html", shown)


def _decision(text: str) -> Decision:
    try:
        return Decision(text)
    except ValueError:
        known = tuple(map(str, Decision))
        raise Malformed([Problem("choice", "is none that there is", text, known)]) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Malformed([Problem("day", "is not a day such as 2026-11-27", text)]) from None
