"""Debian's Chromium, driven by Playwright, whose own browsers are never fetched."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MISSING = "No Chromium on the PATH: install the Debian package `chromium`, and run this again"


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the browser, without a window, for as long as it is needed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
