"""Everything deleted for good: the one question that is asked twice."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.actions.delete_everything import delete_everything, held_of
from afterword.web import clock, visit
from afterword.web.door import let_in

WRONG = 422


def delete(request: HttpRequest) -> HttpResponse:
    """Show what there is, and how to keep it; delete it once the word was typed."""
    owner, word = visit.owner(request), _("delete")
    typed = request.POST.get("sure", "").strip().casefold()
    if request.method == "POST" and typed == word.casefold():
        fresh = delete_everything(owner, now=clock.now())
        request.session.flush()
        let_in(request, fresh)
        visit.say(request, _("Everything is deleted."))
        return HttpResponseRedirect(reverse("today"))
    missing = request.method == "POST"
    shown = {"held": held_of(owner), "word": word, "missing": missing}
    return render(request, "delete.html", shown, status=WRONG if missing else 200)
