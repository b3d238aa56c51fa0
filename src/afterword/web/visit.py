"""What a view needs to know of a visit: who is here, what just changed, and where to go next."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from afterword.accounts.models import User
from afterword.actions.values import Changed

CHANGED = "changed"
MOST_CHANGES = 4


def owner(request: HttpRequest) -> User:
    """Return who is signed in; every view that is not open to all has somebody."""
    assert isinstance(request.user, User)  # noqa: S101  LoginRequiredMiddleware sees to it
    return request.user


def after(request: HttpRequest, changed: Changed | None, address: str) -> HttpResponseRedirect:
    """Go on to an address, and say there what changed, with a way to undo it."""
    if changed:
        said = [one.said for one in changed.replanned.changes]
        request.session[CHANGED] = {
            "change": changed.change,
            "said": changed.said,
            "changes": said[:MOST_CHANGES],
        }
    return HttpResponseRedirect(address)


def say(request: HttpRequest, said: str, change: str = "") -> None:
    """Have the next page say something; without a change there is nothing to undo about it."""
    request.session[CHANGED] = {"change": change, "said": said, "changes": []}


def onward(request: HttpRequest, otherwise: str) -> str:
    """Return the address that a form or a link asks to come back to, if it is one of ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(asked, None)
    return asked if ours and asked.startswith("/") else otherwise
