"""A mailbox by permission: asked, granted, renewed at each look, and told when it is taken back."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from afterword.accounts.models import User
from afterword.accounts.vault import vault
from afterword.actions.errors import Refused
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox, try_mailbox
from afterword.actions.mail.grant_mailbox import Answer, Question, ask_for, grant_mailbox
from afterword.actions.mail.look_in import look_in
from afterword.actions.mail.mailbox_door import row_of
from afterword.etiquette.problem import Malformed
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox import oauth_line
from afterword.mailbox.box import Box
from afterword.mailbox.oauth import Client
from afterword.mailbox.server import Bearer, Credentials, Server
from tests.actions.hunt import at, person
from tests.mailbox.keepers import MemoryKeeper

pytestmark = pytest.mark.usefixtures("journal")
NOW = at("2026-03-04 10:00")
BACK = "http://127.0.0.1:8765/settings/mailbox/granted"
CLIENT = Client("my-client", "hush")
GIVEN = {"access_token": "lets-in", "refresh_token": "renews-1"}


class Provider:
    """A provider that answers in turn, and a mailbox that its token opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: list[object] = []
        self.heard: list[dict[str, str]] = []
        self.keeper = MemoryKeeper()
        monkeypatch.setattr(oauth_line, "ask", self.ask)

    def ask(self, url: str, form: Mapping[str, str]) -> bytes:
        assert url.startswith("https://")
        self.heard.append(dict(form))
        return json.dumps(self.answers.pop(0)).encode()

    def door(self, server: Server, credentials: Credentials) -> Box:
        assert server.host == "outlook.office365.com"
        assert credentials == Bearer("a@outlook.com", GIVEN["access_token"])
        return self.keeper.box()

    def grant(self, owner: User, asked: Question) -> None:
        self.answers.append(GIVEN)
        answer = Answer(state_of(asked), "yes")
        grant_mailbox(owner, asked.pending, answer, now=NOW, door=self.door)


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Provider:
    return Provider(monkeypatch)


def asked() -> Question:
    return ask_for("a@outlook.com", "outlook", CLIENT, back=BACK)


def state_of(question: Question) -> str:
    return parse_qs(urlsplit(question.url).query)["state"][0]


def test_a_permission_connects_the_mailbox_and_is_sealed(provider: Provider) -> None:
    alice, question = person(), asked()
    assert "hush" not in question.url + question.pending
    provider.grant(alice, question)
    row = row_of(alice)
    assert (row.way, row.host, row.next) == ("oauth", "outlook.office365.com", NOW)
    assert "renews-1" not in row.secret
    assert "renews-1" in vault().open(row.secret)


def test_it_is_renewed_at_each_look_and_what_renews_it_may_change(provider: Provider) -> None:
    alice = person()
    provider.grant(alice, asked())
    provider.answers += [
        {"access_token": "lets-in", "refresh_token": "renews-2"},
        {"access_token": "lets-in"},
        {"access_token": "lets-in"},
    ]
    assert look_in(alice, now=NOW, door=provider.door).ended
    assert look_in(alice, now=NOW, door=provider.door).ended
    assert try_mailbox(row_of(alice), door=provider.door) == 3
    renewing = [one.get("refresh_token") for one in provider.heard]
    assert renewing == [None, "renews-1", "renews-2", "renews-2"]


def test_a_permission_taken_back_is_told_plainly(provider: Provider) -> None:
    alice = person()
    provider.grant(alice, asked())
    provider.answers += [{"error": "invalid_grant", "error_description": "It was revoked."}] * 2
    found = look_in(alice, now=NOW, door=provider.door)
    assert "no longer takes the permission that you gave to Afterword: It was revoked." in (
        found.trouble
    )
    with pytest.raises(Malformed, match="Connect the mailbox again"):
        try_mailbox(row_of(alice), door=provider.door)


@pytest.mark.parametrize(
    ("state", "code", "pending"),
    [("forged", "yes", None), ("", "yes", None), (None, "", None), (None, "yes", "forged")],
)
def test_an_answer_to_another_question_is_refused(
    provider: Provider, state: str | None, code: str, pending: str | None
) -> None:
    question = asked()
    answer = Answer(state_of(question) if state is None else state, code)
    with pytest.raises(Refused, match="not the answer"):
        grant_mailbox(person(), pending or question.pending, answer, now=NOW, door=provider.door)
    assert provider.heard == []
    assert not Mailbox.objects.exists()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"access_token": "lets-in"}, "no permission that lasts"),
        ({"error": "invalid_grant"}, "no longer takes the permission"),
    ],
)
def test_what_does_not_last_is_not_remembered(provider: Provider, given: object, why: str) -> None:
    question = asked()
    provider.answers.append(given)
    with pytest.raises(Malformed, match=why):
        grant_mailbox(
            person(),
            question.pending,
            Answer(state_of(question), "yes"),
            now=NOW,
            door=provider.door,
        )
    assert not Mailbox.objects.exists()


@pytest.mark.parametrize(
    ("address", "name", "client", "why"),
    [
        ("alice", "outlook", CLIENT, "is no address"),
        ("a@yahoo.com", "yahoo", CLIENT, "grants no permissions"),
        ("a@outlook.com", "", CLIENT, "grants no permissions"),
        ("a@outlook.com", "outlook", Client(""), "is not what the provider calls"),
    ],
)
def test_what_is_wrong_is_said_before_anybody_is_asked(
    address: str, name: str, client: Client, why: str
) -> None:
    with pytest.raises(Malformed, match=why):
        ask_for(address, name, client, back=BACK)


def test_a_permission_is_never_taken_for_a_password(provider: Provider) -> None:
    alice = person()
    provider.grant(alice, asked())
    same = Asked("a@outlook.com", "", "outlook.office365.com")
    with pytest.raises(Malformed, match="There has to be something here"):
        connect_mailbox(alice, same, now=NOW, door=provider.door)
