"""Every page, light and dark, wide and narrow: axe finds nothing, and nothing scrolls sideways."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Visit

AXE = (Path(__file__).parent / "vendor" / "axe.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .map(one => `${one.id}: ${one.nodes.map(node => node.target.join(" ")).join(" | ")}`)"""
# Where screenshots are to be left for somebody to look at, if anywhere.
SHOTS = os.environ.get("AFTERWORD_SHOTS")


def addresses(page: Page) -> dict[str, str]:
    """Return every page of the example, by name."""
    home = page.url.rstrip("/")
    page.goto(f"{home}/opportunities")
    found = page.get_by_role("link", name="Riverside Hospital").first.get_attribute("href")
    uid = (found or "").rsplit("/", 1)[-1]
    one, step = f"{home}/opportunities/{uid}", "step=thank-you:okafor"
    page.goto(one)
    event = page.get_by_role("link", name="Change").first.get_attribute("href")
    return {
        "today": home,
        "opportunities": f"{home}/opportunities",
        "opportunity": one,
        "log": f"{one}/log",
        "log-interview": f"{one}/log?what=interview",
        "event": f"{home}{event}",
        "facts": f"{one}/facts",
        "person": f"{one}/person",
        "later": f"{one}/later?{step}",
        "may-i": f"{one}/may-i?wish=flowers",
        "new": f"{home}/new",
        "writing": f"{home}/write",
        "write": f"{home}/write/{uid}?{step}&channel=email",
        "card": f"{home}/card/{uid}?{step}",
        "guide": f"{home}/card/{uid}/guide?{step}",
        "rulebook": f"{home}/rulebook",
        "rule": f"{home}/rulebook/thank-each-person-you-met",
        "settings": f"{home}/settings",
        "import": f"{home}/settings/import",
        "search": f"{home}/search?q=gift",
        "help": f"{home}/help",
        "more": f"{home}/more",
    }


@pytest.mark.parametrize("width", [1200, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, scheme: str, width: int) -> None:
    page = visit(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.get_by_role("button", name="Show me the example").click()
    page.wait_for_url("**/")
    found: dict[str, list[str]] = {}
    for name, address in addresses(page).items():
        page.goto(address)
        page.evaluate(AXE)
        if wrong := page.evaluate(RUN):
            found[name] = wrong
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[f"{name} scrolls sideways"] = []
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{scheme}-{width}.png", full_page=True)
    assert found == {}


def test_pages_reflow_at_320_pixels(visit: Visit) -> None:
    page = visit(viewport={"width": 320, "height": 700})
    page.get_by_role("button", name="Show me the example").click()
    page.wait_for_url("**/")
    wide = []
    for name, address in addresses(page).items():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []


def test_what_is_pressed_is_large_enough(visit: Visit) -> None:
    page = visit(viewport={"width": 375, "height": 700})
    page.get_by_role("button", name="Show me the example").click()
    page.wait_for_url("**/")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, .button, .bar a, summary, input, select")]
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []
