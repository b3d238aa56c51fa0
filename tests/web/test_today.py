"""Today: it opens on a sentence, and everything on it can be done, put off and undone."""

from datetime import timedelta

from django.test import override_settings

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.etiquette import decode
from tests.web.conftest import HUNT, NOW
from tests.web.reading import Browser


def test_without_anything_it_shows_three_ways_to_begin(page: Browser) -> None:
    text = page.open("today").text
    assert "Good that you are here." in text
    assert (
        text.index("I had an interview") < text.index("I kept a list") < text.index("look around")
    )


def test_it_opens_on_a_sentence_and_holds_back(page: Browser, hunt: str) -> None:
    del hunt
    text = page.open("today").text
    assert "One thing to do, " in text
    assert "Thank Ms Adaeze Okafor" in text
    assert "Not yet Ask Ms Adaeze Okafor how things stand" in text
    assert "overdue" not in text.lower()


def test_done_is_done_and_can_be_undone(page: Browser, hunt: str) -> None:
    after = page.post("choose", hunt, step="thank-you:okafor", choice="did-it")
    assert "Nothing to send today, and that is right." in after.text
    assert "Done today (1)" in after.text
    assert "Thank Ms Adaeze Okafor" in page.undo(after).text.split("Leave alone")[0]


def test_what_just_changed_is_said_once(page: Browser, hunt: str) -> None:
    page.post("choose", hunt, step="thank-you:okafor", choice="not-this-time")
    assert "Undo" not in page.open("today").text.split("Done today")[0]


def test_later_offers_only_days_that_the_rules_allow(page: Browser, hunt: str) -> None:
    days = page.open("later", hunt, step="thank-you:okafor")
    assert "Tue 24 Nov" in days.text
    assert "Tue 8 Dec" not in days.text
    assert (
        page.post("choose", hunt, step="thank-you:okafor", choice="later", day="2026-12-24").status
        == 409
    )
    assert (
        page.post("choose", hunt, step="thank-you:okafor", choice="later", day="2026-11-24").status
        == 200
    )


def test_a_choice_that_is_none_is_told(page: Browser, hunt: str) -> None:
    answer = page.post("choose", hunt, step="thank-you:okafor", choice="perhaps")
    assert answer.status == 422
    assert "perhaps" not in page.open("today").text


def test_the_example_comes_and_goes(page: Browser) -> None:
    shown = page.post("example", do="begin")
    assert "This is a made-up hunt." in shown.text
    assert "Riverside Hospital" in shown.text
    assert "Good that you are here." in page.post("example", do="end").text


def test_each_thing_to_do_says_what_it_follows_on(page: Browser, hunt: str) -> None:
    text = page.open("today").text
    assert "You met today. Thanking everybody you met" in text
    assert hunt


def test_after_days_away_it_says_so_and_what_still_makes_sense(page: Browser, hunt: str) -> None:
    assert "You were away" not in page.open("today").text
    with override_settings(CLOCK=lambda: NOW + timedelta(days=20)):
        text = page.open("today").text
        assert "You were away 20 days. One window closed; here is what still makes" in text
        assert "Riverside Hospital Too late now: thank Ms Adaeze Okafor" in text
        assert "You were away" not in page.open("today").text
    assert hunt


def test_what_one_rule_says_of_two_places_is_said_once(
    page: Browser, alice: User, hunt: str
) -> None:
    other = {**HUNT, "opportunity": {"employer": "Corbel", "country": "GB"}}
    add_opportunity(alice, decode.from_raw(other), now=NOW)
    text = page.open("today").text
    assert text.count("Do not Give something to") == 1
    assert "Nor: Give something to Ms Adaeze Okafor ( Corbel )" in text
    assert hunt


def test_the_day_is_that_of_the_person_and_not_of_greenwich(page: Browser, hunt: str) -> None:
    form = {"register": "plain", "spelling": "gb", "time_zone": "Asia/Tokyo"}
    page.post("settings", **form)
    assert "Tuesday 24 November" in page.open("today").text
    assert hunt
