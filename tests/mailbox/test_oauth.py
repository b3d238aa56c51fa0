"""A permission instead of a password: what is asked, what is answered, and what no one may see."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from afterword.mailbox.connecting import Way, providers
from afterword.mailbox.oauth import (
    Ask,
    Client,
    Grant,
    Pending,
    Tokens,
    challenge,
    exchanged,
    granting,
    question,
    renewed,
)
from afterword.mailbox.trouble import Odd, Revoked, Trouble

CLIENT = Client("my-client", "my-secret")
BACK = "http://127.0.0.1:8765/settings/mailbox/granted"
PENDING = Pending("a@gmail.com", "gmail", CLIENT, BACK, "the-state", "the-verifier")
GRANT = Grant("outlook", Client("my-client"), "renews")


def answering(answer: object, heard: list[tuple[str, dict[str, str]]] | None = None) -> Ask:
    """Return a provider that answers this, and what it has heard."""

    def ask(url: str, form: Mapping[str, str]) -> bytes:
        if heard is not None:
            heard.append((url, dict(form)))
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    return ask


def test_the_question_holds_no_secret_but_a_trace_of_one() -> None:
    url = urlsplit(question(PENDING))
    asked = {name: value for name, (value,) in parse_qs(url.query).items()}
    assert url.hostname == "accounts.google.com"
    assert asked["scope"] == "https://mail.google.com/"
    assert asked["code_challenge"] == challenge("the-verifier")
    assert (asked["state"], asked["redirect_uri"]) == ("the-state", BACK)
    assert "my-secret" not in url.query
    assert "the-verifier" not in url.query


def test_the_challenge_is_that_of_the_standard() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
    assert challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_yes_is_exchanged_with_the_proof_that_it_is_ours() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    given = {"access_token": "lets-in", "refresh_token": "renews", "expires_in": 3599}
    assert exchanged(PENDING, "yes", answering(given, heard)) == Tokens("lets-in", "renews")
    ((url, form),) = heard
    assert url == "https://oauth2.googleapis.com/token"
    assert form == {
        "grant_type": "authorization_code",
        "code": "yes",
        "code_verifier": "the-verifier",
        "redirect_uri": BACK,
        "client_id": "my-client",
        "client_secret": "my-secret",
    }


def test_a_permission_is_renewed_also_by_a_client_without_a_secret() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    assert renewed(GRANT, answering({"access_token": "lets-in"}, heard)) == Tokens("lets-in")
    assert heard[0][1] == {
        "grant_type": "refresh_token",
        "refresh_token": "renews",
        "client_id": "my-client",
    }


@pytest.mark.parametrize(
    ("answer", "trouble", "said"),
    [
        (
            {"error": "invalid_grant", "error_description": "Token has been revoked."},
            Revoked,
            "no longer takes the permission that you gave to Afterword: Token has been revoked.",
        ),
        ({"error": "temporarily_unavailable"}, Odd, "temporarily_unavailable"),
        ({}, Odd, "an empty one"),
        (b"<html>", Odd, "an empty one"),
        ([1], Odd, "an empty one"),
        ({"access_token": 1}, Odd, "an empty one"),
    ],
)
def test_what_is_wrong_is_told_in_words(answer: object, trouble: type[Trouble], said: str) -> None:
    with pytest.raises(trouble, match=said) as raised:
        renewed(GRANT, answering(answer))
    assert "renews" not in str(raised.value).split("to renew")[0]


def test_no_token_stands_in_what_is_printed() -> None:
    printed = f"{CLIENT} {GRANT!r} {PENDING!r} {Tokens('lets-in', 'renews')!r}"
    for secret in ("my-secret", "renews", "lets-in", "the-verifier", "the-state"):
        assert secret not in printed


def test_who_takes_no_password_grants_permissions() -> None:
    for one in providers():
        assert one.oauth == bool(one.authorize and one.token and one.scope and one.making)
        assert one.oauth or one.way is not Way.OAUTH
    with pytest.raises(LookupError):
        granting("yahoo")
