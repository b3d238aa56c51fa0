"""Every page that there is, of the sample hunt: found by walking the table of addresses."""

import re
from urllib.parse import urlsplit

from django.urls import reverse
from playwright.sync_api import Page

from tests.web.test_walk import PATTERNS, QUERIES, arguments

# What answers with a file, with a part of a page, or only to a form; and what would end the visit.
BESIDE = {
    *("asset", "calendar", "due", "export", "health", "reminder"),
    *("check", "choose", "devices", "example", "override", "preview", "remove", "undo"),
    *("one-time", "sign-in", "sign-out"),
}


def sample(page: Page) -> dict[str, str]:
    """Begin the sample hunt; return the address of each page, by the name of its view."""
    page.get_by_role("button", name="Show me the example").click()
    page.get_by_role("region", name="Do today").wait_for()
    parts = urlsplit(page.url)
    home = f"{parts.scheme}://{parts.netloc}"
    uid = _uid(page, f"{home}/opportunities", r"/opportunities/([0-9a-f]{32})", "Riverside")
    event = _uid(page, f"{home}/opportunities/{uid}", r"/events/([0-9a-f]{32})", "Change")
    asked = {"missing": f"{home}/nothing"}
    for name in sorted(set(PATTERNS) - BESIDE):
        address = home + reverse(name, args=arguments(name, uid, event))
        for query in QUERIES.get(name, ("",)):
            asked[f"{name} {query}".strip()] = f"{address}?{query}" if query else address
    return asked


def _uid(page: Page, address: str, form: str, link: str) -> str:
    page.goto(address)
    found = page.get_by_role("link", name=link).first.get_attribute("href")
    match = re.search(form, found or "")
    assert match, f"no link {link}"
    return match[1]
