"""Every page, light and dark, wide and narrow, enlarged, by keys: nothing is out of reach."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Visit
from tests.journeys.pages import sample

AXE = (Path(__file__).parent / "vendor" / "axe.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {
    resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
})).violations.map(one =>
    `${one.id}: ${one.nodes.map(node => node.target.join(" ")).join(" | ")}`)"""
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SEEN = tuple((scheme, width) for scheme in SCHEMES for width in (1200, 375))
PHONE = {"viewport": {"width": 375, "height": 700}}

# Text that is cut off by its box, although it is meant to be read.
CUT = """[...document.querySelectorAll("main *, nav *, header *")].filter(one =>
    one.checkVisibility() && !one.closest(".unseen, .skip, select, option, textarea, input") &&
    getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1
).map(one => one.outerHTML.slice(0, 90))"""

SMALL = """[...document.querySelectorAll(
    "button, .button, .bar a, summary, input, select, textarea")]
    .filter(one => one.checkVisibility() && !one.matches("[type=checkbox], [type=radio]"))
    .filter(one => one.getBoundingClientRect().height < 44)
    .map(one => one.outerHTML.slice(0, 90))"""

MOVING = """[...document.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one);
    const lasts = text => text.split(",").some(part => parseFloat(part) > 0);
    return lasts(style.transitionDuration) || lasts(style.animationDuration) ||
        style.scrollBehavior === "smooth";
}).map(one => one.outerHTML.slice(0, 90))"""

# What is pressed keeps an edge, a line or a ring of its own when its colours are taken away.
BARE = """[...document.querySelectorAll("button, .button, input, select, textarea")].filter(one => {
    const style = getComputedStyle(one);
    return one.checkVisibility() && !one.matches("[type=checkbox], [type=radio]") &&
        !parseFloat(style.borderTopWidth) && style.textDecorationLine === "none";
}).map(one => one.outerHTML.slice(0, 90))"""

STOPS = """[...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled &&
        one.tabIndex >= 0 && one.type !== "hidden")"""
# Marks what has the focus; says whether another thing lies over all of it, or it shows no ring.
HERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const first = !one.hasAttribute("data-reached");
    one.setAttribute("data-reached", "");
    const {left, right, top, bottom} = one.getBoundingClientRect();
    const free = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3],
                  [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]]
        .some(([x, y]) => { const over = document.elementFromPoint(x, y);
                            return over && (one.contains(over) || over.contains(one)); });
    const style = getComputedStyle(one);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return {first, free, ring, what: one.outerHTML.slice(0, 90)};
}"""


def everywhere(page: Page) -> Iterator[str]:
    """Open every page in turn: the empty Today, those of the sample, and the sign-in."""
    yield "first"
    home = page.url
    for name, address in sample(page).items():
        page.goto(address)
        yield name
    page.context.clear_cookies()
    page.goto(f"{home}sign-in")
    yield "sign-in, signed out"


def test_axe_finds_nothing(visit: Visit) -> None:
    page = visit()
    found: dict[str, Any] = {}
    for name in everywhere(page):
        page.evaluate(AXE)
        for scheme, width in SEEN:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            if wrong := page.evaluate(RUN):
                found[f"{name}, {scheme}, {width}"] = wrong
            if page.evaluate(SIDEWAYS):
                found[f"{name}, {scheme}, {width} scrolls sideways"] = True
    assert found == {}


@pytest.mark.parametrize("width", [320, 1200])
def test_pages_reflow_and_nothing_is_cut_off(visit: Visit, width: int) -> None:
    """At 320 pixels; and with the text twice as large as the person's browser has it."""
    page = visit(viewport={"width": width, "height": 700})
    wrong: dict[str, Any] = {}
    for name in everywhere(page):
        if width > 320:
            page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate(SIDEWAYS):
            wrong[f"{name} scrolls sideways"] = True
        if cut := page.evaluate(CUT):
            wrong[f"{name} cuts off"] = cut
    assert wrong == {}


def test_what_is_pressed_is_large_enough(visit: Visit) -> None:
    page = visit(**PHONE)
    assert {name: small for name in everywhere(page) if (small := page.evaluate(SMALL))} == {}


def test_nothing_moves_for_who_asked_for_stillness(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")
    assert {name: moving for name in everywhere(page) if (moving := page.evaluate(MOVING))} == {}


def test_forced_colours_leave_an_edge_to_what_is_pressed(visit: Visit) -> None:
    page = visit(forced_colors="active")
    assert {name: bare for name in everywhere(page) if (bare := page.evaluate(BARE))} == {}


@pytest.mark.parametrize("kind", [{}, PHONE], ids=["wide", "narrow"])
def test_tab_reaches_everything_and_the_focus_is_always_seen(
    visit: Visit, kind: dict[str, Any]
) -> None:
    page = visit(**kind)
    wrong: dict[str, Any] = {}
    for name in everywhere(page):
        hidden = list(walked(page))
        missed = page.evaluate(
            f"""{STOPS}.filter(one => !one.hasAttribute("data-reached"))
            .filter(one => !(one.type === "radio" &&
                document.querySelector(`[name="${{one.name}}"][data-reached]`)))
            .map(one => one.outerHTML.slice(0, 90))"""
        )
        if hidden or missed:
            wrong[name] = {"hidden": hidden, "missed": missed}
    assert wrong == {}


def walked(page: Page) -> Iterator[str]:
    """Press Tab through a page; yield where the focus cannot be seen."""
    for _ in range(page.evaluate(f"{STOPS}.length") + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or not here["first"]:
            return
        if not (here["free"] and here["ring"]):
            yield here["what"]
