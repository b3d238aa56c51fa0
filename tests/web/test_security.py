"""What every answer says to the browser, and what no page holds."""

import re

import pytest

from tests.web.reading import Browser
from tests.web.test_walk import OPEN, PATTERNS, arguments

PAGES = sorted(
    set(PATTERNS)
    - OPEN
    - {"undo", "example", "preview", "remove", "choose", "check", "devices", "sign-out", "event"}
)
INLINE = re.compile(
    r"<style|<script(?![^>]*\bsrc=)|\son[a-z]+=|\sstyle=|javascript:", re.IGNORECASE
)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_nothing_inline_and_is_not_kept(page: Browser, hunt: str, name: str) -> None:
    answer = page.open(name, *arguments(name, hunt), step="thank-you:okafor").answer
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    if name == "guide":
        assert "'sha256-" in policy
    elif name != "export":
        assert INLINE.findall(answer.content.decode()) == []


def test_another_host_is_not_answered(page: Browser) -> None:
    assert page.client.get("/health", HTTP_HOST="evil.example").status_code == 400


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


def test_passwords_sign_in_and_tell_nothing(alice: object, nobody: Browser) -> None:
    del alice
    wrong = nobody.post("sign-in", name="alice", password="guess")  # noqa: S106  a test's own
    unknown = nobody.post("sign-in", name="mallory", password="guess")  # noqa: S106  the same
    assert wrong.status == unknown.status == 401
    assert wrong.text.replace("alice", "") == unknown.text.replace("mallory", "")
    assert nobody.post("sign-in", name="Alice", password="correct horse battery").address == "/"  # noqa: S106  the same
