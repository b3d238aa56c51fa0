"""An hour that came by mail is shown, and put right, by the clock of the opportunity."""

from zoneinfo import ZoneInfo

import pytest

from afterword.actions.by_the_clock import by_the_clock
from afterword.actions.export import Form, export
from afterword.actions.log_event import log_event
from afterword.actions.mail.messages import messages
from afterword.actions.timeline import timeline
from afterword.etiquette.events import InterviewScheduled, Offered
from afterword.etiquette.moment import Moment
from tests.actions.hunt import ZONE, at, event, interviewed, person
from tests.actions.mail.post import hunting, invitation, taken

LONDON = ZoneInfo("Europe/London")
BERLIN_WROTE = "2026-03-04T16:03:00+01:00"


def test_an_hour_by_another_clock_is_the_same_moment() -> None:
    on, at_ = Moment.parse("2026-03-04T10:00-05:00"), Moment.parse("2026-03-12T11:00-04:00")
    there = by_the_clock(InterviewScheduled(on=on, at=at_), LONDON)
    assert isinstance(there, InterviewScheduled)
    assert str(there.at) == "2026-03-12T15:00:00+00:00"
    assert str(there.on) == "2026-03-04T15:00:00+00:00"


@pytest.mark.parametrize("on", ["2026-03-04", "2026-03-04T10:00"])
def test_what_names_no_clock_stays_as_it_is(on: str) -> None:
    told = event(f"{on.replace('T', ' ')}  applied")
    assert str(by_the_clock(told, LONDON).on) == str(told.on)


def test_every_hour_of_an_event_is_told_by_the_same_clock() -> None:
    offered = Offered(on=Moment.parse(BERLIN_WROTE), answer_by=Moment.parse(BERLIN_WROTE))
    there = by_the_clock(offered, LONDON)
    assert isinstance(there, Offered)
    assert str(there.answer_by) == "2026-03-04T15:03:00+00:00"


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("form", "told"),
    [
        (Form.MARKDOWN, "- 2026-03-04 10:03 offered (answer\\_by: 2026-03-20 12:00)"),
        (Form.CSV, ",2026-03-04T10:03:00,offered,,answer_by: 2026-03-20T12:00:00"),
    ],
)
def test_lists_tell_it_as_the_timeline_does(form: Form, told: str) -> None:
    alice = person()
    uid = interviewed(alice)
    offered = Offered(
        on=Moment.parse(BERLIN_WROTE), answer_by=Moment.parse("2026-03-20T17:00:00+01:00")
    )
    log_event(alice, uid, offered, now=at("2026-03-05 09:00"))
    logged = timeline(alice, uid, now=at("2026-03-05 09:00")).events[0]
    assert str(logged.event.on) == "2026-03-04T10:03:00-05:00"
    page = export(alice, now=at("2026-03-05 09:00"), form=form).decode()
    assert told in page
    assert BERLIN_WROTE in export(alice, now=at("2026-03-05 09:00")).decode()  # JSON loses nothing


@pytest.mark.usefixtures("journal")
def test_markdown_says_whose_clock_it_is() -> None:
    alice = person()
    interviewed(alice)
    page = export(alice, now=at("2026-03-05 09:00"), form=Form.MARKDOWN).decode()
    assert f"### What happened (by the clock of {ZONE})" in page
    assert "- 2026-03-03 14:00 interview (Lena; impression: uncertain)" in page


@pytest.mark.usefixtures("journal")
def test_it_is_told_so_on_the_timeline_and_beside_the_message() -> None:
    alice = person()
    uid = hunting(alice)
    raw = invitation("2026-03-04 10:00", "20260312T110000")
    raw = raw.replace(f"TZID={ZONE}:20260312T11".encode(), b"TZID=Europe/Berlin:20260312T16")
    taken(alice, raw, "2026-03-04 10:05")
    logged = timeline(alice, uid, now=at("2026-03-04 10:05")).events[0].event
    (seen,) = messages(alice, now=at("2026-03-04 10:05")).seen
    for one in (logged, *seen.did):
        assert isinstance(one, InterviewScheduled)
        assert str(one.at) == "2026-03-12T11:00:00-04:00"
