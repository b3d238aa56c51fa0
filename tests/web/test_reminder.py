"""The file of dates that one opportunity offers, for any calendar."""

import icalendar

from tests.web.reading import Browser


def test_it_is_offered_and_holds_the_dates(page: Browser, hunt: str) -> None:
    assert f"/opportunities/{hunt}/reminder.ics" in page.open("opportunity", hunt).html
    answer = page.open("reminder", hunt).answer
    assert answer.headers["Content-Disposition"] == 'attachment; filename="afterword.ics"'
    read = icalendar.Calendar.from_ical(answer.content)
    assert str(read["METHOD"]) == "PUBLISH"
    assert len(read.events) > 1


def test_one_step_is_a_file_too(page: Browser, hunt: str) -> None:
    answer = page.open("reminder", hunt, step="check-in:okafor").answer
    (event,) = icalendar.Calendar.from_ical(answer.content).events
    assert "how things stand" in str(event["SUMMARY"])
    assert page.open("reminder", hunt, step="nonsense").status == 422


def test_after_copying_a_letter_the_next_step_is_offered(page: Browser, hunt: str) -> None:
    letter = page.open("write", hunt, step="thank-you:okafor")
    assert "Shall I remind you on" in letter.text
    assert f"/opportunities/{hunt}/reminder.ics?step=check-in:okafor" in letter.html
