"""Served for others: a new process, because Django reads these settings once, at its start."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

OURS = re.compile("AFTERWORD_|DJANGO_")
LOOK = """
from afterword.settings.start import start
start({data!r}, hosts=("hunt.example.org",), https=True)
from datetime import UTC, datetime
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from afterword.accounts.owners import new_owner
from afterword.journal import database
call_command("check", deploy=True, fail_level="WARNING")
database.migrate()
new_owner("sam", now=datetime(2026, 3, 3, tzinfo=UTC), password="seven quiet otters")
plain = Client(SERVER_NAME="hunt.example.org").get("/")
print(plain.status_code, plain.headers["Location"])
print(Client(SERVER_NAME="elsewhere.example").get("/", secure=True).status_code)
print(Client(SERVER_NAME="127.0.0.1").get("/health").status_code)
secure = Client(SERVER_NAME="hunt.example.org", enforce_csrf_checks=True)
page = secure.get("/sign-in", secure=True)
form = {{"name": "sam", "password": "seven quiet otters"}}
print(secure.post("/sign-in", form, secure=True).status_code)
form["csrfmiddlewaretoken"] = secure.cookies[settings.CSRF_COOKIE_NAME].value
here = "https://hunt.example.org/sign-in"
print(secure.post("/sign-in", form, secure=True, HTTP_REFERER="https://evil.example/").status_code)
print(secure.post("/sign-in", form, secure=True, HTTP_REFERER=here).status_code)
for cookie in secure.cookies.values():
    print(cookie.key, cookie["secure"], cookie["path"], cookie["domain"] or "-", cookie["samesite"])
print(page.headers["Strict-Transport-Security"])
told = (b"afterword serve", b"<details", b"this computer")
print(*(one in page.content for one in told))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what a process that serves others is seen to do."""
    data = tmp_path_factory.mktemp("hosted") / "data"
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(data=str(data))],
        env={name: value for name, value in os.environ.items() if not OURS.match(name)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_djangos_own_check_of_a_deployment_finds_nothing(said: list[str]) -> None:
    assert "no issues" in said[0]


def test_nothing_is_said_without_https_but_that_it_is_well(said: list[str]) -> None:
    assert said[1] == "301 https://hunt.example.org/"
    assert said[3] == "200"


def test_another_host_is_not_answered(said: list[str]) -> None:
    assert said[2] == "400"


def test_a_form_to_sign_in_is_taken_from_our_own_page_only(said: list[str]) -> None:
    assert said[4:7] == ["403", "403", "302"]


def test_cookies_are_bound_to_this_host_and_to_https(said: list[str]) -> None:
    assert said[7:9] == [
        "__Host-afterword-form True / - Lax",
        "__Host-afterword True / - Lax",
    ]


def test_browsers_remember_that_it_is_https(said: list[str]) -> None:
    assert "max-age=31536000" in said[9]


def test_where_others_sign_in_the_form_is_there_and_nothing_of_this_computer(
    said: list[str],
) -> None:
    assert said[10] == "False False False"
