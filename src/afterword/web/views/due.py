"""What is open now, for the browser to notify about: asked by a page that lies open."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from afterword.actions.opened import opened
from afterword.web import clock, visit


@require_safe
def due(request: HttpRequest) -> JsonResponse:
    """Return the steps on Today, each with a name that stays the same while it is open."""
    found = opened(visit.owner(request), now=clock.now())
    return JsonResponse({"steps": [{"id": one.id, "said": one.said} for one in found]})
