"""Logging what happened: a short form for each thing that can happen."""

import secrets
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.actions.log_event import log_event
from afterword.actions.timeline import situation_at
from afterword.etiquette import decode
from afterword.etiquette.events import Event
from afterword.etiquette.moment import zone_of
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.situation import Situation
from afterword.web import clock, visit
from afterword.web.asking import Field, Shape, filled
from afterword.web.happenings import GROUPS, HAPPENINGS, Happening
from afterword.web.telling import said as told

WRONG, DIGITS = 422, 3


def log(request: HttpRequest, uid: str) -> HttpResponse:
    """Ask for what happened, and log it: the plan is made anew at once."""
    owner, now = visit.owner(request), clock.now()
    situation = situation_at(owner, uid, now=now)
    name = request.POST.get("what_happened") or request.GET.get("what", "")
    if not name:
        groups = [(title, [HAPPENINGS[each] for each in names]) for title, names in GROUPS]
        return render(request, "log.html", {"uid": uid, "groups": groups, "situation": situation})
    happening = _known(name)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            event = event_of(happening, request.POST)
            once = request.POST.get("once", "")[:64]
            changed = log_event(owner, uid, event, now=now, once=once)
        except Malformed as malformed:
            problems = malformed.problems
        else:
            said = _("Logged: %(what)s") % {"what": told(event, _names(situation))}
            return visit.after(request, changed, reverse("opportunity", args=(uid,)), said=said)
    shown = {
        "uid": uid,
        "happening": happening,
        "situation": situation,
        "fields": tuple(fields(happening, situation, given(request, happening), now)),
        "problems": problems,
        "once": request.POST.get("once") or secrets.token_urlsafe(12),
    }
    return render(request, "log.html", shown, status=WRONG if problems else 200)


def _names(situation: Situation) -> dict[str, str]:
    return {one.id: one.name or one.id for one in situation.people}


def _known(name: str) -> Happening:
    if name not in HAPPENINGS:
        raise Http404
    return HAPPENINGS[name]


def given(request: HttpRequest, happening: Happening) -> dict[str, Any]:
    """Return what was filled in so far, in the words of the format."""
    names = [(field.name, field.shape) for field in happening.asks]
    several = {name: request.POST.getlist(name) for name, shape in names if shape is Shape.PEOPLE}
    single = {
        name: request.POST[name] for name in ("on", "time", *dict(names)) if name in request.POST
    }
    return single | several if request.method == "POST" else {}


def fields(
    happening: Happening, situation: Situation, given: Mapping[str, Any], now: datetime
) -> Iterator[Field]:
    """Yield the fields of a form: when it was, and what its happening asks for."""
    today = now.astimezone(zone_of(situation.timezone)).date().isoformat()
    people = tuple((one.id, one.name or one.id) for one in situation.people)
    yield Field("on", _("On which day?"), Shape.DAY, value=given.get("on", today), required=True)
    yield Field(
        "time", _("At what time?"), Shape.TIME, value=given.get("time", ""), hint=_("If you know.")
    )
    for field in happening.asks:
        asks_people = field.shape in {Shape.PERSON, Shape.PEOPLE}
        if asks_people and not people:
            continue
        usual = [people[0][0]] if asks_people and len(people) == 1 and not given else ""
        value = given.get(field.name, usual)
        if field.shape is Shape.PERSON and isinstance(value, list):
            value = next(iter(value), "")
        yield filled(field, value, people)


def event_of(happening: Happening, form: QueryDict) -> Event:
    """Return the event that a form tells; raises Malformed for what cannot be read."""
    raw: dict[str, Any] = {"kind": happening.kind, "on": _moment(form, "on", "time")}
    for field in happening.asks:
        value = _value(field, form)
        if value not in ("", [], None):
            raw[field.name] = value
    raw |= happening.settled
    if "at_time" in raw:
        raw["at"] = f"{raw.get('at', '')}T{raw.pop('at_time')}"
    try:
        event: Event = msgspec.convert(raw, Event, dec_hook=decode.hook)
    except (msgspec.ValidationError, OverflowError) as error:
        raise Malformed([Problem("", str(error))]) from error
    return event


def _value(field: Field, form: QueryDict) -> Any:  # noqa: ANN401  whatever the format wants
    match field.shape:
        case Shape.PEOPLE:
            return form.getlist(field.name)
        case Shape.YES:
            return True if form.get(field.name) else None
        case Shape.NUMBER:
            text = form.get(field.name, "").strip()
            return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else text
    return form.get(field.name, "").strip()[:500]


def _moment(form: QueryDict, on: str, at: str) -> str:
    day, time = form.get(on, "").strip(), form.get(at, "").strip()
    try:
        date.fromisoformat(day)
    except ValueError:
        raise Malformed([Problem(on, _("is not a day such as 2026-11-23"), day)]) from None
    return f"{day}T{time}" if time else day
