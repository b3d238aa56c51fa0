"""Take the pictures of the pages: all of them to look at, and the README's to show.

python -m tools.screenshots

Every page, light and dark, wide and narrow, goes into build/screenshots; docs/pictures is made
anew. The clock stands still and the hunt is the made-up one, so that the same pages, browser and
fonts give the same pictures, to the byte.
"""

import base64
import logging
import os
import re
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec
from django.test import override_settings
from playwright.sync_api import Browser, Page, StorageState

from afterword.settings.start import start
from tests.journeys.browser import CHROMIUM, MISSING, launched
from tests.journeys.serving import moment, served

ROOT = Path(__file__).resolve().parents[1]
ALL = ROOT / "build" / "screenshots"
SHOWN = ROOT / "docs" / "pictures"
NOW = moment("2026-11-23 18:30")
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1200, 375)
SHARP = 1.5
# The browser itself writes WebP: a fifth of what its PNG needs, and letters stay sharp.
WEBP = """async (png) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d").drawImage(image, 0, 0);
    const file = await canvas.convertToBlob({type: "image/webp", quality: 0.8});
    const webp = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(webp, (byte) => String.fromCharCode(byte)).join(""));
}"""


class Look(msgspec.Struct, frozen=True):
    """What a browser's window is like, and who is signed in there."""

    state: StorageState | None
    scheme: Scheme
    width: int
    height: int = 900
    sharpness: float = 1


class Picture(msgspec.Struct, frozen=True):
    """A picture of the README: of which page (as `pages.sample` calls it), and how high."""

    name: str
    page: str
    width: int = 1100
    height: int = 800


PICTURES = (
    Picture("today", "today"),
    Picture("write", "write step=thank-you:okafor&channel=email"),
    Picture("opportunity", "opportunity"),
    Picture("rule", "rule"),
)


def main() -> int:
    """Take all pictures; return the exit status."""
    if CHROMIUM is None:
        print(MISSING, file=sys.stderr)
        return 1
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in this thread
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that requests wait is no news
    with tempfile.TemporaryDirectory() as data:
        start(data)
        with override_settings(CLOCK=clock), served() as home, launched() as browser:
            taken(browser, home)
    return 0


def clock() -> datetime:
    """Return when the pictures are taken."""
    return NOW


def taken(browser: Browser, home: str) -> None:
    """Begin the made-up hunt, and take each page in turn."""
    from tests.journeys.pages import sample  # noqa: PLC0415  Django is set up by now

    ALL.mkdir(parents=True, exist_ok=True)
    SHOWN.mkdir(parents=True, exist_ok=True)
    first = opened(browser, Look(None, "light", 1200))
    each(browser, {"sign-in": f"{home}/sign-in"}, None)
    first.goto(address_of_one_visit(home))
    each(browser, {"first": first.url}, first.context.storage_state())
    pages = sample(first)
    state = first.context.storage_state()
    each(browser, pages, state)
    for scheme in SCHEMES:
        for picture in PICTURES:
            page = opened(browser, Look(state, scheme, picture.width, picture.height, SHARP))
            page.goto(pages[picture.page])
            png = base64.b64encode(page.screenshot()).decode()
            webp = base64.b64decode(first.evaluate(WEBP, png))
            (SHOWN / f"{picture.name}-{scheme}.webp").write_bytes(webp)
            page.context.close()
    print(f"{len(pages) + 2} pages lie in {ALL.relative_to(ROOT)}: look at them.")


def each(browser: Browser, pages: dict[str, str], state: StorageState | None) -> None:
    """Take pages in all schemes and widths, from top to bottom."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = opened(browser, Look(state, scheme, width))
            for name, address in pages.items():
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(address)
                whole = page.evaluate("document.documentElement.scrollHeight")
                page.set_viewport_size({"width": width, "height": whole})  # the bar lies at its end
                file = re.sub("[^a-z0-9]+", "-", name)
                page.screenshot(path=ALL / f"{file}-{scheme}-{width}.png")
            page.context.close()


def opened(browser: Browser, look: Look) -> Page:
    """Return a page of a browser that looks so, signed in or not; nothing on it moves."""
    context = browser.new_context(
        locale="en-GB",
        timezone_id="Europe/London",
        color_scheme=look.scheme,
        reduced_motion="reduce",
        viewport={"width": look.width, "height": look.height},
        device_scale_factor=look.sharpness,
        storage_state=look.state,
    )
    return context.new_page()


def address_of_one_visit(home: str) -> str:
    """Return the address that signs the person in, as `afterword serve` prints it."""
    from afterword.accounts import tickets  # noqa: PLC0415  Django is set up by now
    from afterword.actions.prepare import prepare  # noqa: PLC0415  the same

    return f"{home}/sign-in/{tickets.issue(prepare(now=NOW), now=NOW)}"


if __name__ == "__main__":
    sys.exit(main())
