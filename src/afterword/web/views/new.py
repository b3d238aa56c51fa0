"""I had an interview: one screen from nothing to a thank-you."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.preferences import preferences, save_preferences
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import timeline
from afterword.actions.values import StepKey
from afterword.etiquette import decode
from afterword.etiquette.moment import zone_of
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.check.sheet import claims_to
from afterword.letters.draft import Unwritten
from afterword.letters.notes import Notes
from afterword.letters.profile import Profile
from afterword.web import clock, desk, phrases, stems, visit
from afterword.web.asking import Field, Shape, filled, some, words
from afterword.web.happenings import FORMAT, IMPRESSION
from afterword.web.pasted import read
from afterword.web.views.facts import slug

WRONG = 422
MOST_PEOPLE, LONGEST = 12, 200
BETWEEN = re.compile(r"\s*(?:[,;\n]|\band\b|&)\s*")


class Begun(msgspec.Struct, frozen=True):
    """What a form tells: the situation it comes to, the notes, and the first person."""

    situation: Situation
    notes: Notes
    first: str


def new(request: HttpRequest) -> HttpResponse:
    """Ask for the interview and what is remembered of it; go on to the letter."""
    owner, now = visit.owner(request), clock.now()
    desk.warm_soon()
    profile = preferences(owner).profile
    problems: tuple[Problem, ...] = ()
    form: QueryDict = request.POST
    if request.method == "POST" and request.POST.get("do") == "read":
        form = _with_pasted(request.POST, now)
    elif request.method == "POST":
        try:
            begun = begin(request.POST, now)
        except Malformed as malformed:
            problems = malformed.problems
        else:
            return _keep(request, begun, profile, now)
    shown = {
        "fields": tuple(_fields(form, now)),
        "more": tuple(_more(form, request)),
        "stems": stems.shown(stems.FIRST, form),
        "ask_name": not profile.names,
        "signed": form.get("signed", ""),
        "zone": form.get("timezone", ""),
        "problems": problems,
    }
    return render(request, "new.html", shown, status=WRONG if problems else 200)


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """Show the letter as it comes to be, while its lines are typed."""
    owner, now = visit.owner(request), clock.now()
    try:
        begun = begin(request.POST, now)
    except Malformed:
        return render(request, "preview.html", {"early": True})
    profile = signing(request.POST, preferences(owner).profile)
    at = desk.at_desk(begun.situation, Act.THANK_YOU, Channel.EMAIL, begun.first)
    spelt = desk.spelt(profile, begun.situation.opportunity.country)
    made = desk.letter(at, begun.notes, spelt)
    if isinstance(made, Unwritten):
        return render(request, "preview.html", {"early": True})
    claims = claims_to(begun.first, begun.notes, profile.names)
    seen = desk.look(at, made.subject, made.body, claims)
    return render(request, "preview.html", {"letter": made, "desk": seen})


def _keep(request: HttpRequest, begun: Begun, profile: Profile, now: datetime) -> HttpResponse:
    """Write it all down, and go on to the letter; or to the timeline, where none is due."""
    owner = visit.owner(request)
    changed = add_opportunity(owner, begun.situation, now=now)
    uid = changed.opportunity
    if begun.notes:
        save_notes(owner, uid, begun.notes, now=now)
    signed = signing(request.POST, profile)
    if signed != profile:
        known = preferences(owner)
        zone = known.time_zone or begun.situation.timezone
        save_preferences(owner, msgspec.structs.replace(known, profile=signed, time_zone=zone))
    key = StepKey(Act.THANK_YOU, begun.first)
    due = {item.key for item in timeline(owner, uid, now=now).items}
    if key in due:
        return visit.after(request, changed, f"{reverse('write', args=(uid,))}?step={key}")
    return visit.after(request, changed, reverse("opportunity", args=(uid,)))


def signing(form: QueryDict, profile: Profile) -> Profile:
    """Return the profile with the name that signs, where it was only now told."""
    name = " ".join(form.get("signed", "").split())[:LONGEST]
    return msgspec.structs.replace(profile, names=(name,)) if name else profile


def begin(form: QueryDict, now: datetime) -> Begun:
    """Return what a form tells; raises Malformed."""
    people = list(_people(form))
    if not people:
        raise Malformed([Problem("", _("Say with whom you talked: a name is enough."))])
    ids = [one["id"] for one in people]
    met = form.get("on", "").strip() or now.date().isoformat()
    at = form.get("time", "").strip()
    interview: dict[str, Any] = {
        "kind": "interview",
        "on": f"{met}T{at}" if at else met,
        "with": ids,
    }
    interview |= {name: form[name] for name in ("format", "impression") if form.get(name)}
    events = [interview]
    if form.get("by"):
        promise = {"kind": "promised", "on": interview["on"], "what": "answer", "by": form["by"]}
        events.append(promise)
    facts = {
        name: text[:LONGEST]
        for name in ("employer", "role", "country", "sector")
        if (text := form.get(name, "").strip())
    }
    raw = {
        "timezone": form.get("timezone") or "UTC",
        "opportunity": facts,
        "people": people,
        "events": events,
    }
    situation = decode.from_raw(raw | {"now": _now_there(now, raw["timezone"])})
    return Begun(situation, stems.finished(form), ids[0])


def _now_there(now: datetime, zone: object) -> str:
    """Return now in the employer's zone; a zone that is none is told about when it is decoded."""
    try:
        return now.astimezone(zone_of(str(zone))).isoformat()
    except (ValueError, OSError, KeyError):
        return now.isoformat()


