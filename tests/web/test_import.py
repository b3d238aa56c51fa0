"""A list from elsewhere on the page: asked about where it is unclear, seen before it is kept."""

from django.core.files.uploadedfile import SimpleUploadedFile

from afterword.accounts.models import User
from afterword.actions.opportunities import opportunities
from afterword.actions.preferences import Preferences, save_preferences
from afterword.actions.timeline import situation_at
from tests.actions.tables.test_unpacking import HEADINGS, archive
from tests.web.conftest import NOW
from tests.web.reading import Browser, Page

FOREIGN = "Unternehmen;Stelle;Am\nCorbel;Planerin;03.02.2026\n"


def look(page: Browser, content: bytes | str, **more: str) -> Page:
    """Choose a file, and have it shown."""
    raw = content.encode() if isinstance(content, str) else content
    return page.post("import", file=SimpleUploadedFile("list.csv", raw), **more)


def again(page: Browser, seen: Page, **more: str) -> Page:
    """Send the page back, as it was seen, with an answer."""
    return page.post("import", content=seen.hidden("content"), **more)


def test_columns_that_are_not_known_are_asked_for(page: Browser, alice: User) -> None:
    seen = look(page, FOREIGN)
    assert "what do these columns hold?" in seen.text
    assert "Take it over" not in seen.text
    assert "such as “Planerin”" in seen.text
    said = {"columns": "yes", "column-0": "employer", "column-1": "role", "column-2": "applied"}
    shown = again(page, seen, **said)
    assert "One opportunity would come in." in shown.text
    assert not alice.opportunities.exists()
    again(page, seen, **said, country="de", time_zone="Europe/Berlin", do="keep")
    (card,) = opportunities(alice, now=NOW)
    assert (card.employer, card.role, str(card.last)) == ("Corbel", "Planerin", "2026-02-03")
    situation = situation_at(alice, card.uid, now=NOW)
    assert (situation.opportunity.country, situation.timezone) == ("DE", "Europe/Berlin")


def test_which_column_is_the_employer_must_be_said(page: Browser) -> None:
    seen = look(page, FOREIGN)
    told = again(page, seen, columns="yes", **{"column-1": "role"})
    assert "Say which column is the employer." in told.text
    assert "such as “Planerin”" in told.text
    assert told.hidden("content") == seen.hidden("content")


def test_a_date_that_can_be_two_days_is_asked_about(page: Browser, alice: User) -> None:
    seen = look(page, "Company,Applied\nCorbel,03/04/2026\n")
    assert "What comes first in a date such as 03/04/2026?" in seen.text
    assert "Take it over" not in seen.text
    shown = again(page, seen, dates="day-first")
    assert "One opportunity would come in." in shown.text
    again(page, seen, dates="day-first", do="keep")
    assert [str(card.last) for card in opportunities(alice, now=NOW)] == ["2026-04-03"]


def test_an_unanswered_question_keeps_nothing(page: Browser, alice: User) -> None:
    seen = look(page, "Company,Applied\nCorbel,03/04/2026\n")
    again(page, seen, do="keep")
    assert not alice.opportunities.exists()


def test_linkedins_archive_comes_as_it_is(page: Browser, alice: User) -> None:
    sent = archive(Jobs__Job_s_Applications=f'{HEADINGS}"2/15/26, 9:04 AM",Corbel,Planner,cv\n')
    seen = look(page, sent)
    assert "Corbel · Planner" in seen.text
    kept = again(page, seen, do="keep")
    assert "Taken over: 1." in kept.text
    page.undo(kept)
    assert opportunities(alice, now=NOW) == ()


def test_what_is_wrong_with_country_and_zone_is_said(page: Browser) -> None:
    seen = look(page, "Company\nCorbel\n", country="Germany", time_zone="Berlin")
    assert "The country is two letters" in seen.text
    assert "“Berlin” is no time zone" in seen.text
    assert 'value="Germany"' in seen.html


def test_the_zone_that_is_set_is_offered(page: Browser, alice: User) -> None:
    save_preferences(alice, Preferences(time_zone="Europe/Paris"))
    assert 'value="Europe/Paris"' in look(page, "Company\nCorbel\n").html


def test_content_that_was_tampered_with_is_no_file(page: Browser) -> None:
    for content in ("", "?", "eJw=", "QUFBQQ=="):
        assert page.post("import", content=content, do="keep").status == 422


def test_a_list_that_is_too_long_is_refused(page: Browser) -> None:
    told = look(page, "Company\n" + "Corbel\n" * 5002)
    assert "more than 5,000 lines" in told.text
    assert "afterword import FILE" in look(page, b"Company\n" + b"x" * 9_000_000).text
