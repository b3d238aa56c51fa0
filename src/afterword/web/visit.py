"""What a view needs to know of a visit: who is here, what just changed, and where to go next."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from afterword.accounts.models import User
from afterword.actions.values import Changed

CHANGED = "changed"
MOST_CHANGES = 4
Asks = Sequence[tuple[object, str]]


def owner(request: HttpRequest) -> User:
    """Return who is signed in; every view that is not open to all has somebody."""
    assert isinstance(request.user, User)  # noqa: S101  LoginRequiredMiddleware sees to it
    return request.user


def after(
    request: HttpRequest, changed: Changed | None, address: str, *, said: str = "", asks: Asks = ()
) -> HttpResponseRedirect:
    """Go on to an address, and say there what changed, with a way to undo it.

    `said` is a better word for it than the action knows; `asks` are answers to take by a tap, each
    with the address that it leads to.
    """
    if changed:
        changes = [one.said for one in changed.replanned.changes]
        request.session[CHANGED] = {
            "change": changed.change,
            "said": said or changed.said,
            "asks": [[str(label), where] for label, where in asks],
            "changes": changes[:MOST_CHANGES],
        }
    return HttpResponseRedirect(address)


def say(request: HttpRequest, said: str, change: str = "") -> None:
    """Have the next page say something; without a change there is nothing to undo about it."""
    request.session[CHANGED] = {"change": change, "said": said, "changes": []}


def page_of_an_opportunity(request: HttpRequest) -> str:
    """Return the address of an opportunity's page as seen from elsewhere, with `{}` for its uid."""
    nowhere = "0"
    address = request.build_absolute_uri(reverse("opportunity", args=(nowhere,)))
    return f"{address.removesuffix(nowhere)}{{}}"


def onward(request: HttpRequest, otherwise: str) -> str:
    """Return the address that a form or a link asks to come back to, if it is one of ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(asked, None)
    return asked if ours and asked.startswith("/") else otherwise
