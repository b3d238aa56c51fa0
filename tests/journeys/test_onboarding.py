"""From nothing to a copied thank-you: at a person's speed, by keys, without scripts, on a phone."""

import re
import time
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit

FORTY_WORDS_A_MINUTE = 60_000 / (40 * 5)
BUDGET = 120
TOLD = {
    "Who did you talk to?": "Ms Adaeze Okafor",
    "Where?": "Riverside Hospital",
    "For what job?": "charge nurse",
}
NOTED = {
    "I was struck that …": "you run the handover in two minutes",
    "They are trying to …": "cut the time that families wait",
    "And your own name, to sign with": "Marta Lindqvist",
}
LETTER = "#text"


def yesterday() -> str:
    return (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011, TID251  as a person fills it in


def tell(page: Page, delay: float = 0) -> None:
    page.get_by_role("link", name="Tell it").click()
    page.get_by_label("On which day?").fill(yesterday())
    for label, text in {**TOLD, **NOTED}.items():
        page.get_by_label(label).press_sequentially(text, delay=delay, timeout=60_000)
    page.get_by_role("button", name="Keep it, and go to the letter").click()


def is_good(page: Page) -> None:
    expect(page.locator(LETTER)).to_have_value(re.compile("handover"))
    expect(page.locator(LETTER)).to_have_value(re.compile("families wait"))
    expect(page.locator(".finding.stop, .finding.fix")).to_have_count(0)


def test_a_thank_you_is_copied_within_two_minutes_at_forty_words_a_minute(visit: Visit) -> None:
    page = visit()
    started = time.monotonic()
    tell(page, FORTY_WORDS_A_MINUTE)
    is_good(page)
    page.get_by_role("button", name="Copy text").click()
    expect(page.locator("[data-copied]")).to_contain_text("Copied.")
    assert time.monotonic() - started < BUDGET
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "handover" in copied
    assert "Marta Lindqvist" in copied


def test_the_letter_appears_beside_the_stems(visit: Visit) -> None:
    page = visit()
    page.get_by_role("link", name="Tell it").click()
    page.get_by_label("Who did you talk to?").fill("Ms Adaeze Okafor")
    page.get_by_label("I was struck that …").press_sequentially("the tea is free")
    expect(page.locator("#preview")).to_contain_text("Dear Ms Okafor,")
    expect(page.locator("#preview")).to_contain_text("the tea is free")


def test_by_keys_alone(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="I had an interview")).to_be_visible()
    fields = {**TOLD, "On which day?": yesterday(), **NOTED}
    for label, text in fields.items():
        reach(page, label)
        if label == "On which day?":
            page.locator(":focus").fill(text)
        else:
            page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator(LETTER)).to_be_visible()
    is_good(page)
    page.locator("body").press("c")
    expect(page.locator("[data-copied]")).to_contain_text("Copied.")
    page.locator("body").press("g")
    page.locator("body").press("t")
    expect(page).to_have_title("Today · Afterword")
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing to send today")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_contain_text("One thing to do")


def reach(page: Page, label: str) -> None:
    """Press Tab until the field of a label has the focus."""
    field = page.get_by_label(label)
    for _ in range(40):
        if field.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {label}")


def test_without_javascript(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    tell(page)
    is_good(page)
    page.get_by_role("button", name="I sent it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing to send today")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("One thing to do")


def test_on_a_phone(visit: Visit) -> None:
    page = visit(viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True)
    tell(page)
    is_good(page)
    page.get_by_role("button", name="Copy text").tap()
    expect(page.locator("[data-copied]")).to_contain_text("Copied.")


def test_a_stop_is_asked_about_once_and_never_forbids(visit: Visit) -> None:
    page = visit()
    tell(page)
    page.locator(LETTER).fill(
        "Dear Ms Okafor,\n\nI enclose a gift card for you.\n\nMarta Lindqvist"
    )
    expect(page.locator(".finding.stop")).to_have_count(1)
    page.get_by_role("button", name="Copy text").click()
    expect(page.locator("[data-copied]")).to_contain_text("Press once more")
    page.get_by_role("button", name="Copy text").click()
    expect(page.locator("[data-copied]")).to_contain_text("Copied.")


def test_the_palette_finds_and_does(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("rulebook")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Rulebook · Afterword")
