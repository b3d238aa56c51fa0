"""Everything deleted for good: the one question that is asked twice."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from afterword.accounts.models import User
from afterword.actions.delete_everything import delete_everything, held_of
from afterword.actions.left_elsewhere import Place, left_elsewhere, take_away
from afterword.etiquette.problem import Malformed, Problem
from afterword.web import clock, visit
from afterword.web.asking import Field
from afterword.web.door import let_in
from afterword.web.limiter import CONNECTING

WRONG, MOST_TRIES = 422, 12
LABELS = (Field(Place.CALENDAR, lazy("Your calendar")), Field(Place.DRAFTS, lazy("Your mailbox")))


def delete(request: HttpRequest) -> HttpResponse:
    """Show what there is, here and elsewhere; delete it once the word was typed.

    What lies elsewhere is taken away first, where that is wanted; if it cannot be, nothing is done.
    """
    owner, word = visit.owner(request), _("delete")
    if request.method != "POST":
        return _asked(request, owner, word)
    typed = request.POST.get("sure", "").strip()
    if typed.casefold() != word.casefold():
        return _asked(request, owner, word, missing=True)
    try:
        taken = _taken(request, owner)
    except Malformed as malformed:
        return _asked(request, owner, word, typed=typed, problems=malformed.problems)
    fresh = delete_everything(owner, now=clock.now())
    request.session.flush()
    let_in(request, fresh)
    visit.say(request, _deleted(taken))
    return HttpResponseRedirect(reverse("today"))


def _asked(request: HttpRequest, owner: User, word: str, **found: Any) -> HttpResponse:  # noqa: ANN401  what a template shows
    posted = request.method == "POST"
    shown = {
        "held": held_of(owner),
        "left": [(one, not posted or one.place in request.POST) for one in left_elsewhere(owner)],
        "word": word,
        "fields": LABELS,
        **found,
    }
    return render(request, "delete.html", shown, status=WRONG if posted else 200)


def _taken(request: HttpRequest, owner: User) -> int:
    """Take away what was ticked, and return how much it was; raises Malformed."""
    there = {one.place for one in left_elsewhere(owner)}
    wanted = [place for place in Place if place in there and place in request.POST]
    attempt = {f"delete {owner.pk}": MOST_TRIES}
    if wanted and not CONNECTING.admits(attempt, now=clock.now()):
        said = _("Too many attempts. Wait a quarter of an hour, and try again.")
        raise Malformed([Problem("", said)])
    return take_away(owner, wanted, now=clock.now())


def _deleted(taken: int) -> str:
    if not taken:
        return _("Everything is deleted.")
    return ngettext(
        "Everything is deleted, and what Afterword left elsewhere: one thing.",
        "Everything is deleted, and what Afterword left elsewhere: %(count)s things.",
        taken,
    ) % {"count": taken}
