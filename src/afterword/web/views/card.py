"""A card to write by hand: its words as they will stand, its envelope, its day, its guide sheet."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from afterword.accounts.models import User
from afterword.actions.may_i import may_i
from afterword.actions.preferences import preferences
from afterword.actions.said import told_as
from afterword.actions.timeline import timeline
from afterword.actions.values import DraftState, StepKey
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE
from afterword.etiquette.situation import Proposal
from afterword.etiquette.vocabulary import Act, Channel, Word
from afterword.letters.card.envelope import Route
from afterword.letters.card.hand import LONGEST, SHORTEST, Hand, HandSize, measured, sized
from afterword.letters.card.kit import Kit, Writing, kit
from afterword.letters.card.outlook import Mail, among_colleagues, expected
from afterword.letters.card.stationery import NAMES, CardSize, Orientation
from afterword.letters.card.stationery import card as cut
from afterword.letters.draft import Unwritten
from afterword.press.saying import said
from afterword.press.sheet import page
from afterword.press.tables import post_table
from afterword.web import clock, desk, phrases, security, visit

STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
LETTERS = re.compile(r' style="(--letters: [\d.]+)"')
HANDS = (
    (HandSize.SMALL, lazy("small")),
    (HandSize.MEDIUM, lazy("medium")),
    (HandSize.LARGE, lazy("large")),
)
WAYS = ((Orientation.PORTRAIT, lazy("upright")), (Orientation.LANDSCAPE, lazy("lying")))


class Prepared(msgspec.Struct, frozen=True):
    """A card as it was asked for: the step, and the kit, or why there is none."""

    key: StepKey
    to_do: str
    kit: Kit | None = None
    why: str = ""


@require_safe
def card(request: HttpRequest, uid: str) -> HttpResponse:
    """Show all that is needed to write one card."""
    made = _prepared(visit.owner(request), uid, request.GET)
    if made is None:
        return HttpResponseRedirect(reverse("opportunity", args=(uid,)))
    shown: dict[str, Any] = {
        "uid": uid,
        "made": made,
        "sizes": [(str(size), NAMES[size]) for size in CardSize],
        "ways": WAYS,
        "hands": HANDS,
        "asked": request.GET,
        "query": request.GET.urlencode(),
    }
    if made.kit:
        shown |= {"kit": made.kit, "said": said(made.kit), "lines": _lines(made.kit)}
    return render(request, "card.html", shown)


@require_safe
def guide(request: HttpRequest, uid: str) -> HttpResponse:
    """Show the sheet to print: its own style is allowed by its digest, and nothing else is."""
    made = _prepared(visit.owner(request), uid, request.GET)
    if made is None or made.kit is None:
        return HttpResponseRedirect(reverse("opportunity", args=(uid,)))
    html = META.sub("", page(made.kit))
    letters = LETTERS.search(html)
    if letters:  # an attribute has no digest, so that the style itself says it
        html = LETTERS.sub("", html).replace("</style>", f".lines {{ {letters[1]}; }}\n</style>", 1)
    style = STYLE.search(html)
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode() if style else ""
    policy = security.policy(style_src=f"'sha256-{digest}'", script_src="'none'")
    return HttpResponse(html, headers={"Content-Security-Policy": policy})


def _lines(made: Kit) -> list[tuple[str, bool]]:
    return [(line, place >= made.room.lines) for place, line in enumerate(made.message.lines)]


def _prepared(owner: User, uid: str, asked: Mapping[str, str]) -> Prepared | None:
    now = clock.now()
    known = timeline(owner, uid, now=now)
    situation = known.situation
    keys = [item.key for item in known.items if item.key.act is Act.THANK_YOU]
    key = StepKey.parse(asked["step"][:200]) if asked.get("step") else next(iter(keys), None)
    if key is None:
        return None
    people = (key.to,) if key.to in {one.id for one in situation.people} else ()
    verdict = may_i(owner, uid, Proposal(key.act, Channel.HANDWRITTEN, people), now=now)
    stands = standing(situation)
    them = stands.people.get(key.to, NO_ONE)
    to_do = phrases.to_do(
        told_as(key.act, known.plan.stage), [them.person.name or them.person.id] if people else []
    )
    profile = preferences(owner).profile
    notes = tuple(one.note for one in known.notes)
    kept = next(
        (one for one in known.drafts if one.key == key and one.channel is Channel.HANDWRITTEN), None
    )
    at = desk.at_desk(situation, key.act, Channel.HANDWRITTEN, key.to)
    made = desk.letter(at, notes, desk.spelt(profile, situation.opportunity.country))
    if isinstance(made, Unwritten):
        return Prepared(key, to_do, why=made.why)
    sender = situation.opportunity.country
    late = verdict.too_late_after if verdict.verdict in {Word.GO, Word.WAIT} else None
    writing = Writing(
        to=them.person,
        text=kept.text if kept and kept.state is not DraftState.SENT else made.body,
        question=made.question,
        language=profile.language,
        card=cut(sender, _size(asked), _way(asked)),
        hand=_hand(asked),
    )
    mail = Mail(
        now=stands.now,
        route=Route(sender, sender),
        services=post_table().services,
        expected=expected(stands, them),
        until=late.date() if late else None,
        handed_over=among_colleagues(stands),
    )
    return Prepared(key, to_do, kit(writing, mail, verdict))


def _size(asked: Mapping[str, str]) -> CardSize | None:
    text = asked.get("size", "")
    return CardSize(text) if text in set(CardSize) else None


def _way(asked: Mapping[str, str]) -> Orientation | None:
    text = asked.get("way", "")
    return Orientation(text) if text in set(Orientation) else None


def _hand(asked: Mapping[str, str]) -> Hand:
    """Return the hand that was measured, or else one of a named size."""
    try:
        length = float(asked.get("length", ""))
    except ValueError:
        length = 0
    if SHORTEST <= length <= LONGEST:
        return measured(length)
    text = asked.get("hand", "")
    return sized(HandSize(text) if text in set(HandSize) else HandSize.MEDIUM)
