"""A browser for tests: it opens addresses, presses buttons, and reads what a page says."""

import re
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


class Page:
    """An answer, as a person reads it."""

    def __init__(self, answer: HttpResponse, address: str) -> None:
        """Hold an answer and where it came from."""
        self.answer = answer
        self.address = address
        self.status: int = answer.status_code
        self.html = answer.content.decode() if not answer.streaming else ""

    @property
    def text(self) -> str:
        """What it says, without tags and with single spaces."""
        bare = re.sub(r"<(script|style|head)\b.*?</\1>", " ", self.html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())

    def hidden(self, name: str) -> str:
        """Return the value of the first hidden field of a name."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.html)
        assert found, f"no field {name}"
        return unescape(found[1])


class Browser:
    """Opens addresses and follows where they lead."""

    def __init__(self, client: Client) -> None:
        """Hold a client of Django's, signed in or not."""
        self.client = client

    def open(self, view: str, *args: str, **query: str) -> Page:
        """Open the page of a view."""
        return self._page(self.client.get(reverse(view, args=args), query, follow=True))

    def post(self, view: str, *args: str, **form: Any) -> Page:  # noqa: ANN401  a form holds anything
        """Send a form to a view; return the page that it leads to."""
        return self._page(self.client.post(reverse(view, args=args), form, follow=True))

    def undo(self, page: Page) -> Page:
        """Press the undo that a page offers."""
        return self.post("undo", change=page.hidden("change"), next=page.hidden("next"))

    def _page(self, answer: Any) -> Page:  # noqa: ANN401  the test client's answers are untyped
        chain = getattr(answer, "redirect_chain", None) or [(answer.request["PATH_INFO"], 200)]
        return Page(answer, chain[-1][0])
