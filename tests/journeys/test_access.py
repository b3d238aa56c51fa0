"""Every page, light and dark, wide and narrow, enlarged, by keys: nothing is out of reach."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Visit
from tests.journeys.pages import mailed, sample

AXE = (Path(__file__).parent / "vendor" / "axe.js").read_text(encoding="utf-8")
# Every rule of axe; in the dark only the colours are others.
RUN = """async (scheme) => (await axe.run(document, {
    resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
    ...(scheme === "dark" && {runOnly: ["color-contrast"]}),
})).violations.map(one =>
    `${one.id}: ${one.nodes.map(node => node.target.join(" ")).join(" | ")}`)"""
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SEEN = tuple((scheme, width) for scheme in SCHEMES for width in (1200, 375))
PHONE = {"viewport": {"width": 375, "height": 700}}

LETTERS = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
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
# Marks what has the focus; says whether it can be seen: nothing lies over all of it, and it has a
# ring. The parts of a date are one field, in which the browser shows where one is.
HERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const first = !one.hasAttribute("data-reached"), inside = one === window.before;
    window.before = one;
    one.setAttribute("data-reached", "");
    const {left, right, top, bottom} = one.getBoundingClientRect();
    const free = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3],
                  [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]]
        .some(([x, y]) => { const over = document.elementFromPoint(x, y);
                            return over && (one.contains(over) || over.contains(one)); });
    const style = getComputedStyle(one);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const what = one.outerHTML.slice(0, 90);
    return {what, ended: !first && !inside, seen: inside || (free && ring)};
}"""


def everywhere(page: Page) -> Iterator[str]:
    """Open every page in turn: the empty Today, those of the sample, and the sign-in."""
    yield "first"
    home = page.url
    for name, address in sample(page).items():
        answer = page.goto(address)
        assert answer, name
        assert answer.status == (404 if name == "missing" else 200), f"{name}: is it a page?"
        yield name
    for name, address in mailed(page, home.rstrip("/")).items():
        page.goto(address)
        yield name
    page.context.clear_cookies()
    page.goto(f"{home}sign-in")
    yield "sign-in, signed out"


def test_axe_finds_nothing(visit: Visit) -> None:
    page = visit(reduced_motion="reduce")  # else a colour is seen on its way to another
    found: dict[str, Any] = {}
    for name in everywhere(page):
        page.evaluate(AXE)
        for scheme, width in SEEN:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            if wrong := page.evaluate(RUN, scheme):
                found[f"{name}, {scheme}, {width}"] = wrong
            if page.evaluate(SIDEWAYS):
                found[f"{name}, {scheme}, {width} scrolls sideways"] = True
    assert found == {}


@pytest.mark.parametrize(("width", "letters"), [(320, 16), (800, 32)])
def test_pages_reflow_and_nothing_is_cut_off(visit: Visit, width: int, letters: int) -> None:
    """On the smallest screen; and with letters twice as large as browsers have them."""
    page = visit(viewport={"width": width, "height": 700})
    page.context.new_cdp_session(page).send(
        "Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}}
    )
    wrong: dict[str, Any] = {}
    for name in everywhere(page):
        assert page.evaluate(LETTERS) == letters
        if page.evaluate(SIDEWAYS):
            wrong[f"{name} scrolls sideways"] = True
        if cut := page.evaluate(CUT):
            wrong[f"{name} cuts off"] = cut
    assert wrong == {}


def test_what_is_pressed_is_large_enough_keeps_its_edge_and_stays_still(visit: Visit) -> None:
    """On a phone, in forced colours, for somebody who asked for less motion."""
    page = visit(**PHONE, forced_colors="active", reduced_motion="reduce")
    checks = {"small": SMALL, "moving": MOVING, "bare": BARE}
    wrong = {
        f"{name}: {check}": found
        for name in everywhere(page)
        for check, script in checks.items()
        if (found := page.evaluate(script))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("kind", "pages"),
    [(PHONE, r".*"), ({}, r"first|today|write.*|opport.*")],
    ids=["narrow", "wide"],
)
def test_tab_reaches_everything_and_the_focus_is_always_seen(
    visit: Visit, kind: dict[str, Any], pages: str
) -> None:
    """On a phone, where the bar lies over the page; and where the screen is wide, for some."""
    page = visit(**kind)
    wrong: dict[str, Any] = {}
    for name in everywhere(page):
        if not re.fullmatch(pages, name):
            continue
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
    """Press Tab through a page, and round past its end; yield where the focus cannot be seen."""
    outside = 0
    while outside < 2:
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        outside += here is None
        if here and here["ended"]:
            return
        if here and not here["seen"]:
            yield here["what"]
