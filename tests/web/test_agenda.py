"""The page of the calendar that Afterword writes into, without a line of JavaScript."""

import pytest

from afterword.accounts.models import User
from afterword.actions.reminders.agenda import agenda
from afterword.mailbox import caldav
from afterword.mailbox.agenda import Agenda, Listed, NoAgenda
from afterword.mailbox.agenda_memory import MemoryAgenda
from afterword.mailbox.server import Password
from afterword.mailbox.trouble import NotLetIn
from afterword.web.views.agenda import TOO_MANY
from tests.mailbox.desks import MEMORY, MemoryDesk
from tests.web.reading import Browser

SECRET = "open sesame"  # noqa: S105  a test's own
URL = "https://home.example/dav/"
FORM = {"url": URL, "user": "alice", "password": SECRET, "do": "connect"}


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> MemoryDesk:
    """Return the calendars that every server leads to."""
    kept = MemoryDesk()

    class Shut(MemoryAgenda):
        def calendars(self) -> tuple[Listed, ...]:
            raise NotLetIn("home.example", "")

    def opened(url: str, credentials: Password) -> Agenda:
        assert url == URL
        return kept.agenda() if credentials.secret == SECRET else Shut(kept.server)

    def context(url: str) -> str:
        if "home.example" not in url:
            raise NoAgenda(url)
        return URL

    monkeypatch.setattr(caldav, "CalDav", opened)
    monkeypatch.setattr(caldav, "context", context)
    return kept


def test_it_is_off_and_reached_from_the_reminders(page: Browser) -> None:
    shown = page.open("reminders")
    assert 'href="/settings/agenda"' in shown.html
    assert "Off unless you connect one." in shown.text
    assert "Go on" in page.open("agenda").text


def test_it_is_found_connected_chosen_written_and_left(
    page: Browser, alice: User, desk: MemoryDesk, hunt: str
) -> None:
    assert hunt
    other = Listed("https://home.example/other/", "Other")
    desk.server.names[other.url], desk.server.kept[other.url] = other.name, {}
    asked = page.post("agenda", do="find", address="alice@home.example")
    assert f"The calendars are at {URL} ." in asked.text
    assert 'value="alice@home.example"' in asked.html
    joined = page.post("agenda", **FORM)
    assert "Now choose the calendar." in joined.text
    assert SECRET not in joined.html
    assert "Chosen." in page.post("agenda", do="choose", calendar=MEMORY).text
    assert "entries are different now" in page.post("agenda", do="write").text
    assert "Everything stands there as it should." in page.post("agenda", do="write").text
    assert "lets us in: 2 calendars" in page.post("agenda", do="test").text
    assert "Hunt at home.example" in page.open("reminders").text
    assert "entries taken away" in page.post("agenda", do="forget", take="yes").text
    assert desk.server.kept[MEMORY] == {}
    assert agenda(alice) is None


@pytest.mark.usefixtures("desk")
def test_the_only_calendar_is_chosen_at_once(page: Browser) -> None:
    assert "It is written within a minute." in page.post("agenda", **FORM).text


@pytest.mark.usefixtures("desk")
def test_a_new_password_is_entered_without_losing_anything(page: Browser) -> None:
    page.post("agenda", **FORM)
    asked = page.post("agenda", do="find", address=URL)
    assert 'value="alice"' in asked.html
    assert "Leave it as it is" in asked.text
    assert page.post("agenda", **{**FORM, "password": ""}).status == 200


@pytest.mark.usefixtures("desk")
def test_what_goes_wrong_is_told_and_no_password_repeated(page: Browser) -> None:
    nowhere = page.post("agenda", do="find", address="nowhere.example")
    assert nowhere.status == 422
    assert "offers no calendars" in nowhere.text
    refused = page.post("agenda", **{**FORM, "password": "sesame, open"})
    assert refused.status == 422
    assert "did not let us in" in refused.text
    assert "sesame" not in refused.html
    assert 'value="alice"' in refused.html
    assert page.post("agenda", do="find", address="http://home.example").status == 422


def test_trouble_stands_on_the_page(
    page: Browser, alice: User, desk: MemoryDesk, hunt: str
) -> None:
    assert hunt
    page.post("agenda", **FORM)
    desk.drop()
    told = page.post("agenda", do="write")
    assert "The calendar is not there any more. Choose another." in told.text
    assert "Something is the matter with it." in page.open("reminders").text
    assert agenda(alice)


@pytest.mark.usefixtures("desk")
def test_nobody_guesses_for_long(page: Browser) -> None:
    for _ in range(TOO_MANY):
        page.post("agenda", **{**FORM, "password": "guess"})
    assert "Too many attempts" in page.post("agenda", **FORM).text


@pytest.mark.usefixtures("desk")
def test_a_stranger_has_a_page_of_their_own(page: Browser, stranger: Browser) -> None:
    page.post("agenda", **FORM)
    assert "home.example" not in stranger.open("agenda").text
    for do in ("write", "test", "forget", "choose"):
        assert stranger.post("agenda", do=do, calendar=MEMORY).status in {404, 422}
    assert "home.example" in page.open("agenda").text
