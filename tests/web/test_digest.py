"""The digest, set up: off at first, shown before it leaves, its addresses never shown again."""

import pytest

from afterword.accounts.models import Digest, User
from afterword.actions.reminders import digest as action
from tests.reminders import listening
from tests.web.reading import Browser

FORM = {"on": "yes", "hour": "7", "time_zone": "Europe/London", "do": "keep"}


def test_it_is_off_until_it_is_switched_on(page: Browser, hunt: str) -> None:
    shown = page.open("digest")
    assert 'name="on" value="yes">' in shown.html
    assert "For today One thing to do." in shown.text
    assert "as a test" not in shown.text
    assert hunt
    assert Digest.objects.count() == 0


def test_it_is_kept_and_its_addresses_are_not_shown_again(page: Browser) -> None:
    kept = page.post("digest", **FORM, addresses="json://someone:sesame@127.0.0.1\r\n\r\n")
    assert "There are: JSON." in kept.text
    assert "The next: " in kept.text
    assert "sesame" not in kept.html
    page.post("digest", **{**FORM, "hour": "9"})
    assert action.digest(Digest.objects.get().owner).services == ("JSON",)


def test_what_was_shown_is_what_is_sent(page: Browser, hunt: str) -> None:
    with listening.service() as service:
        shown = page.post("digest", **FORM, addresses=service.address)
        sent = page.post("digest", do="send")
    assert "JSON took it." in sent.text
    ((title, body),) = service.heard
    assert " ".join(f"{title} {body}".split()) in shown.text
    assert "Okafor" not in body
    assert hunt


def test_a_failure_is_told_in_words(page: Browser) -> None:
    with listening.service() as service:
        page.post("digest", **FORM, addresses=service.address)
    assert "JSON did not take it." in page.post("digest", do="send").text


def test_it_is_forgotten_on_demand(page: Browser, alice: User) -> None:
    page.post("digest", **FORM, addresses="json://127.0.0.1")
    page.post("digest", **{**FORM, "do": "forget"})
    known = action.digest(alice)
    assert (known.services, known.wanted.on) == ((), False)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"addresses": "sesame"}, "line 1 is no address"),
        ({"addresses": ""}, "say where"),
        ({"hour": "3"}, "nobody is woken"),
        ({"hour": "²"}, "nobody is woken"),
        ({"time_zone": "Mars"}, "no time zone"),
    ],
)
def test_what_is_wrong_is_told(page: Browser, wrong: dict[str, str], said: str) -> None:
    answer = page.post("digest", **{**FORM, "addresses": "json://127.0.0.1", **wrong})
    assert answer.status == 422
    assert said in answer.text
    assert "sesame" not in answer.html


def test_without_the_extra_it_says_what_to_install(
    page: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("afterword.reminders.door.is_there", lambda: False)
    assert 'pip install "afterword[digest]"' in page.open("digest").text
    assert page.post("digest", **FORM, addresses="json://127.0.0.1").status == 422
    assert page.post("digest", do="send").status == 409


def test_a_test_with_nowhere_to_go_is_refused(page: Browser) -> None:
    assert page.post("digest", do="send").status == 409
