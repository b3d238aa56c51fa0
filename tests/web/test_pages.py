"""The pages around: rulebook, search, settings, data, help, and what is not there."""

from django.core.files.uploadedfile import SimpleUploadedFile

from afterword.accounts.models import User
from afterword.actions.preferences import preferences
from tests.web.reading import Browser


def test_the_rulebook_shows_what_speaks_now(page: Browser, hunt: str) -> None:
    text = page.open("rulebook").text
    assert "Speaking to you now" in text
    assert "Thank each person you met" in text
    rule = page.open("rule", "thank-each-person-you-met")
    for said in (
        "Where it speaks to you now",
        "Riverside Hospital",
        "Where they disagree",
        "Sources",
    ):
        assert said in rule.text
    assert page.open("rule", "no-such-rule").status == 404
    assert hunt


def test_the_rulebook_is_searched(page: Browser) -> None:
    assert "No gift before the ink is dry" in page.open("rulebook", q="gift ink").text
    assert "No rule speaks of that." in page.open("rulebook", q="zeppelin").text


def test_search_finds_what_was_written(page: Browser, hunt: str) -> None:
    assert "Riverside Hospital" in page.open("search", q="river").text
    assert "Nothing here has these words." in page.open("search", q="zeppelin").text
    assert hunt


def test_settings_are_kept(page: Browser, alice: User) -> None:
    form = {
        "signed": "Marta Lindqvist",
        "register": "plain",
        "spelling": "us",
        "time_zone": "Europe/Paris",
    }
    assert "Kept." in page.post("settings", **form).text
    alice.refresh_from_db()
    assert preferences(alice).profile.names == ("Marta Lindqvist",)
    assert "data-keys" not in page.open("today").html.split("<main")[0]
    assert page.post("settings", **{**form, "time_zone": "Mars"}).status == 422


def test_a_list_is_seen_before_it_is_kept(page: Browser) -> None:
    file = SimpleUploadedFile("jobs.csv", b"Company,Job Title,Status\nCorbel,planner,Applied\n")
    seen = page.post("import", file=file, preset="")
    assert "One opportunity would come in." in seen.text
    assert "There are none yet" in page.open("opportunities").text
    page.post("import", content=seen.hidden("content"), do="keep", preset="")
    assert "Corbel" in page.open("opportunities").text


def test_everything_goes_out_as_a_file(page: Browser, hunt: str) -> None:
    for form in ("json", "csv", "markdown"):
        answer = page.client.get("/settings/export", {"form": form})
        assert "attachment" in answer.headers["Content-Disposition"]
        assert b"Riverside Hospital" in answer.content
    assert hunt


def test_help_lists_the_keys_and_what_it_will_not_do(page: Browser) -> None:
    text = page.open("help").text
    assert "not this time" in text
    assert "Fake a hand." in text


def test_what_is_not_there_says_where_to_go(page: Browser) -> None:
    answer = page.client.get("/nothing")
    assert answer.status_code == 404
    assert b"There is nothing here" in answer.content


def test_a_one_time_address_works_once(nobody: Browser) -> None:
    assert nobody.open("one-time", "invented").status == 410
