"""How a calendar server is found, let in to, and listened to; and what it may not do."""

import ssl

import pytest

from afterword.mailbox.agenda import (
    Changed,
    Elsewhere,
    Gone,
    Later,
    NoAgenda,
    ReadOnly,
    Silent,
    Taken,
)
from afterword.mailbox.caldav import MOST, CalDav, context
from afterword.mailbox.server import Password
from afterword.mailbox.trouble import Dropped, NotLetIn, Odd, Trouble, Untrusted
from tests.mailbox.desks import raw
from tests.mailbox.servers import scripted_http as http
from tests.mailbox.servers.dovecot import free_port
from tests.mailbox.servers.radicale import Radicale
from tests.mailbox.servers.scripted_http import Heard, Said

SECRET = "sesame"  # noqa: S105  nobody's
ALICE = Password("alice", SECRET)
CALENDAR = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"


def told(script: http.Script, method: str = "etags") -> object:
    """Return what comes of asking a server for the states of an entry, or of another question."""
    with http.running(script) as server:
        agenda = CalDav(f"{server.url}/dav/", ALICE)
        try:
            if method == "calendars":
                return agenda.calendars()
            if method == "put":
                return agenda.put(f"{server.url}/dav/hunt/", "a.ics", raw())
            if method == "remove":
                return agenda.remove(f"{server.url}/dav/hunt/", "a.ics", '"1"')
            return agenda.etags(f"{server.url}/dav/hunt/", ["a.ics"])
        finally:
            agenda.close()


def test_a_server_is_found_by_its_host_alone(calendar_server: Radicale) -> None:
    assert context(f"{calendar_server.url}/", calendar_server.trust) == f"{calendar_server.url}/"


def test_only_calendars_for_appointments_are_offered(calendar_server: Radicale) -> None:
    calendar_server.empty()
    hunt = calendar_server.calendar("Hunt")
    calendar_server.calendar("To do", holds="VTODO")
    calendar_server.calendar("Friends", tag="VADDRESSBOOK")
    agenda = CalDav(calendar_server.url, calendar_server.credentials, calendar_server.trust)
    assert [(one.url, one.name) for one in agenda.calendars()] == [(hunt, "Hunt")]
    agenda.close()


def test_the_address_of_one_calendar_is_enough(calendar_server: Radicale) -> None:
    calendar_server.empty()
    hunt = calendar_server.calendar("Hunt")
    calendar_server.calendar("Other")
    agenda = CalDav(hunt, calendar_server.credentials, calendar_server.trust)
    assert [one.url for one in agenda.calendars()] == [hunt]
    agenda.close()


def test_a_wrong_password_is_told_and_not_repeated(calendar_server: Radicale) -> None:
    agenda = CalDav(calendar_server.url, Password("alice", SECRET), calendar_server.trust)
    with pytest.raises(NotLetIn, match="app") as refused:
        agenda.calendars()
    assert SECRET not in str(refused.value)
    agenda.close()


def test_nothing_is_said_to_a_server_that_cannot_prove_its_name(calendar_server: Radicale) -> None:
    agenda = CalDav(calendar_server.url, calendar_server.credentials, ssl.create_default_context())
    with pytest.raises(Untrusted):
        agenda.calendars()
    agenda.close()


def test_nobody_there_is_told() -> None:
    agenda = CalDav(f"http://127.0.0.1:{free_port()}/", ALICE)
    with pytest.raises(Silent):
        agenda.calendars()
    agenda.close()


def test_the_well_known_address_leads_on_without_a_password() -> None:
    def script(heard: Heard) -> Said:
        if heard.path == "/.well-known/caldav":
            return Said(301, headers={"Location": "/remote.php/dav/"})
        return Said(401, headers={"WWW-Authenticate": "Basic"})

    with http.running(script) as server:
        assert context(f"{server.url}/") == f"{server.url}/remote.php/dav/"
        assert not any(one.signed for one in server.heard)
        assert context(f"{server.url}/my/own/") == f"{server.url}/my/own/"


def test_a_web_page_is_no_calendar_server() -> None:
    with http.running(lambda _: Said(200, b"<html>")) as server, pytest.raises(NoAgenda):
        context(f"{server.url}/")


def test_who_leads_in_a_circle_is_no_calendar_server() -> None:
    def script(heard: Heard) -> Said:
        return Said(302, headers={"Location": f"{heard.path}x"})

    with http.running(script) as server, pytest.raises(NoAgenda):
        context(f"{server.url}/")


