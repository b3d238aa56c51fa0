"""A real server on a journal of its own, and Debian's Chromium to walk through it."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ADDRESS = re.compile(r"(http://\S+?)/sign-in/\S+")
PATIENCE = 30

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser; journeys are left out where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on the PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[str]:
    """Run `afterword serve`; yield the one-time address; it ends cleanly on Ctrl-C."""
    command = [sys.executable, "-m", "afterword", "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen(
        [*command, "--data", str(tmp_path / "journal")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert server.stdout is not None
    found = ADDRESS.search(server.stdout.readline())
    assert found
    yield found[0]
    server.send_signal(signal.SIGINT)
    rest, _ = server.communicate(timeout=PATIENCE)
    assert "Stopped. Everything is kept." in rest
    assert server.returncode == 0


@pytest.fixture
def visit(chromium: Browser, serving: str) -> Iterator[Visit]:
    """Return a function that opens Today, signed in, in a browser of the kind that it is told."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def begun(**kind: Any) -> Page:  # noqa: ANN401  any option
        context = chromium.new_context(locale="en-GB", **kind)
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        home = serving.split("/sign-in/", maxsplit=1)[0]
        context.on(
            "request", lambda one: wrong.append(one.url) if not one.url.startswith(home) else None
        )
        context.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
        context.on("weberror", lambda one: wrong.append(str(one.error)))
        page = context.new_page()
        page.goto(serving)
        return page

    yield begun
    for context in contexts:
        context.close()
    assert wrong == []
