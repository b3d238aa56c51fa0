"""One opportunity as a timeline: what happened, what is proposed, what is better left alone."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from afterword.actions.caps import Cap
from afterword.actions.items import Item
from afterword.actions.mail.releases import Open, Released, open_letters
from afterword.actions.timeline import Timeline
from afterword.actions.timeline import timeline as action
from afterword.actions.values import StepKey
from afterword.etiquette.fold import standing
from afterword.etiquette.plan import Restraint, Step
from afterword.etiquette.standing import Anchor
from afterword.web import clock, phrases, visit
from afterword.web.happenings import HAPPENINGS, USUAL
from afterword.web.shown import mark, tone
from afterword.web.telling import said
from afterword.web.views.may_i import WISHES

HAPPENED, PROPOSED, FUTURE, REST, NEVER = "happened", "proposed", "future", "rest", "never"


class Entry(msgspec.Struct, frozen=True):
    """One line of the timeline; `label` says for a screen reader what the sign before it shows.

    Of a step that was released, its `letter` says so.
    """

    glyph: str
    label: str
    at: datetime | None
    said: str
    when: str = ""
    event: str = ""
    corrected: bool = False
    message: str = ""
    step: StepKey | None = None
    item: Step | None = None
    restraint: Restraint | None = None
    rule: str = ""
    cap: Cap | None = None
    letter: Released | None = None


@require_safe
def opportunity(request: HttpRequest, uid: str) -> HttpResponse:
    """Show everything about one opportunity."""
    owner, now = visit.owner(request), clock.now()
    known = action(owner, uid, now=now)
    letters = open_letters(owner)
    facts, more = known.situation.opportunity, partial(_more, known, letters, now)
    shown = {"uid": uid, "known": known, "letters": letters, "facts": facts, "more": more}
    return render(request, "opportunity.html", shown)


def _more(known: Timeline, letters: Open, now: datetime) -> dict[str, Any]:
    """Return what the page is made of, which is not asked for again while nothing is another."""
    stands = standing(known.situation)
    ready = sum(item.open and letters.serving(item) is None for item in known.items)
    return {
        "people": known.situation.people,
        "everybody": [(one, known.also.get(one.id, ())) for one in known.situation.people],
        "stage": stands.stage,
        "sentence": phrases.opening(ready, len(known.plan.restraints)),
        "promised": stands.anchors.get(Anchor.PROMISE) if stands.promised else None,
        "entries": tuple(entries(known, letters, now)),
        "usual": [HAPPENINGS[name] for name in USUAL],
        "wishes": [(name, label) for name, (label, _) in WISHES.items()],
        "silence": known.plan.silence,
        "lapses": known.plan.lapses,
        "notes": known.notes,
    }


def entries(known: Timeline, letters: Open, now: datetime) -> Iterator[Entry]:
    """Yield what happened from the first on, then what is to come, then what never should."""
    names = {one.id: one.name or one.id for one in known.situation.people}
    for logged in reversed(known.events):
        yield Entry(
            HAPPENED,
            _("happened"),
            logged.at,
            said(logged.event, names),
            event=logged.uid,
            corrected=logged.corrected,
            message=logged.message,
        )
    for decided in known.decided:
        yield Entry(HAPPENED, _("decided"), decided.made, decided.said, rule=decided.rule)
    for item in known.items:
        letter = letters.serving(item)
        yield _under_way(item, letter) if letter else _ahead(item, now)
    for restraint in known.plan.restraints:
        if restraint.until is None:
            yield _never(restraint)


def _under_way(item: Item, letter: Released) -> Entry:
    """Return a step that was released: there is nothing to do for it, but it can be taken back."""
    at, key = letter.leaves_at, item.key
    return Entry(FUTURE, "", at, item.said, step=key, item=item.step, letter=letter)


def _ahead(item: Item, now: datetime) -> Entry:
    step, window = item.step, item.step.window
    if step.open:
        bound = window.best_by or window.too_late_after
        when = _("best by %(when)s") % {"when": phrases.moment(bound, now)} if bound else ""
        return Entry(PROPOSED, _("proposed"), None, item.said, when, step=item.key, item=step)
    opens = window.not_before
    when = _("not before %(when)s") % {"when": phrases.moment(opens, now)} if opens else ""
    return Entry(FUTURE, _("later"), opens, item.said, when, step=item.key, item=step, cap=item.cap)


def _never(restraint: Restraint) -> Entry:
    said = phrases.done_by(restraint.act, restraint.names, restraint.channel)
    glyph = NEVER if tone(restraint) == "no" else REST
    return Entry(glyph, mark(restraint), None, said, restraint=restraint)
