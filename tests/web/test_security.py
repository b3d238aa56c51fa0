"""What every answer says to the browser, and what no page holds."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client, override_settings
from django.urls import reverse

from afterword.accounts import tickets
from afterword.accounts.models import User
from afterword.accounts.owners import new_owner
from tests.web.conftest import NOW
from tests.web.reading import Browser
from tests.web.test_walk import OPEN, PATTERNS, arguments

PAGES = sorted(
    set(PATTERNS)
    - OPEN
    - {
        "undo",
        "arrived",
        "withdraw",
        "example",
        "preview",
        "remove",
        "choose",
        "check",
        "devices",
        "sign-out",
        "event",
        "granted",
        "message",
        "override",
    }
)
PASSWORD = "correct horse battery"  # noqa: S105  a test's own
INLINE = re.compile(
    r"<style|<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=|javascript:", re.IGNORECASE
)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_nothing_inline_and_is_not_kept(page: Browser, hunt: str, name: str) -> None:
    asked = {"step": "thank-you:okafor", "provider": "gmail"}
    answer = page.open(name, *arguments(name, hunt), **asked).answer
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "microphone=()" in answer.headers["Permissions-Policy"]
    if name == "guide":
        assert "'sha256-" in policy
    elif name != "export":
        assert INLINE.findall(answer.content.decode()) == []


def test_a_form_from_elsewhere_is_not_taken(page: Browser) -> None:
    page.client.handler.enforce_csrf_checks = True
    assert page.post("example", do="begin").status == 403


def test_onward_stays_at_home(page: Browser, hunt: str) -> None:
    form = {"step": "thank-you:okafor", "choice": "not-this-time", "next": "//evil.example/"}
    assert page.post("choose", hunt, **form).address == "/"


def test_files_are_kept_for_good_and_old_editions_are_gone(nobody: Browser) -> None:
    name = arguments("asset", "")
    kept = nobody.open("asset", *name).answer
    assert "immutable" in kept.headers["Cache-Control"]
    assert nobody.open("asset", "0" * 16, name[1]).status == 404


def test_passwords_sign_in_and_tell_nothing(alice: User, nobody: Browser) -> None:
    wrong = nobody.post("sign-in", name=alice.name, password="guess")  # noqa: S106  a test's own
    unknown = nobody.post("sign-in", name="mallory", password="guess")  # noqa: S106  the same
    assert wrong.status == unknown.status == 401
    assert wrong.text.replace("alice", "") == unknown.text.replace("mallory", "")
    assert nobody.post("sign-in", name="Alice", password=PASSWORD).address == "/"


def test_the_time_that_a_refusal_takes_tells_nothing_either(
    alice: User, bob: User, nobody: Browser
) -> None:
    """Argon2 is what takes time: it runs once for each attempt, whoever is named."""
    gone = new_owner("gone", now=NOW, password=PASSWORD)
    gone.is_active = False
    gone.save()
    with override_settings(PASSWORD_HASHERS=[f"{__name__}.Counting"]):
        for name in (alice.name, bob.name, "gone", "mallory"):
            Counting.runs = 0
            assert nobody.post("sign-in", name=name, password="guess").status == 401  # noqa: S106  the same
            assert (name, Counting.runs) == (name, 1)


def test_guessing_ends_soon_also_for_whoever_guesses_right(alice: User, nobody: Browser) -> None:
    for _ in range(5):
        nobody.post("sign-in", name=alice.name, password="guess")  # noqa: S106  the same
    told = nobody.post("sign-in", name=alice.name, password=PASSWORD)
    assert "Too many attempts" in told.text


def test_a_key_that_was_known_before_signing_in_is_worth_nothing_after(
    alice: User, nobody: Browser
) -> None:
    nobody.client.session.save()  # what somebody else slipped into this browser
    planted = str(nobody.client.session.session_key)
    nobody.client.cookies[settings.SESSION_COOKIE_NAME] = planted
    nobody.post("sign-in", name=alice.name, password=PASSWORD)
    assert nobody.client.cookies[settings.SESSION_COOKIE_NAME].value != planted
    thief = Client(SERVER_NAME="localhost")
    thief.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert thief.get("/").status_code == 302


def test_a_one_time_address_is_used_up_by_a_person_only(alice: User, nobody: Browser) -> None:
    secret = tickets.issue(alice, now=NOW)
    address = reverse("one-time", args=(secret,))
    assert nobody.client.head(address).status_code == 405
    assert nobody.client.get(address).headers["Location"] == "/"
    assert Client(SERVER_NAME="localhost").get(address).status_code == 410


@pytest.mark.parametrize(
    "elsewhere",
    [
        *("https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"),
        *("javascript:alert(1)", "http:evil.example", "\\\\evil.example", "evil.example"),
    ],
)
def test_signing_in_leads_nowhere_else(alice: User, nobody: Browser, elsewhere: str) -> None:
    form = {"name": alice.name, "password": PASSWORD, "next": elsewhere}
    assert nobody.client.post("/sign-in", form).headers["Location"] == "/"


def test_every_form_is_refused_without_its_token(page: Browser, hunt: str) -> None:
    page.client.handler.enforce_csrf_checks = True
    for name in sorted(set(PATTERNS) - {"asset"}):
        address = reverse(name, args=arguments(name, hunt))
        assert page.client.post(address).status_code in {403, 405}, name


def test_cookies_are_named_after_the_journal_and_hidden_from_scripts(nobody: Browser) -> None:
    nobody.open("sign-in")
    (cookie,) = nobody.client.cookies.values()
    assert cookie.key.endswith("-afterword-form")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert settings.SESSION_COOKIE_NAME != "sessionid"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::2]", "0.0.0.0"])  # noqa: S104  refused
def test_a_name_that_leads_here_by_a_trick_is_not_answered(page: Browser, host: str) -> None:
    """DNS rebinding: a page of elsewhere whose name suddenly means this computer."""
    for address in ("/", "/health", "/sign-in", "/settings/export"):
        assert page.client.get(address, headers={"host": host}).status_code == 400


class Counting(Argon2PasswordHasher):
    """Counts how often a password is hashed."""

    runs = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).runs += 1
        return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        type(self).runs += 1
        return super().verify(password, encoded)
