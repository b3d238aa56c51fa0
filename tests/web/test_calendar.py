"""The feed: its secret address is its key, and whoever has none finds nothing."""

import re

import icalendar
import pytest
from django.urls import reverse

from afterword.accounts import calendar_addresses as addresses
from afterword.accounts.models import User
from afterword.web.views.calendar import GUESSES, READS
from tests.web.conftest import NOW
from tests.web.reading import Browser


def test_it_is_read_without_a_session(alice: User, hunt: str, nobody: Browser) -> None:
    secret = addresses.renew(alice, now=NOW)
    answer = nobody.client.get(f"/calendar/{secret}.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert "Set-Cookie" not in answer.headers
    events = icalendar.Calendar.from_ical(answer.content).events
    assert str(events[0]["SUMMARY"]).startswith("Thank Ms Adaeze Okafor")
    assert str(events[0]["URL"]) == f"http://localhost{reverse('opportunity', args=(hunt,))}"


def test_nothing_is_told_of_another_owner(
    alice: User, hunt: str, bob: User, nobody: Browser
) -> None:
    secret = addresses.renew(bob, now=NOW)
    assert b"VEVENT" not in nobody.client.get(f"/calendar/{secret}.ics").content
    assert reverse("opportunity", args=(hunt,))  # which is Alice's
    assert alice != bob


def test_an_address_that_is_taken_away_invented_or_signed_in_finds_nothing(
    alice: User, page: Browser, nobody: Browser
) -> None:
    secret = addresses.renew(alice, now=NOW)
    addresses.revoke(alice, now=NOW)
    for browser in (page, nobody):
        for one in (secret, "guess", "💐"):
            assert browser.client.get(f"/calendar/{one}.ics").status_code == 404


def test_it_can_only_be_read(alice: User, nobody: Browser) -> None:
    address = f"/calendar/{addresses.renew(alice, now=NOW)}.ics"
    answers = {
        getattr(nobody.client, method)(address).status_code
        for method in ("post", "put", "patch", "delete")
    }
    assert answers == {405}


def test_guesses_are_limited_and_keep_no_calendar_from_its_owner(
    alice: User, nobody: Browser
) -> None:
    good = addresses.renew(alice, now=NOW)
    codes = [nobody.client.get("/calendar/guess.ics").status_code for _ in range(GUESSES + 1)]
    assert codes == [404] * GUESSES + [429]
    assert nobody.client.get(f"/calendar/{good}.ics").status_code == 200


def test_whoever_reads_without_end_is_asked_to_wait(alice: User, nobody: Browser) -> None:
    address = f"/calendar/{addresses.renew(alice, now=NOW)}.ics"
    answers = [nobody.client.get(address) for _ in range(READS + 1)]
    assert [one.status_code for one in answers[-2:]] == [200, 429]
    assert answers[-1].headers["Retry-After"]


def test_no_secret_is_logged(
    alice: User, nobody: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    secret = addresses.renew(alice, now=NOW)
    addresses.revoke(alice, now=NOW)
    for _ in range(GUESSES + 1):
        nobody.client.get(f"/calendar/{secret}.ics")
    assert not re.search(secret, caplog.text)
