"""What a page says when something cannot be done: one table from failures to answers."""

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from afterword.actions.errors import Missing, Refused
from afterword.etiquette.problem import Malformed
from afterword.web.wrong import outside

UNREADABLE, STALE, NOT_FOUND, CONFLICT, TOO_LARGE, WRONG, BROKEN = 400, 403, 404, 409, 413, 422, 500
WRITTEN = ("text", "pasted")
"""The fields in which a person may have written more than they would like to write again."""


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
                return told(request, _("Something needs putting right"), outside(problems), WRONG)
        return None


def told(request: HttpRequest, title: str, lines: list[str], status: int) -> HttpResponse:
    """Return a page that says what is wrong, and what to do."""
    shown = {
        "title": title,
        "lines": [line for line in lines if line],
        "back": _back(request),
        "written": _written(request),
        "lost": status == NOT_FOUND,
    }
    return render(request, "fault.html", shown, status=status)


def _back(request: HttpRequest) -> str:
    """Return the page of ours that a person came from, if it was another than this."""
    from_ = urlsplit(request.headers.get("Referer", ""))
    with suppress(DisallowedHost):
        ours = from_.netloc == request.get_host() and from_.path != "/"
        # A path that begins with two slashes would lead to another host.
        if ours and not from_.path.startswith("//"):
            return from_._replace(scheme="", netloc="").geturl()
    return ""


def _written(request: HttpRequest) -> str:
    """Return what was written in a form that was not taken; only from a form of our own."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return ""
    try:
        texts = [text for name in WRITTEN if (text := request.POST.get(name, ""))]
    except RequestDataTooBig:
        return ""
    return "\n\n".join(texts)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for an address at which there is nothing, or nothing of this person's."""
    del exception
    lines = [
        _("Perhaps it was taken out, or the address has a slip in it."),
        _("Search finds it by any word of it, if it is still there."),
    ]
    return told(request, _("There is nothing here"), lines, NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a mistake of ours; it asks nothing of what may be broken."""
    del request
    lines = [
        _("That was our mistake, not yours. What you had saved is safe."),
        _("Go back and try once more. If it happens again, `afterword doctor` says what is wrong."),
    ]
    shown = {"title": _("Something broke"), "lines": lines}
    return HttpResponse(render_to_string("fault.html", shown), status=BROKEN)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that makes no sense, or is more than a form can be."""
    if isinstance(exception, RequestDataTooBig):
        lines = [_("Send less at once: a shorter text, or a smaller file.")]
        return told(request, _("That is too large"), lines, TOO_LARGE)
    lines = [_("The browser sent something that cannot be read. Go back, and try once more.")]
    return told(request, _("That could not be read"), lines, UNREADABLE)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that was open for too long, or came from elsewhere."""
    del reason
    lines = [_("The page had been open for too long. Load it again, and send it once more.")]
    return told(request, _("That was not sent"), lines, STALE)
