"""A made-up hunt to look around in, and how it is thrown away again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.errors import Missing
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.save_notes import save_notes
from afterword.etiquette import decode
from afterword.letters.notes import Note, Stem
from afterword.web import clock, visit

ZONE = ZoneInfo("Europe/London")
NOTES = (
    Note("you run the ward handover in two minutes, at the whiteboard", Stem.STRUCK, "okafor"),
    Note("cut the time that families wait for an answer", Stem.THEIRS, "okafor"),
    Note("I ran the night desk at St Anne’s for three years", Stem.MINE, "okafor"),
)


@require_POST
def example(request: HttpRequest) -> HttpResponse:
    """Begin the example, or throw it away."""
    owner, now = visit.owner(request), clock.now()
    if request.POST.get("do") == "end":
        for uid in request.session.pop("example", ()):
            _remove(owner, uid, now)
        visit.say(request, _("The example is gone. Now your own."))
    elif not request.session.get("example"):
        request.session["example"] = begun(owner, now)
    return visit.after(request, None, reverse("today"))


def _remove(owner: User, uid: str, now: datetime) -> None:
    try:
        remove_opportunity(owner, uid, now=now)
    except Missing:  # the person took it out by hand already
        return


def begun(owner: User, now: datetime) -> list[str]:
    """Write the made-up hunt down; return the uids of its opportunities."""
    uids = []
    for place, raw in enumerate(stories(now)):
        changed = add_opportunity(owner, decode.from_raw(raw), now=now)
        uids.append(changed.opportunity)
        if place == 0:
            save_notes(owner, changed.opportunity, NOTES, now=now)
    return uids


def stories(now: datetime) -> list[dict[str, object]]:
    """Return three situations around `now`: to thank for, to wait for, and an offer."""
    here = now.astimezone(ZONE)
    common = {"now": here.isoformat(), "timezone": str(ZONE)}
    return [common | story(here) for story in (_hospital, _planner, _shop)]


def _day(here: datetime, ago: int) -> str:
    return (here - timedelta(days=ago)).date().isoformat()


def _them(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "role": "hiring-manager", "email": True, **more}


def _hospital(here: datetime) -> dict[str, object]:
    lately = (here - timedelta(hours=5)).replace(second=0, microsecond=0).isoformat()
    nurse = {"role": "charge nurse", "sector": "healthcare", "country": "GB"}
    shaw = {"id": "shaw", "name": "Colin Shaw", "role": "coordinator", "email": True}
    met = {"kind": "interview", "with": ["okafor"], "format": "onsite", "impression": "well"}
    return {
        "opportunity": {"employer": "Riverside Hospital", **nurse},
        "people": [_them("Ms Adaeze Okafor", id="okafor", postal_address=True), shaw],
        "events": [{"on": _day(here, 9), "kind": "applied"}, {"on": lately, **met}],
    }


def _planner(here: datetime) -> dict[str, object]:
    met = {"kind": "interview", "with": ["lena"], "format": "video", "impression": "uncertain"}
    said = {"kind": "promised", "what": "answer", "by": _day(here, -3), "from": "lena"}
    thanked = {"kind": "sent", "act": "thank-you", "channel": "email", "to": ["lena"]}
    return {
        "opportunity": {"employer": "Corbel", "role": "planner", "country": "GB"},
        "people": [_them("Lena Ruiz", id="lena")],
        "events": [
            {"on": _day(here, 4), **met},
            {"on": _day(here, 4), **said},
            {"on": _day(here, 3), **thanked},
        ],
    }


def _shop(here: datetime) -> dict[str, object]:
    shop = {"role": "shop manager", "sector": "retail", "country": "GB"}
    met = {"kind": "interview", "with": ["ives"], "format": "onsite", "impression": "well"}
    thanked = {"kind": "sent", "act": "thank-you", "channel": "handwritten", "to": ["ives"]}
    offered = {"kind": "offered", "written": True, "answer_by": _day(here, -6)}
    return {
        "opportunity": {"employer": "Harbour Books", **shop},
        "people": [_them("Mr Tom Ives", id="ives", postal_address=True)],
        "events": [
            {"on": _day(here, 12), **met},
            {"on": _day(here, 11), **thanked},
            {"on": _day(here, 1), **offered},
        ],
    }
