"""The mailbox's page: found, connected, looked into and forgotten, without a line of JavaScript."""

from datetime import timedelta

import pytest

from afterword.accounts.models import User
from afterword.actions.mail.mailbox import mailbox
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox import imap
from afterword.mailbox.box import Box
from afterword.mailbox.server import Credentials, Server
from afterword.mailbox.trouble import NotLetIn
from afterword.web.views.mailbox import TOO_MANY
from tests.mailbox.keepers import MemoryKeeper
from tests.web.conftest import NOW
from tests.web.reading import Browser

SECRET = "open sesame"  # noqa: S105  a test's own
FORM = {
    "address": "alice@home.example",
    "host": "imap.home.example",
    "user": "alice",
    "port": "993",
    "security": "tls",
    "password": SECRET,
    "do": "connect",
}


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> MemoryKeeper:
    """Return the mailbox that every server leads to."""
    kept = MemoryKeeper()

    def connect(server: Server, credentials: Credentials, *, patience: float) -> Box:
        assert patience <= 10
        if credentials.secret != SECRET:
            raise NotLetIn(server.host, "wrong password")
        return kept.box()

    monkeypatch.setattr(imap, "connect", connect)
    return kept


def test_it_is_reached_from_the_settings(page: Browser) -> None:
    shown = page.open("settings")
    assert 'href="/settings/mailbox"' in shown.html
    assert "Not connected." in shown.text
    assert "You need no mailbox here" in page.open("mailbox").text


@pytest.mark.usefixtures("keeper")
def test_until_something_comes_the_mail_page_says_whose_mail_is_noticed(page: Browser) -> None:
    page.post("mailbox", **FORM)
    text = page.open("mail").text
    assert "What employers write to alice@home.example is noticed by itself." in text
    assert "Connect a mailbox" not in text


def test_a_large_provider_says_what_its_password_can_do(page: Browser) -> None:
    shown = page.post("mailbox", do="find", address="alice@gmail.com")
    assert "This mailbox is at Gmail ." in shown.text
    assert "App password" in shown.text
    assert "can read, delete and send all your mail" in shown.text
    assert 'value="imap.gmail.com"' in shown.html


def test_where_no_password_is_taken_none_is_asked_for(page: Browser) -> None:
    shown = page.post("mailbox", do="find", address="alice@outlook.com")
    assert "Give a permission, by a client of your own" in shown.text
    assert 'type="password"' not in shown.html


def test_what_is_no_address_is_told_at_its_field(page: Browser) -> None:
    shown = page.post("mailbox", do="find", address="alice")
    assert shown.status == 422
    assert "Your e-mail address : is no address such as name@example.org" in shown.text


def test_it_is_connected_looked_into_and_forgotten(
    page: Browser, alice: User, keeper: MemoryKeeper
) -> None:
    assert "Connected." in page.post("mailbox", **FORM).text
    assert "alice@home.example , connected since" in page.open("mailbox").text
    assert "Connected: alice@home.example." in page.open("settings").text
    assert "lets us in: 3 folders." in page.post("mailbox", do="test").text
    assert "There is nothing new for your hunt." in page.post("mailbox", do="look").text
    assert "All is well." in page.open("mailbox").text
    assert SECRET not in page.open("mailbox").html
    forgotten = page.post("mailbox", do="forget")
    assert "Forgotten, and its password with it." in forgotten.text
    assert mailbox(alice) is None
    assert keeper.unread("INBOX") == 0


def test_a_wrong_password_is_told_in_words_and_never_shown_again(
    page: Browser, alice: User, keeper: MemoryKeeper
) -> None:
    shown = page.post("mailbox", **{**FORM, "password": "sesam"})
    assert shown.status == 422
    assert "did not let us in" in shown.text
    assert 'value="imap.home.example"' in shown.html
    assert "sesam" not in shown.html
    assert mailbox(alice) is None
    assert keeper.unread("INBOX") == 0


def test_guessing_comes_to_an_end(page: Browser, keeper: MemoryKeeper) -> None:
    for _ in range(TOO_MANY):
        page.post("mailbox", **{**FORM, "password": "sesam"})
    assert "Too many attempts." in page.post("mailbox", **FORM).text
    assert keeper.unread("INBOX") == 0


def test_trouble_is_shown_until_it_is_over(page: Browser, keeper: MemoryKeeper) -> None:
    page.post("mailbox", **FORM)
    Mailbox.objects.update(trouble="The folder INBOX held 20 messages.", doubted="INBOX")
    shown = page.open("mailbox")
    assert "held 20 messages" in shown.text
    assert "This is right, go on" in shown.text
    page.post("mailbox", do="trust")
    assert "held 20 messages" not in page.open("mailbox").text
    assert keeper.unread("INBOX") == 0


def test_today_says_when_an_answer_may_have_come_unseen(
    page: Browser, keeper: MemoryKeeper
) -> None:
    page.post("mailbox", **FORM)
    page.post("mailbox", do="look")
    unseen = "an answer may have come unseen"
    Mailbox.objects.update(trouble="Nobody answers.")
    assert unseen not in page.open("today").text
    Mailbox.objects.update(looked=NOW - timedelta(days=2))
    assert f"could not be looked into since Sat 21 Nov: {unseen}" in page.open("today").text
    page.post("mailbox", do="look")
    assert unseen not in page.open("today").text
    assert keeper.unread("INBOX") == 0


def test_wishes_are_kept(page: Browser, alice: User, keeper: MemoryKeeper) -> None:
    page.post("mailbox", **FORM)
    assert "Kept." in page.post("mailbox", do="wish", which="these", folder="Sent", back="90").text
    seen = mailbox(alice)
    assert seen
    assert (seen.back, seen.drafts, dict(seen.folders)["Sent"]) == (90, False, True)
    assert page.post("mailbox", do="wish", back="never").status == 422
    assert keeper.unread("INBOX") == 0


def test_it_is_nobody_elses(
    page: Browser, stranger: Browser, alice: User, bob: User, keeper: MemoryKeeper
) -> None:
    page.post("mailbox", **FORM)
    stranger.post("mailbox", do="forget")
    assert "home.example" not in stranger.open("mailbox").text
    for do in ("look", "test", "wish", "trust"):
        assert stranger.post("mailbox", do=do).status in {404, 422}
    assert mailbox(alice)
    assert mailbox(bob) is None
    assert keeper.unread("INBOX") == 0
