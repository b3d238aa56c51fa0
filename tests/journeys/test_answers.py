"""With scripts, a page answers in place: nothing is loaded anew, and nothing is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit

SAME_PAGE = "window.stayed === true"
FINDING = "Dear Ms Okafor,\n\nI have been a nurse for 12 years now.\n\nKind regards"


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return Today, with the made-up hunt."""
    page = visit()
    page.get_by_role("button", name="Show me the example").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("to do")
    page.wait_for_load_state()
    page.evaluate("window.stayed = true")
    return page


def write(page: Page) -> Page:
    """Go on to the e-mail to Ms Okafor."""
    page.get_by_role("heading", name="Thank Ms Adaeze Okafor").click()
    page.locator(".item.do", has_text="Ms Adaeze Okafor").get_by_role(
        "link", name="Write it"
    ).click()
    page.get_by_role("link", name="by e-mail").click()
    expect(page.locator("#subject")).to_be_visible()
    page.wait_for_load_state()
    return page


def test_a_decision_answers_in_place_and_the_keys_stay_where_they_were(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#said")).to_contain_text("Not this time.")
    expect(page.get_by_role("link", name="They asked me not to")).to_be_visible()
    expect(page.locator("#said")).to_have_class("fresh")
    assert page.evaluate("document.activeElement.matches('[data-item]')")
    page.keyboard.press("u")
    expect(page.locator("#said")).to_contain_text("Undone.")
    assert page.evaluate(SAME_PAGE)


def test_a_wish_is_answered_beside_it(page: Page) -> None:
    page.get_by_role("link", name="Riverside Hospital, charge nurse").first.click()
    page.get_by_label("I would like to").select_option("flowers")
    page.get_by_role("button", name="May I?").click()
    expect(page.locator("#verdict")).to_contain_text(re.compile(r"May I send flowers\?\s*No\."))
    assert not page.url.endswith("may-i")


def test_a_finding_selects_what_it_speaks_of_and_can_take_it_out(page: Page) -> None:
    text = write(page).locator("#text")
    text.fill(FINDING)
    page.locator(".finding", has_text="12 years").get_by_text("Not in your notes").click()
    assert (
        page.evaluate(
            "(({value, selectionStart: a, selectionEnd: b}) => value.slice(a, b))"
            "(document.querySelector('#text'))"
        )
        == "12 years"
    )
    page.get_by_role("button", name="Remove").click()
    expect(text).to_have_value(FINDING.replace(" 12 years", ""))


def test_what_was_typed_is_there_when_one_comes_back(page: Page) -> None:
    write(page).locator("#text").fill("Dear Ms Okafor, so far")
    page.get_by_role("link", name="Today", exact=True).first.click()
    page.get_by_role("link", name="Riverside Hospital, charge nurse").first.click()
    page.get_by_role("link", name="Write it").click()
    expect(page.locator("#text")).to_have_value("Dear Ms Okafor, so far")


def test_the_list_of_keys_opens_over_what_is_being_written(page: Page) -> None:
    write(page).locator("#text").fill("Dear Ms Okafor, so far")
    page.locator("#text").blur()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("not this time")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#text")).to_have_value("Dear Ms Okafor, so far")


def test_another_wording_comes_without_a_page_load(page: Page) -> None:
    write(page).evaluate("window.stayed = true")
    before = page.locator("#text").input_value()
    page.get_by_role("link", name="Other wording").click()
    expect(page.locator("#text")).not_to_have_value(before)
    assert page.evaluate(SAME_PAGE)
    assert "variant=1" in page.url
