"""The browser says when something can be done: once a day, what is new, and only if it is asked."""

import re

from playwright.sync_api import Page

from tests.journeys.conftest import Visit

# A browser without a desktop shows no notification: what would be shown is written down.
RECORD = """
  window.shown = [];
  window.Notification = class {
    static permission = "granted";
    static async requestPermission() { return "granted"; }
    constructor(title, options) { window.shown.push(options.body); }
    close() {}
  };
"""
NOON, NIGHT = "2026-11-23T12:00:00", "2026-11-23T23:00:00"


def opened(visit: Visit, at: str = NOON) -> Page:
    """Return the page of reminders, with the example's hunt, at a time of the browser's day."""
    page = visit()
    page.add_init_script(RECORD)
    page.get_by_role("button", name="Show me the example").click()
    page.wait_for_url("**/")
    page.clock.set_fixed_time(at)
    page.goto(re.sub(r"/$", "", page.url) + "/settings/reminders")
    return page


def shown(page: Page) -> list[str]:
    """Return what this page has notified of, once it has looked."""
    page.reload()
    page.wait_for_load_state("networkidle")
    told: list[str] = page.evaluate("window.shown")
    return told


def test_it_tells_only_what_is_new_and_once_a_day(visit: Visit) -> None:
    page = opened(visit)
    assert shown(page) == []
    page.get_by_role("button", name="Tell me").click()
    page.get_by_text("This browser will tell you.").wait_for()
    assert shown(page) == []  # what was there already is no news
    page.evaluate("localStorage.setItem('afterword-seen', '[]')")
    assert "Thank" in shown(page)[0]
    page.evaluate("localStorage.setItem('afterword-seen', '[]')")
    assert shown(page) == []
    page.clock.set_fixed_time(NOON.replace("23T", "24T"))
    assert len(shown(page)) == 1


def test_it_keeps_silent_at_night_and_when_it_is_switched_off(visit: Visit) -> None:
    page = opened(visit, NIGHT)
    page.get_by_role("button", name="Tell me").click()
    page.get_by_text("This browser will tell you.").wait_for()
    page.evaluate("localStorage.setItem('afterword-seen', '[]')")
    assert shown(page) == []
    page.get_by_role("button", name="Do not tell me any more").click()
    page.get_by_text("This browser will not tell you.").wait_for()
    page.clock.set_fixed_time(NOON)
    assert shown(page) == []


def test_after_copying_it_is_offered(visit: Visit) -> None:
    page = opened(visit)
    page.goto(page.url.replace("/settings/reminders", "/write"))
    page.get_by_role("link", name=re.compile("Thank Ms Adaeze")).first.click()
    offered = page.get_by_text("Shall I remind you on")
    assert not offered.is_visible()
    page.get_by_role("button", name="Copy text").click()
    offered.wait_for()
    with page.expect_download() as file:
        page.get_by_role("link", name="Into my calendar").click()
    assert file.value.suggested_filename == "afterword.ics"
    page.get_by_role("button", name="By this browser").click()
    page.get_by_text("This browser will tell you").wait_for()


def test_an_address_is_made_without_javascript(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    page.goto(page.url.split("/sign-in", maxsplit=1)[0].rstrip("/") + "/settings/reminders")
    page.get_by_role("button", name="Make an address").click()
    address = page.get_by_label("Your new address").input_value()
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert page.get_by_text("That needs JavaScript.").is_visible()
