"""Every page that there is, of the sample hunt: found by walking the table of addresses."""

import re
from urllib.parse import urlsplit

from django.urls import reverse
from playwright.sync_api import Page

from tests.web.test_walk import PATTERNS, arguments

STEP = "step=thank-you:okafor"
# What a page needs to be told, and the other faces of a page.
ASKED = {
    "person": ("", "id=okafor"),
    "log": ("", "what=interview", "what=sent"),
    "later": (STEP,),
    "may-i": ("wish=flowers", "wish=by-hand"),
    "write": (f"{STEP}&channel=email", f"{STEP}&channel=handwritten"),
    "card": (STEP,),
    "guide": (STEP,),
    "search": ("q=gift", "q=nothing-of-the-kind"),
}
# Asking for these would end the sample, or the visit.
PAST = {"sign-out", "one-time"}


def sample(page: Page) -> dict[str, str]:
    """Begin the sample hunt; return the address of each page, by the name of its view."""
    page.get_by_role("button", name="Show me the example").click()
    page.get_by_role("region", name="Do today").wait_for()
    parts = urlsplit(page.url)
    home = f"{parts.scheme}://{parts.netloc}"
    uid = _uid(page, f"{home}/opportunities", r"/opportunities/([0-9a-f]{32})", "Riverside")
    event = _uid(page, f"{home}/opportunities/{uid}", r"/events/([0-9a-f]{32})", "Change")
    asked = {"missing": f"{home}/nothing"}
    for name in sorted(set(PATTERNS) - PAST):
        address = home + reverse(name, args=arguments(name, uid, event))
        for query in ASKED.get(name, ("",)):
            asked[f"{name} {query}".strip()] = f"{address}?{query}" if query else address
    return {name: address for name, address in asked.items() if _is_page(page, address)}


def _uid(page: Page, address: str, form: str, link: str) -> str:
    page.goto(address)
    found = page.get_by_role("link", name=link).first.get_attribute("href")
    match = re.search(form, found or "")
    assert match, f"no link {link}"
    return match[1]


def _is_page(page: Page, address: str) -> bool:
    """Whether an address answers with a page of its own, and not with a file or a refusal."""
    answer = page.request.get(address, max_redirects=0)
    is_html = answer.headers.get("content-type", "").startswith("text/html")
    return is_html and answer.status in {200, 404}
