"""From nothing to a copied thank-you: at a person's speed, by keys, without scripts, on a phone."""

import re
import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Visit

BUDGET = 120
# What a person needs besides typing, in seconds: to go from field to field, to read the letter
# once, and to press what copies it. A word is five signs, as typists count.
FIELD, READING, COPYING = 1.5, 20, 5
DESK, PHONE = 40, 30
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
DAY, YESTERDAY = "On which day?", "2026-03-02"
LETTER = "#text"
UNDO_AT_ONCE = """new MutationObserver((_, observer) => {
    if (!document.querySelector("h1")?.textContent.includes("Nothing to send")) return;
    observer.disconnect();
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "u", bubbles: true}));
}).observe(document.body, {childList: true, subtree: true})"""


def tell(page: Page) -> None:
    """Fill the form in, sign by sign, and go on to the letter."""
    page.get_by_role("link", name="Tell it").click()
    page.get_by_label(DAY).fill(YESTERDAY)
    for label, text in {**TOLD, **NOTED}.items():
        page.get_by_label(label).press_sequentially(text)
    page.get_by_role("button", name="Keep it, and go to the letter").click()


def is_good(page: Page) -> None:
    """Two specifics stand in the letter, and nothing is to be stopped or mended."""
    expect(page.locator(LETTER)).to_have_value(re.compile("handover"))
    expect(page.locator(LETTER)).to_have_value(re.compile("families wait"))
    expect(page.locator("#findings .count")).to_contain_text("details of your talk")
    expect(page.locator(".finding.stop, .finding.fix")).to_have_count(0)


def at_a_persons_speed(words_a_minute: int) -> float:
    """Return how many seconds a person needs for what `tell` does, and to read and copy it."""
    signs = len(YESTERDAY) + sum(len(text) for text in (*TOLD.values(), *NOTED.values()))
    fields = len(TOLD) + len(NOTED) + 1
    return signs * 60 / (words_a_minute * 5) + fields * FIELD + READING + COPYING


@pytest.mark.parametrize(
    ("words_a_minute", "kind"),
    [
        (DESK, {}),
        (PHONE, {"viewport": {"width": 375, "height": 700}, "has_touch": True, "is_mobile": True}),
    ],
    ids=["at a desk", "on a phone"],
)
def test_a_thank_you_is_copied_within_two_minutes(
    visit: Visit, words_a_minute: int, kind: dict[str, object]
) -> None:
    page = visit(**kind)
    started = time.monotonic()
    tell(page)
    is_good(page)
    page.get_by_role("button", name="Copy text").click()
    expect(page.locator("[data-copied]")).to_contain_text("Copied.")
    machine = time.monotonic() - started
    assert machine + at_a_persons_speed(words_a_minute) < BUDGET
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "handover" in copied
    assert "Marta Lindqvist" in copied


def test_little_is_asked(visit: Visit) -> None:
    page = visit()
    page.get_by_role("link", name="Tell it").click()
    expect(page.locator("main [required]:visible")).to_have_count(2)
    words = " ".join([*TOLD.values(), *NOTED.values()]).split()
    assert len(words) <= 40


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
    for label, text in {**TOLD, DAY: YESTERDAY, **NOTED}.items():
        reach(page, label)
        if label == DAY:  # in which order its parts are typed depends on the machine's language
            page.locator(":focus").fill(text)
        else:
            page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator(LETTER)).to_be_visible()
    is_good(page)
    page.locator("body").press("c")
    expect(page.locator("[data-copied]")).to_contain_text("Copied.")
    page.keyboard.press("g")
    page.keyboard.press("t")
    expect(page).to_have_title("Today · Afterword")
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing to send today")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_contain_text("One thing to do")


def test_keys_that_are_faster_than_the_page_are_not_lost(visit: Visit) -> None:
    page = visit()
    tell(page)
    expect(page.locator(LETTER)).to_be_visible()
    page.wait_for_load_state()
    held: list[Route] = []
    page.route("**/page.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright wants a function
    with page.expect_request("**/page.js"):
        for key in ("g", "t", "j"):
            page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_contain_text("One thing to do")
    for key in ("d", "u"):
        page.keyboard.press(key)
    for route in held:
        route.continue_()
    expect(page.locator("#said")).to_contain_text("Undone")
    expect(page.get_by_role("heading", level=1)).to_contain_text("One thing to do")


def test_a_key_in_the_very_moment_of_the_answer_is_not_lost(visit: Visit) -> None:
    page = visit()
    tell(page)
    expect(page.locator(LETTER)).to_be_visible()
    page.get_by_role("link", name="Today", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("One thing to do")
    page.wait_for_load_state()
    page.evaluate(UNDO_AT_ONCE)
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("#said")).to_contain_text("Undone")


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
