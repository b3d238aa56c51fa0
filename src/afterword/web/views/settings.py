"""Settings: how the person signs and writes, the keys, their data, their devices."""

import zoneinfo

import msgspec
from django.conf import settings as django
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from afterword.accounts import devices as known
from afterword.actions.mail import mailbox_door
from afterword.actions.preferences import Preferences, preferences, save_preferences
from afterword.etiquette.problem import Malformed, Problem
from afterword.letters.profile import Profile, Register, Spelling
from afterword.web import clock, dates, phrases, visit

WRONG = 422
MOST_NAMES, LONGEST = 2, 120
YEARS = 5 * 365 * 24 * 60 * 60
SPELLINGS = ((Spelling.GB, lazy("British")), (Spelling.US, lazy("American")))


def settings(request: HttpRequest) -> HttpResponse:
    """Show what the person prefers, and keep what they change."""
    owner, now = visit.owner(request), clock.now()
    preferred = preferences(owner)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            preferred = told(request.POST, preferred)
        except Malformed as malformed:
            problems = malformed.problems
        else:
            save_preferences(owner, preferred)
            request.session["keys"] = preferred.single_keys
            visit.say(request, _("Kept."))
            return _speaking(HttpResponseRedirect(reverse("settings")), request.POST)
    shown = {
        "preferred": preferred,
        "profile": preferred.profile,
        "signed": "\n".join(preferred.profile.names),
        "registers": tuple(phrases.REGISTERS.items()),
        "spellings": SPELLINGS,
        "devices": known.devices(owner, now=now, current=request.session.session_key),
        "languages": django.LANGUAGES,
        "language": dates.chosen(request),
        "has_password": owner.has_usable_password(),
        "mailbox": mailbox_door.address(owner),
        "problems": problems,
    }
    return render(request, "settings.html", shown, status=WRONG if problems else 200)


def _speaking(answer: HttpResponse, form: QueryDict) -> HttpResponse:
    """Return an answer that has this browser keep the language; "" leaves it to the browser."""
    language = form.get("language", "")
    if language in dict(django.LANGUAGES):
        answer.set_cookie(
            django.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEARS,
            secure=django.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        answer.delete_cookie(django.LANGUAGE_COOKIE_NAME, samesite="Lax")
    return answer


def told(form: QueryDict, before: Preferences) -> Preferences:
    """Return what a form tells; raises Malformed."""
    names = [" ".join(line.split())[:LONGEST] for line in form.get("signed", "").splitlines()]
    zone = form.get("time_zone", "").strip()
    problems = []
    if zone and zone not in zoneinfo.available_timezones():
        problems.append(
            Problem("", _("“%(zone)s” is no time zone such as Europe/London.") % {"zone": zone})
        )
    if form.get("register") not in set(Register) or form.get("spelling") not in set(Spelling):
        problems.append(Problem("", _("Choose how you write.")))
    if problems:
        raise Malformed(problems)
    profile = Profile(
        names=tuple(name for name in names if name)[:MOST_NAMES],
        register=Register(form.get("register", "")),
        spelling=Spelling(form.get("spelling", "")),
        language=before.profile.language,
        phone=" ".join(form.get("phone", "").split())[:LONGEST],
    )
    return msgspec.structs.replace(
        before, profile=profile, single_keys=bool(form.get("single_keys")), time_zone=zone
    )


@require_POST
def devices(request: HttpRequest) -> HttpResponse:
    """Sign a device out, or all others."""
    owner = visit.owner(request)
    if device := request.POST.get("device"):
        done = known.revoke(owner, device)
        visit.say(
            request, _("Signed out there.") if done else _("That device was signed out already.")
        )
    else:
        known.revoke_others(owner, request.session.session_key)
        visit.say(request, _("Signed out everywhere else."))
    return HttpResponseRedirect(reverse("settings"))
