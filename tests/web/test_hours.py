"""An hour that came by mail, by another clock: shown rightly, and kept where nothing is changed."""

from datetime import datetime

from afterword.accounts.models import User
from afterword.actions.log_event import log_event
from afterword.actions.timeline import timeline
from afterword.actions.today import today
from afterword.etiquette.events import InterviewScheduled
from afterword.etiquette.moment import Moment
from tests.web.conftest import NOW
from tests.web.reading import Browser

TEN_IN_NEW_YORK = Moment(datetime.fromisoformat("2026-11-30T10:00-05:00"))


def test_an_agreed_interview_stands_on_today_and_stays_as_it_is_when_it_is_looked_at(
    page: Browser, alice: User, hunt: str
) -> None:
    event = InterviewScheduled(on=Moment(NOW), at=TEN_IN_NEW_YORK, with_=("okafor",))
    log_event(alice, hunt, event, now=NOW)
    assert "Mon 30 Nov, 15:00: interview at Riverside Hospital" in page.open("today").text
    logged = timeline(alice, hunt, now=NOW).events[0]
    form = page.open("event", hunt, logged.uid)
    assert 'value="2026-11-30"' in form.html
    assert 'value="15:00"' in form.html
    same = {"on": "2026-11-23", "at": "2026-11-30", "at_time": "15:00", "with": "okafor"}
    page.post("event", hunt, logged.uid, **same)
    (one,) = today(alice, now=NOW).agreed
    assert one.starts == datetime.fromisoformat("2026-11-30T15:00+00:00")


def test_a_day_without_an_hour_is_told_as_a_day(page: Browser, alice: User, hunt: str) -> None:
    on, day = Moment(NOW), Moment.parse("2026-11-30")
    log_event(alice, hunt, InterviewScheduled(on=on, at=day), now=NOW)
    assert "Mon 30 Nov: interview at Riverside Hospital" in page.open("today").text
