"""The page of reminders: an address is shown once, taken away, put back; wishes are kept."""

import re

from afterword.accounts import calendar_addresses as addresses
from afterword.accounts.models import User
from afterword.actions.preferences import Calendar, preferences
from tests.web.conftest import NOW
from tests.web.reading import Browser, Page


def secret(page: Page) -> str:
    found = re.search(r'value="http://localhost/calendar/([^"]+)\.ics"', page.html)
    return found[1] if found else ""


def test_settings_lead_there(page: Browser) -> None:
    assert "/settings/reminders" in page.open("settings").html
    assert "Make an address" in page.open("reminders").text


def test_an_address_is_shown_once(page: Browser, alice: User) -> None:
    shown = page.post("reminders", do="new")
    assert addresses.owner_of(secret(shown), now=NOW) == alice
    assert f"webcal://localhost/calendar/{secret(shown)}.ics" in shown.html
    after = page.open("reminders")
    assert secret(shown) not in after.html
    assert "There is one since Mon 23 Nov." in after.text


def test_a_new_address_replaces_the_old(page: Browser, alice: User) -> None:
    old, new = (secret(page.post("reminders", do="new")) for _ in range(2))
    assert addresses.owner_of(old, now=NOW) is None
    assert addresses.owner_of(new, now=NOW) == alice


def test_an_address_is_taken_away_and_that_can_be_undone(page: Browser, alice: User) -> None:
    shown = secret(page.post("reminders", do="new"))
    gone = page.post("reminders", do="revoke")
    assert "find nothing there now" in gone.text
    assert "Put the last one back" in gone.text
    assert addresses.owner_of(shown, now=NOW) is None
    assert "The address is good again." in page.post("reminders", do="put-back").text
    assert addresses.owner_of(shown, now=NOW) == alice


def test_the_page_tells_when_a_calendar_came_by(page: Browser) -> None:
    shown = secret(page.post("reminders", do="new"))
    assert "No calendar has read it yet." in page.open("reminders").text
    page.client.get(f"/calendar/{shown}.ics")
    assert "A calendar read it" in page.open("reminders").text


def test_wishes_are_kept_and_others_stay(page: Browser, alice: User) -> None:
    page.post("settings", signed="Marta", register="plain", spelling="us", time_zone="Europe/Paris")
    page.post("reminders", do="calendar", discreet="yes")
    alice.refresh_from_db()
    assert preferences(alice).calendar == Calendar(discreet=True)
    assert preferences(alice).time_zone == "Europe/Paris"
    page.post("settings", signed="Marta", register="plain", spelling="us", time_zone="Europe/Paris")
    alice.refresh_from_db()
    assert preferences(alice).calendar.discreet


def test_a_stranger_changes_nothing(page: Browser, stranger: Browser, alice: User) -> None:
    shown = secret(page.post("reminders", do="new"))
    stranger.post("reminders", do="revoke")
    stranger.post("reminders", do="new")
    assert addresses.owner_of(shown, now=NOW) == alice
