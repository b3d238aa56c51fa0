"""Several roles at one employer, as the pages show them."""

from datetime import timedelta
from typing import Any

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.etiquette import decode
from tests.web.conftest import HUNT, NOW
from tests.web.reading import Browser

MET = (NOW - timedelta(days=10)).isoformat()
THANKED = (NOW - timedelta(days=9)).isoformat()
ASKED = (NOW - timedelta(days=1)).isoformat()
Raw = dict[str, Any]
OKAFOR: Raw = {"id": "ward", "name": "Ms Adaeze Okafor", "role": "hr", "email": True}
SHAW: Raw = {"id": "shaw", "name": "Colin Shaw", "role": "hiring-manager", "email": True}


def beside(owner: User, role: str, *events: Raw, who: Raw) -> str:
    """Add another role at the hospital; return its uid."""
    here = {"employer": "Riverside Hospital", "country": "GB", "role": role}
    raw: Raw = {**HUNT, "opportunity": here, "people": [who], "events": list(events)}
    return add_opportunity(owner, decode.from_raw(raw), now=NOW).opportunity


def silent(owner: User, role: str, who: Raw, *, asked: bool) -> str:
    """Add a role over which somebody was met and thanked, and perhaps asked yesterday."""
    to: Raw = {"kind": "sent", "channel": "email", "to": [who["id"]]}
    met = {"on": MET, "kind": "interview", "with": [who["id"]], "format": "onsite"}
    question = [{**to, "on": ASKED, "act": "check-in"}] if asked else []
    thanks = {**to, "on": THANKED, "act": "thank-you"}
    return beside(owner, role, met, thanks, *question, who=who)


def capped(owner: User) -> str:
    """Ask over two roles yesterday; return the uid of a third."""
    for name in ("porter", "clerk"):
        silent(owner, name, {**SHAW, "id": name, "name": f"The {name}"}, asked=True)
    return silent(owner, "cook", SHAW, asked=False)


def test_a_cap_shows_on_today_with_its_rule_and_reason(page: Browser, alice: User) -> None:
    capped(alice)
    text = page.open("today").text
    assert "2 of 2 questions to Riverside Hospital this week" in text
    assert "those who hire talk to each other" in text
    assert "Two questions a week to one employer" in text


def test_a_cap_shows_on_the_opportunity_that_waits(page: Browser, alice: User) -> None:
    text = page.open("opportunity", capped(alice)).text
    assert "2 of 2 questions to Riverside Hospital this week" in text
    assert "Two questions a week to one employer" in text


def test_another_window_of_a_cap_is_told_in_its_own_time(page: Browser, alice: User) -> None:
    capped(alice)
    form = {"until-number": "2", "until-unit": "working days", "where": "everywhere"}
    page.post("override", "two-questions-a-week-to-one-employer", do="window", **form)
    said = "2 of 2 questions to Riverside Hospital within 2 working days"
    assert said in page.open("today").text


def test_one_message_to_a_person_is_told_by_their_name(page: Browser, alice: User) -> None:
    silent(alice, "porter", SHAW, asked=True)
    silent(alice, "cook", SHAW, asked=False)
    assert "1 of 1 question to Colin Shaw this week" in page.open("today").text


def test_one_note_of_thanks_names_both_roles(page: Browser, alice: User, hunt: str) -> None:
    met = {"on": "2026-11-23T13:00:00", "kind": "interview", "with": ["ward"], "format": "onsite"}
    ward = beside(alice, "ward clerk", met, who=OKAFOR)
    today = page.open("today")
    assert today.html.count("Thank Ms Adaeze Okafor") == 1
    assert "One note serves both roles; the other is ward clerk" in today.text
    sent = {"step": "thank-you:okafor", "choice": "did-it"}
    page.post("choose", hunt, **sent)
    assert "Thank Ms Adaeze Okafor" not in page.open("opportunity", ward).text


def test_people_and_roles_lead_to_each_other(page: Browser, alice: User, hunt: str) -> None:
    ward = beside(alice, "ward clerk", who=OKAFOR)
    there = page.open("opportunity", hunt)
    assert "Other roles there ward clerk" in there.text
    assert "also for ward clerk" in there.text
    assert f"/opportunities/{ward}" in there.html
    person = page.open("person", ward, id="ward")
    assert "Also for charge nurse" in person.text
    assert "one person, whom one message reaches" in person.text


def test_where_there_is_one_role_nothing_is_said_of_others(page: Browser, hunt: str) -> None:
    assert "also for" not in page.open("opportunity", hunt).text.casefold()
    assert "Other roles" not in page.open("opportunity", hunt).text


@pytest.mark.parametrize("view", ["opportunity", "person"])
def test_another_s_roles_are_no_neighbours(page: Browser, bob: User, hunt: str, view: str) -> None:
    beside(bob, "ward clerk", who=OKAFOR)
    assert "ward clerk" not in page.open(view, hunt, id="okafor").text
