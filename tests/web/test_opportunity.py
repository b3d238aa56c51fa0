"""One opportunity: its timeline, logging and putting right, and asking whether one may."""

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.timeline import timeline
from afterword.etiquette import decode
from afterword.web.happenings import GROUPS, HAPPENINGS
from tests.web.conftest import HUNT, NOW
from tests.web.reading import Browser


def test_it_tells_what_happened_and_what_comes(page: Browser, hunt: str) -> None:
    text = page.open("opportunity", hunt).text
    for said in (
        "Riverside Hospital",
        "We met: Ms Adaeze Okafor, at their place",
        "proposed",
        "Do not",
    ):
        assert said in text


def test_logging_replans_at_once_says_so_and_can_be_undone(page: Browser, hunt: str) -> None:
    after = page.post("log", hunt, what_happened="rejected", on="2026-11-23")
    assert "They said no" in after.text
    assert "No longer needed: " in after.text
    assert "They said no" not in page.undo(after).text.split("Log what happened")[0]


def test_every_hour_is_told_by_its_own_clock_whoever_wrote_it(page: Browser, alice: User) -> None:
    offered = {
        "on": "2026-11-23T13:00+01:00",
        "kind": "offered",
        "answer_by": "2026-11-30T18:00+01:00",
    }
    told = decode.from_raw({**HUNT, "events": [offered]})
    uid = add_opportunity(alice, told, now=NOW).opportunity
    assert "Mon 30 Nov, 17:00" in page.open("opportunity", uid).text


def test_sending_a_form_twice_logs_once(page: Browser, alice: User, hunt: str) -> None:
    for _ in range(2):
        page.post("log", hunt, what_happened="reply", on="2026-11-23", once="abc")
    assert len(timeline(alice, hunt, now=NOW).events) == 2


@pytest.mark.parametrize("name", HAPPENINGS)
def test_everything_that_can_happen_has_a_form(page: Browser, hunt: str, name: str) -> None:
    assert str(HAPPENINGS[name].label) in page.open("log", hunt, what=name).text


def test_every_happening_can_be_found() -> None:
    assert {name for _, names in GROUPS for name in names} == set(HAPPENINGS)


def test_what_is_wrong_is_told_and_what_was_typed_stays(page: Browser, hunt: str) -> None:
    answer = page.post(
        "log", hunt, what_happened="promised", on="2026-11-23", what="answer", by="soon"
    )
    assert answer.status == 422
    assert 'value="soon"' in answer.html
    assert page.post("log", hunt, what_happened="reply", on="").status == 422
    assert page.post("log", hunt, what_happened="reply", on="2027-01-01").status == 422
    assert page.open("log", hunt, what="rain").status == 404


def test_an_event_is_put_right_and_taken_out(page: Browser, alice: User, hunt: str) -> None:
    event = timeline(alice, hunt, now=NOW).events[0].uid
    form = page.open("event", hunt, event)
    assert 'value="12:00"' in form.html
    fixed = page.post("event", hunt, event, on="2026-11-22", **{"with": "okafor"}, format="video")
    assert "Sun 22 Nov" in fixed.text
    assert "video call" in fixed.text
    event = timeline(alice, hunt, now=NOW).events[0].uid
    assert "We met" not in page.post("event", hunt, event, do="remove").text.split("Log what")[0]


def test_may_i_answers_with_a_reason_and_the_better_act(page: Browser, hunt: str) -> None:
    text = page.open("may-i", hunt, wish="flowers").text
    assert "May I send flowers? No." in text
    assert "Better:" in text
    assert "Instead: Thank Ms Adaeze Okafor." in text
    assert "Go ahead." in page.open("may-i", hunt, wish="thank-you").text


def test_facts_and_people_are_kept(page: Browser, alice: User, hunt: str) -> None:
    page.post(
        "facts",
        hunt,
        employer="Riverside",
        role="nurse",
        country="GB",
        sector="healthcare",
        timezone="Europe/London",
    )
    page.post(
        "person", hunt, name="Colin Shaw", role="coordinator", email="colin@riverside.example"
    )
    page.post("person", hunt, id="okafor", name="Dr Adaeze Okafor", role="hiring-manager")
    situation = timeline(alice, hunt, now=NOW).situation
    assert situation.opportunity.employer == "Riverside"
    assert [(one.id, one.name) for one in situation.people] == [
        ("okafor", "Dr Adaeze Okafor"),
        ("shaw", "Colin Shaw"),
    ]
    assert situation.people[0].email is True
    assert page.post("facts", hunt, country="Great Britain").status == 422
    assert page.post("person", hunt, name="").status == 422


def test_an_opportunity_is_taken_out_and_comes_back(page: Browser, hunt: str) -> None:
    gone = page.post("remove", hunt)
    assert page.open("opportunity", hunt).status == 404
    assert "Riverside" in page.undo(gone).text
