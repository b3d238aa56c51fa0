"""One event: to put it right, or to take it out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from afterword.actions.correct_event import correct_event, remove_event
from afterword.actions.timeline import timeline
from afterword.etiquette.problem import Malformed, Problem
from afterword.web import clock, visit
from afterword.web.happenings import happening_of
from afterword.web.telling import plain, said
from afterword.web.views.log import WRONG, event_of, fields, given


def event(request: HttpRequest, uid: str, event_uid: str) -> HttpResponse:
    """Show an event as it was logged; correct or remove it."""
    owner, now = visit.owner(request), clock.now()
    known = timeline(owner, uid, now=now)
    logged = next((one for one in known.events if one.uid == event_uid), None)
    if logged is None:
        raise Http404
    raw = plain(logged.event)
    happening = happening_of(raw)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            if request.POST.get("do") == "remove":
                changed = remove_event(owner, event_uid, now=now)
            else:
                changed = correct_event(
                    owner, event_uid, event_of(happening, request.POST), now=now
                )
        except Malformed as malformed:
            problems = malformed.problems
        else:
            return visit.after(request, changed, reverse("opportunity", args=(uid,)))
    shown = {
        "uid": uid,
        "said": said(logged.event, {one.id: one.name or one.id for one in known.situation.people}),
        "happening": happening,
        "situation": known.situation,
        "fields": tuple(fields(happening, known.situation, given(request, happening) or raw, now)),
        "problems": problems,
    }
    return render(request, "event.html", shown, status=WRONG if problems else 200)
