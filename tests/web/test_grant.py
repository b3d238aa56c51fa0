"""A permission on the pages: how a client is made, where one says yes, and the way back."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from afterword.accounts.models import User
from afterword.actions.mail.mailbox import mailbox
from afterword.mailbox import imap, oauth_line
from afterword.mailbox.box import Box
from afterword.mailbox.server import Credentials, Server
from tests.mailbox.keepers import MemoryKeeper
from tests.web.reading import Browser, Page

FORM = {"provider": "gmail", "address": "alice@gmail.com", "client": "my-client"}


@pytest.fixture(autouse=True)
def provider(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the provider give out what it is asked for."""

    def ask(url: str, form: Mapping[str, str]) -> bytes:
        assert (url, form["code"]) == ("https://oauth2.googleapis.com/token", "yes")
        return json.dumps({"access_token": "in", "refresh_token": "again"}).encode()

    def connect(server: Server, credentials: Credentials, *, patience: float) -> Box:
        assert (server.host, credentials.secret, patience) == ("imap.gmail.com", "in", 10)
        return MemoryKeeper().box()

    monkeypatch.setattr(oauth_line, "ask", ask)
    monkeypatch.setattr(imap, "connect", connect)


def state_of(page: Page) -> str:
    (address,) = [one for one in page.html.split('"') if one.startswith("https://accounts.")]
    return parse_qs(urlsplit(address.replace("&amp;", "&")).query)["state"][0]


def test_it_is_offered_where_there_is_one(page: Browser) -> None:
    for address, name in (("a@gmail.com", "gmail"), ("a@outlook.com", "outlook")):
        shown = page.post("mailbox", do="find", address=address)
        assert f"/settings/mailbox/grant?provider={name}&amp;address=a%40" in shown.html
    assert "grant?provider" not in page.post("mailbox", do="find", address="a@gmx.de").html


def test_it_says_how_a_client_is_made(page: Browser) -> None:
    shown = page.open("grant", provider="gmail", address="alice@gmail.com")
    assert "takes the permission back after seven days" in shown.text
    assert 'value="http://localhost/settings/mailbox/granted"' in shown.html
    assert 'value="alice@gmail.com"' in shown.html
    assert page.open("grant", provider="yahoo").status == 404


def test_the_way_there_and_back(page: Browser, alice: User) -> None:
    asked = page.post("grant", **{**FORM, "client_secret": "hush"})
    assert "Go to Gmail" in asked.text
    assert "hush" not in asked.html
    assert not any("hush" in str(value) for value in page.client.session.values())
    back = {"state": state_of(asked), "code": "yes"}
    assert "Connected." in page.open("granted", **back).text
    seen = mailbox(alice)
    assert seen
    assert seen.address == "alice@gmail.com"
    assert page.open("granted", **back).status == 409, "an answer counts once"


def test_no_is_no(page: Browser, alice: User) -> None:
    asked = page.post("grant", **FORM)
    refused = page.open("granted", state=state_of(asked), error="access_denied")
    assert "The provider did not give the permission." in refused.text
    assert mailbox(alice) is None


def test_an_answer_that_somebody_else_brings_is_refused(
    page: Browser, stranger: Browser, bob: User
) -> None:
    asked = page.post("grant", **FORM)
    answer = stranger.open("granted", state=state_of(asked), code="yes")
    assert answer.status == 409
    assert mailbox(bob) is None


def test_what_is_wrong_is_told_at_its_field(page: Browser) -> None:
    shown = page.post("grant", **{**FORM, "client": ""})
    assert shown.status == 422
    assert "Client id : is not what the provider calls the client’s id" in shown.text
