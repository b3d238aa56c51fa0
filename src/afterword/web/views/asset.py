"""Files that pages are made of: for everybody, and to keep."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from afterword.web import stock

FOR_GOOD = "public, max-age=31536000, immutable"


@login_not_required
@require_safe
def asset(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """Return a file of the current edition; another edition is not there any more."""
    del request
    ware = stock.wares().get(name)
    if ware is None or digest != stock.digest():
        raise Http404
    return HttpResponse(ware.content, content_type=ware.kind, headers={"Cache-Control": FOR_GOOD})
