"""Whether one may: a thing that the person would like to do, and what the rules say to it."""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.actions.may_i import may_i as action
from afterword.actions.timeline import situation_at
from afterword.etiquette.events import Gift
from afterword.etiquette.situation import Proposal
from afterword.etiquette.vocabulary import Act, Audience, Channel, GiftKind, Word
from afterword.web import clock, phrases, visit
from afterword.web.shown import NEVER

FLOWERS = Gift(item="flowers", kind=GiftKind.FLOWERS, value=30.0, audience=Audience.OFFICE)
PRESENT = Gift(item="a small present", kind=GiftKind.OBJECT, value=15.0, audience=Audience.PERSON)
FOOD = Gift(item="something sweet", kind=GiftKind.FOOD, value=15.0, audience=Audience.OFFICE)

# What people are tempted to do first; then every other act.
WISHES: dict[str, tuple[object, Proposal]] = {
    "ask": (lazy("ask how things stand"), Proposal(Act.CHECK_IN)),
    "call": (lazy("call and ask"), Proposal(Act.CHECK_IN, Channel.PHONE)),
    "flowers": (lazy("send flowers"), Proposal(Act.GIFT, gift=FLOWERS)),
    "sweets": (lazy("bring something sweet for the office"), Proposal(Act.GIFT, gift=FOOD)),
    "present": (lazy("give a small present"), Proposal(Act.GIFT, gift=PRESENT)),
    "connect": (lazy("connect on LinkedIn"), Proposal(Act.CONNECT, Channel.LINKEDIN)),
    "by-hand": (lazy("thank them by hand"), Proposal(Act.THANK_YOU, Channel.HANDWRITTEN)),
}
NAMED = frozenset({Act.CHECK_IN, Act.GIFT, Act.CONNECT})
WISHES |= {
    str(act): (label, Proposal(act)) for act, label in phrases.ACTS.items() if act not in NAMED
}


@require_safe
def may_i(request: HttpRequest, uid: str) -> HttpResponse:
    """Show the verdict on an act, its reason, and the better act."""
    owner, now = visit.owner(request), clock.now()
    situation = situation_at(owner, uid, now=now)
    wish = request.GET.get("wish", "")
    whom = request.GET.get("to", "")
    shown = {
        "uid": uid,
        "situation": situation,
        "wishes": [(name, label) for name, (label, _) in WISHES.items()],
        "wish": wish,
        "whom": whom,
    }
    if wish in WISHES:
        label, proposal = WISHES[wish]
        if whom in {one.id for one in situation.people}:
            proposal = msgspec.structs.replace(proposal, to=(whom,))
        verdict = action(owner, uid, proposal, now=now)
        names = [one.name or one.id for one in situation.people if one.id in verdict.to]
        shown |= {
            "label": label,
            "verdict": verdict,
            "answer": phrases.ANSWERS[verdict.verdict],
            "asking": phrases.ASKING[verdict.ask_whom] if verdict.ask_whom else "",
            "tone": "no"
            if verdict.verdict in NEVER
            else "do"
            if verdict.verdict is Word.GO
            else "wait",
            "names": phrases.listed(names) if names else "",
            "instead": phrases.to_do(verdict.instead, names) if verdict.instead else "",
            "step": f"{proposal.act}:{next(iter(verdict.to), '')}",
        }
    return render(request, "may_i.html", shown)
