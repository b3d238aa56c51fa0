"""Whether the process answers: for whoever watches over it, without looking at anybody's data."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe

from afterword import __version__

LONGEST = 100


@login_not_required
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer that all is well; where a `nonce` is sent, prove whose journal it is."""
    told = {"status": "ok", "name": "afterword", "version": __version__}
    if nonce := request.GET.get("nonce", "")[:LONGEST]:
        told["proof"] = proof(nonce, int(request.get_port()))
    return JsonResponse(told)


def proof(nonce: str, port: int) -> str:
    """Return what only a process that has the journal's secret key can answer at a port."""
    return salted_hmac("afterword.health", f"{port} {nonce}").hexdigest()
