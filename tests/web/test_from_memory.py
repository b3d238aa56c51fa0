"""What pages keep in memory is never seen: whatever happens, they say what they would say anew."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.test import Client, override_settings

from afterword.accounts.models import User
from afterword.actions import outlook, planning, timeline
from afterword.web.templatetags import keeping
from tests.web.conftest import NOW
from tests.web.reading import Browser

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
WEEK, THANKS = "leave-a-week-between-questions", "thank-you:okafor"


def seen(page: Browser, hunt: str) -> list[str]:
    """Return the pages that are kept, but for the tokens of their forms."""
    pages = [page.open("today"), page.open("opportunities"), page.open("opportunity", hunt)]
    return [TOKEN.sub("", one.html) for one in pages]


def anew(page: Browser, hunt: str) -> list[str]:
    """Return them as after a start."""
    for memory in (outlook, planning, timeline, keeping):
        memory.forget()
    return seen(page, hunt)


def life(page: Browser, hunt: str) -> Iterator[datetime]:
    """Do one thing after another; yield the moment after each."""
    page.post("choose", hunt, step=THANKS, choice="later", day="2026-11-24")
    yield NOW
    yield NOW + timedelta(hours=6, minutes=1)
    yield NOW + timedelta(hours=15)
    page.post("log", hunt, what_happened="reply", on="2026-11-23", sender="okafor")
    yield NOW + timedelta(hours=15)
    page.post("person", hunt, id="okafor", name="Dr Adaeze Okafor", role="hiring-manager")
    yield NOW + timedelta(hours=15)
    page.post("facts", hunt, employer="Riverside Trust", role="charge nurse", country="GB")
    yield NOW + timedelta(hours=15)
    page.post("override", WEEK, do="off", where=f"employer:{hunt}")
    yield NOW + timedelta(days=1)
    page.post("example", do="begin")
    yield NOW + timedelta(days=1)
    page.post("example", do="end")
    yield NOW + timedelta(days=30)
    page.post("log", hunt, what_happened="rejected", on="2026-11-23")
    yield NOW + timedelta(days=30)
    page.undo(page.post("remove", hunt))
    yield NOW + timedelta(days=31)


def test_a_form_of_a_page_from_memory_is_taken(alice: User, hunt: str) -> None:
    for place in ("today", "opportunity"):
        for _ in range(2):
            strict = Browser(Client(SERVER_NAME="localhost", enforce_csrf_checks=True))
            strict.client.force_login(alice)
            shown = strict.open(place, *([hunt] if place == "opportunity" else []))
            form = {"step": THANKS, "choice": "perhaps"}  # is read, and found to be no choice
            assert strict.post("choose", hunt, **form).status == 403
            form["csrfmiddlewaretoken"] = shown.hidden("csrfmiddlewaretoken")
            assert strict.post("choose", hunt, **form).status == 422


def test_what_is_shown_is_what_would_be_made_anew(page: Browser, hunt: str) -> None:
    before = seen(page, hunt)
    for now in life(page, hunt):
        with override_settings(CLOCK=lambda now=now: now):
            seen(page, hunt)  # with what was said once, of what was done
            known = seen(page, hunt)
            assert known == anew(page, hunt)
        before.append(known[2])
    assert len(set(before)) > len(before) / 2  # much has happened on the way
