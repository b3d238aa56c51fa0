"""Whether the process answers: for whoever watches over it, without looking at anybody's data."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from afterword import __version__


@login_not_required
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer that all is well, and which version says so."""
    del request
    return JsonResponse({"status": "ok", "name": "afterword", "version": __version__})
