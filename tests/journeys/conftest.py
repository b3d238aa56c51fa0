"""A real server on a journal of each test's own, and Debian's Chromium to walk through it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from afterword.accounts import tickets
from afterword.accounts.owners import the_owner
from tests.journeys.browser import CHROMIUM, MISSING, launched
from tests.journeys.serving import Clock, served

# A Tuesday evening far from holidays: what holds then must not depend on the day it is run.
BEGINNING = "2026-03-03 18:30"
LEFT = ("htmx:afterRequest", "htmx:sendError")

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser; without one the journeys are left out, but on CI they fail."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Return where the one server of all journeys answers."""
    with served() as address:
        yield address


@pytest.fixture
def clock() -> Iterator[Clock]:
    """Stop the clock of the pages; a story moves it."""
    clock = Clock(BEGINNING)
    with override_settings(CLOCK=clock):
        yield clock


@pytest.fixture
def visit(chromium: Browser, server: str, journal: Path, clock: Clock) -> Iterator[Visit]:
    """Return a function that opens Today, signed in, in a browser of the kind that it is told."""
    del journal
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def begun(**kind: Any) -> Page:  # noqa: ANN401  any option
        context = chromium.new_context(locale="en-GB", timezone_id="Europe/London", **kind)
        context.set_default_timeout(10_000)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        watch(context, server, wrong)
        page = context.new_page()
        secret = tickets.issue(the_owner(now=clock.now), now=clock.now)
        page.goto(f"{server}/sign-in/{secret}")
        return page

    yield begun
    for context in contexts:
        context.close()
    assert wrong == []


def watch(context: BrowserContext, home: str, wrong: list[str]) -> None:
    """Note whatever a browser asks of anybody else, and whatever goes wrong in it."""
    context.on(
        "request", lambda one: wrong.append(one.url) if not one.url.startswith(home) else None
    )
    context.on("console", lambda one: wrong.append(one.text) if _is_fault(one) else None)
    context.on("weberror", lambda one: wrong.append(str(one.error)))


def _is_fault(message: ConsoleMessage) -> bool:
    """Whether a browser complains of more than a page that is not there, or one that was left.

    That a page is not there is for its test to judge; and whoever leaves a page while it asks the
    server something takes the question back, of which htmx complains.
    """
    is_page = message.page is not None and message.location["url"] == message.page.url
    return message.type == "error" and not is_page and not message.text.startswith(LEFT)
