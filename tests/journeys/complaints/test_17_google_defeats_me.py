"""To let it into my mailbox I was to register a client with Google, and I gave up.

Told in elie222/inbox-zero#630, #383, #403 and #2651; what it costs is counted in ADR-0013 of
saeedkolivand/ai-job-hunter-app.
"""

import pytest

from afterword.mailbox.connecting import Provider, Way, providers
from tests.journeys.complaints.candidate import APPLIED, SECRET, Candidate, mail
from tests.web.reading import Page

BY_PASSWORD = [one for one in providers() if one.way is not Way.OAUTH]
BY_CLIENT = [one for one in providers() if one.way is Way.OAUTH]


def found(marta: Candidate, provider: Provider) -> Page:
    """Return what the page says of an address at a provider."""
    return marta.browser.post("mailbox", do="find", address=f"marta@{provider.domains[0]}")


@pytest.mark.parametrize("provider", BY_PASSWORD, ids=lambda one: one.id)
def test_a_password_is_all_that_it_takes(marta: Candidate, provider: Provider) -> None:
    shown = found(marta, provider)
    assert f"This mailbox is at {provider.name} ." in shown.text
    assert provider.note in shown.text
    assert f'href="{provider.page}"' in shown.html, "where such a password is made"
    asked = {name: shown.hidden(name) for name in ("address", "host", "port", "user")}
    answer = marta.browser.post(
        "mailbox", do="connect", **asked, security=provider.security, password=SECRET
    )
    assert "Connected." in answer.text
    ((server, credentials),) = marta.asked
    assert (server.host, credentials.secret) == (provider.host, SECRET)


def test_gmail_is_one_of_them() -> None:
    assert "gmail" in {one.id for one in BY_PASSWORD}


def test_an_app_password_may_be_pasted_with_the_spaces_that_google_shows(marta: Candidate) -> None:
    gmail = next(one for one in providers() if one.id == "gmail")
    form = {"address": "marta@gmail.com", "user": "marta@gmail.com", "host": gmail.host}
    marta.connects(**form, password="abcd efgh ijkl mnop")  # noqa: S106  a test's own
    assert [one.secret for _, one in marta.asked] == ["abcdefghijklmnop"]


@pytest.mark.parametrize("provider", BY_CLIENT, ids=lambda one: one.id)
def test_where_no_password_is_taken_the_page_says_so_and_how_to_go_without(
    marta: Candidate, provider: Provider
) -> None:
    shown = found(marta, provider)
    assert 'type="password"' not in shown.html, "none is asked for in vain"
    assert provider.note in shown.text
    assert "Give a permission, by a client of your own" in shown.text
    assert "You need no mailbox here: a message can be pasted" in shown.text
    steps = marta.browser.open("grant", provider=provider.id)
    assert provider.making in steps.text
    assert marta.browser.post("grant", provider=provider.id, client="").status == 422


def test_who_connects_nothing_at_all_is_served_as_well(marta: Candidate) -> None:
    uid = marta.pursues(events=APPLIED)
    raw = mail("Hello Marta,\n\nwe need more time to decide.\n\nLena", "2026-03-03 09:00")
    assert "Taken in: " in marta.browser.post("mail", pasted=raw.decode()).text
    assert "They wrote to me: Lena Ruiz, by e-mail" in marta.happened(uid)
    assert marta.asked == []
