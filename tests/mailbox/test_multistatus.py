"""The XML of WebDAV: what is asked, and what is made of the answers."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.mailbox import multistatus as dav
from tests.mailbox.servers.scripted_http import good, multistatus

BOMB = b'<!DOCTYPE x [<!ENTITY a "ha">]><multistatus xmlns="DAV:">&a;</multistatus>'


def test_a_question_names_what_is_wanted_and_of_what() -> None:
    asked = dav.wanted_of(["/hunt/a.ics"], dav.ETAG).decode()
    assert "calendar-multiget" in asked
    assert "/hunt/a.ics" in asked
    assert "getetag" in asked


def test_only_properties_that_were_found_are_told() -> None:
    missing = (
        "<d:propstat><d:prop><d:displayname>no</d:displayname></d:prop>"
        "<d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>"
    )
    body = multistatus(good("/a.ics", "<d:getetag>&quot;1&quot;</d:getetag>") + missing)
    (one,) = dav.answers(body)
    assert (one.href, one.status, one.text(dav.ETAG), one.text(dav.NAME)) == (
        *("/a.ics", 200, '"1"', ""),
    )


def test_an_address_that_is_not_there_says_so() -> None:
    body = multistatus("<d:href>/b.ics</d:href><d:status>HTTP/1.1 404 Not Found</d:status>")
    assert [(one.href, one.status) for one in dav.answers(body)] == [("/b.ics", 404)]


CALENDAR = "<d:resourcetype><c:calendar/></d:resourcetype>"
MAY = "<d:current-user-privilege-set><d:privilege>{}</d:privilege></d:current-user-privilege-set>"
HOLDS = "<c:supported-calendar-component-set>{}</c:supported-calendar-component-set>"


@pytest.mark.parametrize(
    ("told", "takes"),
    [
        (CALENDAR, True),
        ("<d:resourcetype><d:collection/></d:resourcetype>", False),
        (CALENDAR + HOLDS.format('<c:comp name="VTODO"/>'), False),
        (CALENDAR + HOLDS.format('<c:comp name="VTODO"/><c:comp name="VEVENT"/>'), True),
        (CALENDAR + MAY.format("<d:read/>"), False),
        (CALENDAR + MAY.format("<d:write/>"), True),
    ],
)
def test_which_calendars_take_appointments(told: str, takes: bool) -> None:
    (one,) = dav.answers(multistatus(good("/x/", told)))
    assert one.takes_events is takes


@pytest.mark.parametrize("body", [b"", b"<html>", b"<html/>", b"\xff\xfe<\x00", BOMB])
def test_what_is_no_such_answer_is_refused(body: bytes) -> None:
    with pytest.raises(dav.Unreadable):
        dav.answers(body)


@given(st.binary())
def test_nothing_else_is_ever_raised(body: bytes) -> None:
    with contextlib.suppress(dav.Unreadable):
        dav.answers(body)
