"""What belongs to Alice is nothing to Bob, wherever he writes its name."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from afterword.accounts.devices import devices
from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.export import export
from afterword.actions.opportunities import opportunities
from afterword.actions.timeline import timeline
from afterword.etiquette import decode
from tests.web.conftest import HUNT, NOW
from tests.web.reading import Browser
from tests.web.test_walk import PATTERNS, arguments

ENDS = {"sign-out", "delete"}  # they end Bob's own visit, and his own journal
METHODS = ("get", "post")
SECRETS = (b"Quillfeather", b"Zenobia")
HERS = {
    **HUNT,
    "opportunity": {"employer": "Quillfeather", "role": "keeper", "country": "GB"},
    "people": [{"id": "okafor", "name": "Zenobia Quill", "role": "hiring-manager", "email": True}],
}
HIS = {"now": NOW.isoformat(), "timezone": "Europe/London", "opportunity": {"employer": "Corbel"}}


@pytest.fixture
def hers(alice: User) -> str:
    """Return the uid of Alice's opportunity."""
    return add_opportunity(alice, decode.from_raw(HERS), now=NOW).opportunity


@pytest.fixture
def his(bob: User) -> str:
    """Return the uid of Bob's opportunity, in which nobody is known."""
    return add_opportunity(bob, decode.from_raw(HIS), now=NOW).opportunity


@pytest.fixture
def names(alice: User, hers: str, page: Browser) -> dict[str, str]:
    """Return every name of something of Alice's, under every field that may ask for one."""
    page.open("today")
    known = timeline(alice, hers, now=NOW)
    event = known.events[0]
    return {
        **dict.fromkeys(("uid", "only", "opportunity", "example"), hers),
        **dict.fromkeys(("event", "event_uid", "corrects", "replaces"), event.uid),
        **dict.fromkeys(("change", "batch", "undo"), event.change),
        **dict.fromkeys(("step", "key"), str(known.items[0].key)),
        **dict.fromkeys(("to", "with", "from", "who", "whom", "person", "id", "about"), "okafor"),
        "device": devices(alice, now=NOW)[0].id,
    }


def test_hers_are_nothing_to_him_at_any_address(
    alice: User, names: dict[str, str], stranger: Browser, his: str
) -> None:
    before = export(alice, now=NOW), devices(alice, now=NOW)
    form = {**names, "what": "received", "what_happened": "reply", "on": "2026-11-23"}
    wrong = []
    for name in sorted(set(PATTERNS) - ENDS):
        address = reverse(name, args=arguments(name, his, names["event_uid"]))
        for method in METHODS:
            answer: Any = getattr(stranger.client, method)(address, form)
            told = b"" if answer.streaming else answer.content
            if answer.status_code >= 500 or any(secret in told for secret in SECRETS):
                wrong.append(f"{method} {address}: {answer.status_code}")
    assert wrong == []
    assert (export(alice, now=NOW), devices(alice, now=NOW)) == before


@pytest.mark.parametrize(
    "asked", [("undo", "post", "change"), ("export", "get", "only"), ("event", "post", "event_uid")]
)
def test_where_a_name_is_asked_for_hers_is_not_there(
    names: dict[str, str], stranger: Browser, his: str, asked: tuple[str, str, str]
) -> None:
    name, method, field = asked
    address = reverse(name, args=arguments(name, his, names["event_uid"]))
    answer = getattr(stranger.client, method)(address, {field: names[field], "do": "remove"})
    assert answer.status_code == 404


def test_a_step_towards_her_people_is_none_of_his(
    bob: User, names: dict[str, str], stranger: Browser, his: str
) -> None:
    before = export(bob, now=NOW)
    for name in ("choose", "later", "write", "check", "card", "guide"):
        address = reverse(name, args=(his,))
        form = {"step": names["step"], "choice": "did-it", "text": "Dear Zenobia,", "do": "sent"}
        for method in METHODS:
            getattr(stranger.client, method)(address, form)
    assert export(bob, now=NOW) == before


def test_what_he_imports_with_her_names_becomes_his_own(
    alice: User, hers: str, bob: User, stranger: Browser
) -> None:
    file = export(alice, now=NOW)
    seen = stranger.post("import", file=SimpleUploadedFile("hers.json", file))
    stranger.post("import", content=seen.hidden("content"), do="keep")
    assert [card.uid for card in opportunities(bob, now=NOW)] == [hers]
    stranger.post("remove", hers)
    assert export(alice, now=NOW) == file
