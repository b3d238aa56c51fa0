"""A file is dropped on the form that asks for one: it is chosen, named, and told to who listens."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visit

LIST = "Company,Position,Date applied\nCorbel,planner,2026-02-20\n"
FILES = """([names, text]) => {
  const files = new DataTransfer();
  for (const name of names) files.items.add(new File([text], name));
  return files;
}"""
OVER = re.compile(r"\bover\b")


def opened(visit: Visit, address: str, **kind: object) -> Page:
    """Return the page at an address."""
    page = visit(**kind)
    page.goto(re.sub(r"/$", "", page.url) + address)
    return page


def form_of(page: Page) -> Locator:
    """Return the form that takes a file."""
    return page.locator("form:has(input[type=file])")


def drag(page: Page, what: str, on: str, *names: str) -> None:
    """Do with files what a hand does: hold them over something, or let go of them there."""
    files = page.evaluate_handle(FILES, [list(names), LIST])
    page.locator(on).first.dispatch_event(what, {"dataTransfer": files})


@pytest.mark.parametrize(("address", "on"), [("/mail", "#pasted"), ("/settings/import", "#preset")])
def test_anywhere_on_the_form_it_is_chosen_named_and_told(
    visit: Visit, address: str, on: str
) -> None:
    page = opened(visit, address)
    drag(page, "dragover", on, "hunt.csv")
    expect(form_of(page)).to_have_class(OVER)
    drag(page, "drop", on, "hunt.csv")
    expect(form_of(page)).not_to_have_class(OVER)
    expect(form_of(page).get_by_role("status")).to_have_text("Chosen: hunt.csv")
    expect(page.locator("#file")).to_be_focused()
    assert page.locator("#file").evaluate("(field) => field.files[0].name") == "hunt.csv"


def test_what_was_dropped_is_what_is_sent(visit: Visit) -> None:
    page = opened(visit, "/settings/import")
    drag(page, "drop", "#preset", "hunt.csv")
    page.get_by_role("button", name="Show me what is in it").click()
    expect(page.get_by_text("One opportunity would come in.")).to_be_visible()
    expect(page.get_by_text("Corbel · planner")).to_be_visible()


def test_of_several_the_first_is_taken_and_that_is_said(visit: Visit) -> None:
    page = opened(visit, "/mail")
    drag(page, "drop", "#pasted", "one.eml", "two.eml")
    told = "One file at a time. Chosen: one.eml"
    expect(form_of(page).get_by_role("status")).to_have_text(told)


def test_beside_the_form_nothing_is_chosen_and_the_page_stays(visit: Visit) -> None:
    page = opened(visit, "/mail")
    files = page.evaluate_handle(FILES, [["one.eml"], LIST])
    stays = """(files) => !document.querySelector("h1").dispatchEvent(
      new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}))"""
    assert page.evaluate(stays, files)
    assert page.locator("#file").evaluate("(field) => field.files.length") == 0


def test_what_is_chosen_by_the_field_is_named_as_well(visit: Visit) -> None:
    page = opened(visit, "/mail")
    letter = {"name": "one.eml", "mimeType": "message/rfc822", "buffer": b""}
    page.locator("#file").set_input_files(letter)  # type: ignore[arg-type]  # it takes such a one
    expect(form_of(page).get_by_role("status")).to_have_text("Chosen: one.eml")


def test_the_keyboard_shows_where_it_is(visit: Visit) -> None:
    page = opened(visit, "/mail")
    zone = page.locator(".drop")
    before = zone.evaluate("(one) => getComputedStyle(one).borderColor")
    page.locator("#file").focus()
    assert zone.evaluate("(one) => getComputedStyle(one).borderColor") != before


def test_without_javascript_the_field_is_there_and_promises_nothing_more(visit: Visit) -> None:
    page = opened(visit, "/settings/import", java_script_enabled=False)
    expect(page.get_by_text("You can drop it here.")).to_be_hidden()
    table = {"name": "hunt.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    page.locator("#file").set_input_files(table)  # type: ignore[arg-type]  # it takes such a one
    page.get_by_role("button", name="Show me what is in it").click()
    expect(page.get_by_text("Corbel · planner")).to_be_visible()
