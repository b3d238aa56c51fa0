"""A browser without a window: it prints our pages, and says how wide they are.

Where there is none these tests are passed over; on CI, which installs one, that is a failure.
"""

import html
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--headless",
    "--no-sandbox",  # CI is root, and the pages are our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
WIDEST_INSIDE = """
<!doctype html><iframe width="{width}" height="2000" srcdoc="{page}"></iframe><script>
onload = () => {{
  const inside = document.querySelector("iframe").contentDocument.documentElement;
  document.title = "inside " + inside.scrollWidth;
}};
</script>
"""


class Browser:
    """A browser, and a folder for what it makes."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program = program
        self.folder = folder

    def prints(self, page: str) -> bytes:
        """Return a page as PDF, as "print" and "save" would make it."""
        target = self.folder / "page.pdf"
        self._run(page, "--no-pdf-header-footer", f"--print-to-pdf={target}")
        return target.read_bytes()

    def width(self, page: str, window: int) -> int:
        """Return how wide a page is in a window, in pixels: more than that has to be scrolled."""
        frame = WIDEST_INSIDE.format(width=window, page=html.escape(page))
        shown = self._run(frame, "--dump-dom")
        found = re.search(r"<title>inside (\d+)</title>", shown)
        assert found, shown[-400:]
        return int(found[1])

    def _run(self, page: str, *options: str) -> str:
        source = self.folder / "page.html"
        source.write_text(page, encoding="utf-8")
        profile = f"--user-data-dir={self.folder / 'profile'}"
        command = [self.program, *QUIET, profile, *options, source.as_uri()]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
        return done.stdout.decode()


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Return a browser; without one the test is passed over, and on CI it fails."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program:
        return Browser(program, tmp_path)
    missing = "no browser here to print the page with: apt install chromium"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)
