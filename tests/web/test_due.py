"""What a page that lies open asks: the steps of Today, as few words."""

from afterword.accounts.models import User
from afterword.actions.preferences import Calendar, Preferences, save_preferences
from tests.web.reading import Browser


def test_it_tells_what_is_open_with_a_name_that_stays(page: Browser, hunt: str) -> None:
    steps = page.client.get("/due.json").json()["steps"]
    assert [one["said"] for one in steps] == [
        "Thank Ms Adaeze Okafor by e-mail (Riverside Hospital)"
    ]
    assert page.client.get("/due.json").json()["steps"] == steps
    page.post("choose", hunt, step="thank-you:okafor", choice="did-it")
    assert page.client.get("/due.json").json() == {"steps": []}


def test_it_is_as_discreet_as_the_calendar(page: Browser, hunt: str, alice: User) -> None:
    save_preferences(alice, Preferences(calendar=Calendar(discreet=True)))
    assert page.client.get("/due.json").json()["steps"][0]["said"] == "A message to write"
    assert hunt


def test_a_stranger_is_told_nothing_of_it(stranger: Browser, hunt: str) -> None:
    assert stranger.client.get("/due.json").json() == {"steps": []}
    assert hunt