def _people(form: QueryDict) -> Iterator[dict[str, Any]]:
    names = [name for name in BETWEEN.split(form.get("who", "").strip()[: LONGEST * 4]) if name]
    taken: set[str] = set()
    for place, name in enumerate(names[:MOST_PEOPLE]):
        one: dict[str, Any] = {
            "id": slug(name, taken),
            "name": name[:LONGEST],
            "role": form.get("their_role") or "interviewer",
        }
        taken.add(one["id"])
        one["email"] = form.get("email", "").strip() or True if place == 0 else True
        yield one


def _fields(form: QueryDict, now: datetime) -> Iterator[Field]:
    today = now.date().isoformat()
    several = _("As you would address them. Several? A comma between them.")
    yield Field(
        "who", _("Who did you talk to?"), value=form.get("who", ""), hint=several, required=True
    )
    yield Field("employer", _("Where?"), value=form.get("employer", ""))
    yield Field("role", _("For what job?"), value=form.get("role", ""))
    yield Field("on", _("On which day?"), Shape.DAY, value=form.get("on", today), required=True)
    yield Field(
        "by",
        _("When will they decide?"),
        Shape.DAY,
        value=form.get("by", ""),
        hint=_("Empty: they did not say."),
    )


def _more(form: QueryDict, request: HttpRequest) -> Iterator[Field]:
    yield Field("time", _("When did it end, about?"), Shape.TIME, value=form.get("time", ""))
    yield filled(IMPRESSION, form.get("impression", ""))
    yield filled(FORMAT, form.get("format", ""))
    yield Field(
        "their_role",
        _("What are they there?"),
        Shape.CHOICE,
        some(words(phrases.ROLES)),
        value=form.get("their_role", ""),
    )
    yield Field("email", _("Their e-mail address"), Shape.EMAIL, value=form.get("email", ""))
    yield Field(
        "country",
        _("In which country?"),
        value=form.get("country") or country(request),
        hint=_("Two letters: GB, US, DE."),
    )
    yield Field(
        "sector",
        _("What do they do?"),
        Shape.CHOICE,
        words(phrases.SECTORS),
        value=form.get("sector", "other"),
    )


def country(request: HttpRequest) -> str:
    """Return the country that a browser's language names, or the United States."""
    found = re.search(r"\b[a-z]{2,3}-([A-Z]{2})\b", request.headers.get("Accept-Language", ""))
    return found[1] if found else "US"


def _with_pasted(form: QueryDict, now: datetime) -> QueryDict:
    """Return a form with what a pasted text tells, where nothing was filled in yet."""
    told = read(form.get("pasted", ""), today=date(now.year, now.month, now.day))
    whole = form.copy()
    for name, value in told.items():
        if value and not whole.get(name, "").strip():
            whole[name] = value
    return whole
