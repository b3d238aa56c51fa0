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
    *("arrived", "withdraw"),  # of a letter that was released: they take forms alone
    "release",  # of words that were kept, with a mailbox (tests/web/test_release.py)
    "granted",  # answers what was asked of a mailbox's provider
    "message",  # is of mail, which the sample has none of: `mailed` brings some
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


MAIL = (
    "Subject: Riverside Hospital\n\nWe have decided to move forward with other candidates.",
    "Nothing in here says who wrote it.",
    "From: no-reply@greenhouse.io\nSubject: Riverside Hospital\n\nWe received your application.",
)


def mailed(page: Page, home: str) -> dict[str, str]:
    """Bring some mail along; return the address of each page that shows it."""
    for text in MAIL:
        page.goto(f"{home}/mail")
        page.get_by_label("Or one message, pasted").fill(text)
        page.get_by_role("button", name="Take it in").click()
        page.get_by_text("Taken in: ").wait_for()
    link = page.get_by_role("link", name="Put it right").first.get_attribute("href")
    return {"mail, with messages": f"{home}/mail", "message": f"{home}{link}"}


def _uid(page: Page, address: str, form: str, link: str) -> str:
    page.goto(address)
    found = page.get_by_role("link", name=link).first.get_attribute("href")
    match = re.search(form, found or "")
    assert match, f"no link {link}"
    return match[1]
