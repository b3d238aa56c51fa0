"""What a page says when something cannot be done: one table from failures to answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from afterword.actions.errors import Missing, Refused
from afterword.etiquette.problem import Malformed

NOT_FOUND, CONFLICT, WRONG = 404, 409, 422


class Faults:
    """The middleware that turns what an action refuses into a page that says what to do."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Hold what answers a request."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request; failures within a view come to `process_exception`."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        """Return the page for a failure that we know, and nothing for another."""
        match failure:
            case Missing():
                return missing(request)
            case Refused(why=why, cure=cure):
                return told(request, _("That does not work"), [why, cure], CONFLICT)
            case Malformed(problems=problems):
                return told(
                    request, _("Something needs putting right"), [*map(str, problems)], WRONG
                )
        return None


def told(request: HttpRequest, title: str, lines: list[str], status: int) -> HttpResponse:
    """Return a page that says what is wrong, and what to do."""
    shown = {"title": title, "lines": [line for line in lines if line]}
    return render(request, "fault.html", shown, status=status)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for an address at which there is nothing, or nothing of this person's."""
    del exception
    lines = [
        _("Perhaps it was removed, or the address has a slip in it."),
        _("Today knows the rest."),
    ]
    return told(request, _("There is nothing here"), lines, NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a mistake of ours."""
    lines = [
        _("That was our mistake, not yours. What you had saved is safe."),
        _("`afterword doctor` looks whether everything is in order."),
    ]
    return told(request, _("Something broke"), lines, 500)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that makes no sense."""
    del exception
    lines = [_("The browser sent something that cannot be read. Go back, and try once more.")]
    return told(request, _("That could not be read"), lines, 400)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that was open for too long, or came from elsewhere."""
    del reason
    lines = [_("This form has grown stale. Go back, load the page again, and send it once more.")]
    return told(request, _("That was not sent"), lines, 403)
