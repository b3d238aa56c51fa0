"""The dates of one opportunity, or of one step, as a file for any calendar."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from afterword.actions.reminders.calendar import dates_of
from afterword.actions.values import StepKey
from afterword.web import clock, visit
from afterword.web.views.calendar import KIND


@require_safe
def reminder(request: HttpRequest, uid: str) -> HttpResponse:
    """Hand the file out."""
    asked = request.GET.get("step", "")[:200]
    step = StepKey.parse(asked) if asked else None
    link = visit.page_of_an_opportunity(request)
    content = dates_of(visit.owner(request), uid, step, now=clock.now(), link=link)
    headers = {"Content-Disposition": 'attachment; filename="afterword.ics"'}
    return HttpResponse(content, content_type=KIND, headers=headers)
