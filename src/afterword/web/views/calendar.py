"""The feed that calendars read: no session, its secret address is its key."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from afterword.accounts import calendar_addresses as addresses
from afterword.actions.reminders import calendar as action
from afterword.web import clock, visit
from afterword.web.faults import missing
from afterword.web.limiter import READING

KIND = "text/calendar; charset=utf-8"
TOO_MANY = 429
QUARTER = 15 * 60
# Within a quarter of an hour: a dozen calendars that each look every few minutes, and for whoever
# tries invented addresses, enough to see that it leads nowhere.
READS, GUESSES = 60, 20


@login_not_required
@require_safe
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """Return the dates of whose address this is; of an address that is not good there is nothing.

    Guesses never count against a good address, so that nobody can keep a calendar from its owner.
    """
    now = clock.now()
    owner = addresses.owner_of(secret, now=now)
    if owner is None:
        guesses = {f"guess {request.META.get('REMOTE_ADDR', '')}": GUESSES}
        admitted = READING.admits(guesses, now=now)
        return _quietly(missing(request) if admitted else _later())
    if not READING.admits({f"read {addresses.digest(secret)}": READS}, now=now):
        return _quietly(_later())
    link = visit.page_of_an_opportunity(request)
    return HttpResponse(action.calendar(owner, now=now, link=link), content_type=KIND)


def _quietly(answer: HttpResponse) -> HttpResponse:
    """Keep Django from logging an answer with the address that was asked for, which is secret."""
    answer._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001  how it marks them
    return answer


def _later() -> HttpResponse:
    return HttpResponse(status=TOO_MANY, headers={"Retry-After": str(QUARTER)})