def test_the_calendars_are_found_step_by_step() -> None:
    principal = "<d:current-user-principal><d:href>/p/alice/</d:href></d:current-user-principal>"
    home = "<c:calendar-home-set><d:href>/c/alice/</d:href></c:calendar-home-set>"
    inside = "<d:privilege><d:read/></d:privilege>"
    read = f"<d:current-user-privilege-set>{inside}</d:current-user-privilege-set>"

    def script(heard: Heard) -> Said:
        at = {
            "/dav/": http.multistatus(http.good("/dav/", principal)),
            "/p/alice/": http.multistatus(http.good("/p/alice/", home)),
            "/c/alice/": http.multistatus(
                http.good("/c/alice/", "<d:resourcetype><d:collection/></d:resourcetype>"),
                http.good("/c/alice/job%20hunt/", CALENDAR),
                http.good("/c/alice/team", f"{CALENDAR}{read}<d:displayname>Team</d:displayname>"),
            ),
        }
        return Said(207, at[heard.path])

    found = told(script, "calendars")
    assert isinstance(found, tuple)
    assert [(one.url.partition("/c/")[2], one.name) for one in found] == [
        ("alice/job%20hunt/", "job hunt")
    ]


@pytest.mark.parametrize("way", ["redirect", "property"])
def test_the_password_goes_nowhere_else(way: str) -> None:
    with http.running(lambda _: Said(207, http.multistatus())) as other:

        def script(heard: Heard) -> Said:
            del heard
            if way == "redirect":
                return Said(302, headers={"Location": f"{other.url}/dav/"})
            home = f"<c:calendar-home-set><d:href>{other.url}/</d:href></c:calendar-home-set>"
            return Said(207, http.multistatus(http.good("/dav/", home)))

        with pytest.raises(Elsewhere):
            told(script, "calendars")
        assert other.heard == []


@pytest.mark.parametrize(
    ("said", "method", "trouble"),
    [
        (Said(401, headers={"WWW-Authenticate": "Digest"}), "calendars", NotLetIn),
        (Said(404), "calendars", NoAgenda),
        (Said(200, b"<html>"), "calendars", NoAgenda),
        (Said(500), "calendars", Odd),
        (Said(207, b"<html>"), "etags", Odd),
        (Said(207, b"x" * (MOST + 1)), "etags", Odd),
        (Said(503), "etags", Later),
        (Said(429), "put", Later),
        (Said(507), "put", Later),
        (Said(404), "etags", Gone),
        (Said(404), "put", Gone),
        (Said(409), "put", Gone),
        (Said(403), "put", ReadOnly),
        (Said(412), "put", Changed),
        (Said(403, b"<c:no-uid-conflict/>"), "put", Taken),
        (Said(412, b"<c:no-uid-conflict/>"), "put", Taken),
        (Said(302, headers={"Location": "/"}), "put", Odd),
        (Said(403), "remove", ReadOnly),
        (Said(500), "remove", Odd),
    ],
)
def test_what_a_refusal_means(said: Said, method: str, trouble: type[Exception]) -> None:
    with pytest.raises(trouble) as raised:
        told(lambda _: said, method)
    assert SECRET not in str(raised.value)
    assert not isinstance(raised.value, Trouble) or str(raised.value).endswith((".", "!"))


def test_a_line_that_breaks_off_is_told() -> None:
    def script(heard: Heard) -> Said:
        raise ConnectionAbortedError(heard)

    with pytest.raises(Dropped):
        told(script)


def test_a_server_that_tells_no_state_after_writing_is_asked_for_it() -> None:
    def script(heard: Heard) -> Said:
        if heard.method == "PUT":
            return Said(201)
        etag = '<d:getetag>"7"</d:getetag>'
        return Said(207, http.multistatus(http.good("/dav/hunt/a.ics", etag)))

    assert told(script, "put") == '"7"'


def test_a_refusal_to_take_away_what_is_not_there_is_none() -> None:
    def script(heard: Heard) -> Said:
        if heard.method == "DELETE":
            return Said(412)
        missing = "<d:href>/dav/hunt/a.ics</d:href><d:status>HTTP/1.1 404 Not Found</d:status>"
        return Said(207, http.multistatus(missing))

    assert told(script, "remove") is False
