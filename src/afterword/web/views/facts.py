"""What is known of an opportunity and of the people in it: to add to, or to take out."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from afterword.actions.add_person import add_person
from afterword.actions.also import also_of
from afterword.actions.edit_opportunity import edit_opportunity
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.timeline import situation_at
from afterword.etiquette import decode
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.situation import Opportunity, Person
from afterword.web import clock, phrases, visit
from afterword.web.asking import Field, Shape, words

WRONG = 422
LONGEST = 300
VIA = (
    ("direct", lazy("I applied there")),
    ("agency", lazy("through an agency")),
    ("referral", lazy("somebody referred me")),
    ("internal", lazy("I work there already")),
)
POLICIES = (
    ("unknown", lazy("I do not know")),
    ("none-accepted", lazy("they accept none")),
    ("modest-accepted", lazy("small ones are fine")),
)
WORKS_FOR = (
    ("employer", lazy("the employer")),
    ("agency", lazy("the agency")),
    ("third-party", lazy("somebody else")),
)
Kind = TypeVar("Kind")


def facts(request: HttpRequest, uid: str) -> HttpResponse:
    """Ask for what is known of an opportunity, and keep it."""
    owner, now = visit.owner(request), clock.now()
    situation = situation_at(owner, uid, now=now)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            told = told_facts(request.POST)
            zone = request.POST.get("timezone", "").strip() or None
            changed = edit_opportunity(owner, uid, told, now=now, timezone=zone)
        except Malformed as malformed:
            problems = malformed.problems
        else:
            return visit.after(request, changed, reverse("opportunity", args=(uid,)))
    values = {**msgspec.to_builtins(situation.opportunity), "timezone": situation.timezone}
    values = (
        _filled(Opportunity()) | values | {name: str(text) for name, text in request.POST.items()}
    )
    shown = {
        "uid": uid,
        "title": _("What is known"),
        "situation": situation,
        "fields": fact_fields(values),
        "problems": problems,
    }
    return render(request, "facts.html", shown, status=WRONG if problems else 200)


def person(request: HttpRequest, uid: str) -> HttpResponse:
    """Ask for what is known of somebody, and keep it; an address may tell of somebody new."""
    owner, now = visit.owner(request), clock.now()
    situation = situation_at(owner, uid, now=now)
    asked = request.POST.get("id") or request.GET.get("id", "")
    known = next((one for one in situation.people if one.id == asked), None)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            taken = {one.id for one in situation.people}
            told = told_person(request.POST, known, taken)
            changed = add_person(owner, uid, told, now=now)
        except Malformed as malformed:
            problems = malformed.problems
        else:
            return visit.after(request, changed, reverse("opportunity", args=(uid,)))
    told_of = {name: request.GET.get(name, "")[:LONGEST] for name in ("name", "email")}
    values = _filled(known) if known else _filled(Person("")) | told_of
    values |= {name: str(text) for name, text in request.POST.items()}
    shown = {
        "uid": uid,
        "title": (known.name or known.id) if known else _("Somebody else in it"),
        "situation": situation,
        "person": known.id if known else "",
        "also": also_of(owner, uid, known.id) if known else (),
        "fields": person_fields(values),
        "problems": problems,
    }
    return render(request, "facts.html", shown, status=WRONG if problems else 200)


@require_POST
def remove(request: HttpRequest, uid: str) -> HttpResponse:
    """Take an opportunity out; undo brings it back."""
    changed = remove_opportunity(visit.owner(request), uid, now=clock.now())
    return visit.after(request, changed, reverse("opportunities"))


def _filled(value: msgspec.Struct) -> dict[str, str]:
    """Return every field of a value as text; `true` is what is known and not spelled out."""
    raw = {name: getattr(value, name) for name in value.__struct_fields__}
    return {name: str(one) if isinstance(one, str) else "" for name, one in raw.items()}


def fact_fields(values: dict[str, str]) -> tuple[Field, ...]:
    """Return what a form asks of an opportunity, with what is known already."""
    asks = (
        Field("employer", _("Where?")),
        Field("role", _("For what job?")),
        Field(
            "country",
            _("In which country?"),
            hint=_("Two letters: GB, US, DE; or with a part: CA-QC."),
        ),
        Field("timezone", _("In which time zone?"), hint=_("As in Europe/London.")),
        Field("sector", _("What do they do?"), Shape.CHOICE, words(phrases.SECTORS)),
        Field("via", _("How did you come to it?"), Shape.CHOICE, VIA),
        Field("gift_policy", _("May they accept gifts?"), Shape.CHOICE, POLICIES),
    )
    return _with(asks, values)


def person_fields(values: dict[str, str]) -> tuple[Field, ...]:
    """Return what a form asks of somebody, with what is known already."""
    asks = (
        Field(
            "name",
            _("What is their name?"),
            required=True,
            hint=_("As you would write it: Ms Adaeze Okafor."),
        ),
        Field("role", _("What are they in this?"), Shape.CHOICE, words(phrases.ROLES)),
        Field("works_for", _("Whom do they work for?"), Shape.CHOICE, WORKS_FOR),
        Field("email", _("E-mail address"), Shape.EMAIL),
        Field("postal_address", _("Postal address"), Shape.LONG),
    )
    return _with(asks, values)


def _with(asks: Iterable[Field], values: dict[str, str]) -> tuple[Field, ...]:
    return tuple(msgspec.structs.replace(one, value=values.get(one.name, "")) for one in asks)


def told_facts(form: QueryDict) -> Opportunity:
    """Return the opportunity that a form tells; raises Malformed."""
    return _converted(
        {name: _text(form, name) for name in Opportunity.__struct_fields__}, Opportunity
    )


def told_person(form: QueryDict, known: Person | None, taken: set[str]) -> Person:
    """Return the person that a form tells; what it leaves empty stays as it was known."""
    raw: dict[str, object] = {
        name: _text(form, name) for name in Person.__struct_fields__ if name != "id"
    }
    raw["id"] = known.id if known else slug(_text(form, "name"), taken)
    for name in ("email", "postal_address"):
        if not raw[name] and known and getattr(known, name) is True:
            raw[name] = True
    if not raw["name"]:
        raise Malformed([Problem("name", _("is missing"))])
    return _converted(raw, Person)


def _text(form: QueryDict, name: str) -> str:
    return form.get(name, "").strip()[:LONGEST]


def _converted(raw: dict[str, object], kind: type[Kind]) -> Kind:
    try:
        return msgspec.convert(
            {name: value for name, value in raw.items() if value != ""}, kind, dec_hook=decode.hook
        )
    except msgspec.ValidationError as error:
        raise Malformed([Problem("", str(error))]) from error


def slug(name: str, taken: Iterable[str]) -> str:
    """Return an id for somebody by their name: "okafor", or "okafor-2" where that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    base = (words[-1] if words else "person")[:40]
    used = set(taken)
    return next(
        one
        for one in (base, *(f"{base}-{count}" for count in range(2, len(used) + 3)))
        if one not in used
    )
