"""What cannot be done says why, what to do next, and gives back what was written."""

from typing import Any

import pytest
from django.test import Client, RequestFactory, override_settings

from afterword.web.faults import broken
from tests.web.reading import Browser, Page

WRITTEN = "Dear Ms Okafor, thank you for the whole afternoon."
OURS = {"sec-fetch-site": "same-origin", "referer": "http://localhost/write"}


def sent(client: Client, address: str, headers: dict[str, str], **form: str) -> Page:
    """Send a form to an address as a browser does that sends the headers."""
    answer: Any = client.post(address, form, headers=headers)
    return Page(answer, address)


@pytest.fixture
def strict(page: Browser) -> Client:
    """Return Alice's browser with forms checked for their origin, as browsers have it."""
    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    client.cookies = page.client.cookies
    return client


def test_a_stale_form_gives_back_what_was_written(strict: Client, hunt: str) -> None:
    page = sent(strict, f"/write/{hunt}", OURS, text=WRITTEN)
    assert page.status == 403
    assert WRITTEN in page.text
    assert 'href="/write">Back to the page' in page.html


def test_a_form_from_elsewhere_puts_no_words_here(strict: Client, hunt: str) -> None:
    page = sent(strict, f"/write/{hunt}", {"sec-fetch-site": "cross-site"}, text=WRITTEN)
    assert page.status == 403
    assert WRITTEN not in page.text


@pytest.mark.parametrize("elsewhere", ["//evil.example/", "/", "http://evil.example/write"])
def test_the_way_back_leads_nowhere_else(strict: Client, hunt: str, elsewhere: str) -> None:
    from_ = elsewhere if "evil.example/write" in elsewhere else f"http://localhost{elsewhere}"
    page = sent(strict, f"/write/{hunt}", {**OURS, "referer": from_}, text=WRITTEN)
    assert "evil.example" not in page.html
    assert "Back to the page" not in page.html


def test_too_much_at_once_is_said_so(page: Browser, hunt: str) -> None:
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=100):
        answer = page.client.post(f"/write/{hunt}", {"text": WRITTEN * 10})
    assert answer.status_code == 413
    assert "Send less at once" in answer.content.decode()


def test_what_is_refused_says_what_to_do(page: Browser, hunt: str) -> None:
    form = {"step": "thank-you:okafor", "choice": "later", "day": "2026-12-24"}
    answer = page.post("choose", hunt, **form)
    assert answer.status == 409
    assert "Take one of the days that are offered." in answer.text


def test_nothing_here_offers_the_search(page: Browser) -> None:
    answer: Any = page.client.get("/nowhere")
    text = Page(answer, "/nowhere").text
    assert "There is nothing here" in text
    assert "To Today Search" in text


def test_a_fault_of_ours_asks_nothing_of_what_may_be_broken(rf: RequestFactory) -> None:
    answer = broken(rf.get("/"))  # no session, no user, no database
    assert answer.status_code == 500
    assert "That was our mistake, not yours." in answer.content.decode()


@pytest.fixture
def rf() -> RequestFactory:
    """Return what makes requests."""
    return RequestFactory()
