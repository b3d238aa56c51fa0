"""Taking something back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from afterword.actions.undo import undo as action
from afterword.web import clock, visit


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Undo a change; what comes back can be undone in turn."""
    change = request.POST.get("change", "")[:64]
    changed = action(visit.owner(request), change, now=clock.now())
    return visit.after(request, changed, visit.onward(request, reverse("today")))
