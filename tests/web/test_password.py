"""A password, chosen in Settings."""

from django.contrib.auth import authenticate
from django.test import Client

from afterword.accounts.models import User
from tests.web.reading import Browser

OLD, NEW = "correct horse battery", "seven quiet otters"  # a test's own


def test_who_has_none_chooses_one_and_stays_signed_in(stranger: Browser, bob: User) -> None:
    assert "Choose a password" in stranger.open("settings").text
    kept = stranger.post("password", name="Robert", new=NEW)
    assert kept.address == "/settings"
    assert authenticate(username="robert", password=NEW) == bob


def test_the_present_one_is_asked_for(page: Browser, alice: User) -> None:
    for present in ("", "guess"):
        told = page.post("password", name="alice", present=present, new=NEW)
        assert "That is not your present password." in told.text
    assert page.post("password", present=OLD, do="remove").address == "/settings"
    alice.refresh_from_db()
    assert not alice.has_usable_password()


def test_guessing_at_the_present_one_ends_soon(page: Browser, alice: User) -> None:
    form = {"name": alice.name, "present": "guess", "new": NEW}
    told = [page.post("password", **form).text for _ in range(6)]
    assert "Too many attempts." in told[-1]


def test_other_devices_are_signed_out(page: Browser, alice: User) -> None:
    other = Client(SERVER_NAME="localhost")
    other.force_login(alice)
    page.post("password", name="alice", present=OLD, new=NEW)
    assert other.get("/").status_code == 302
    assert page.client.get("/").status_code == 200


def test_served_for_others_it_cannot_be_taken_away(page: Browser, alice: User) -> None:
    page.client.post("/settings/password", {"present": OLD, "do": "remove"}, secure=True)
    alice.refresh_from_db()
    assert alice.check_password(OLD)
