"""`afterword password`: chosen at the computer where the journal lies."""

import json
from pathlib import Path

import pytest
from django.contrib.auth import authenticate

from tests.cli.calling import afterword

GOOD = "seven quiet otters"  # a test's own


@pytest.fixture
def data(journal: Path) -> str:
    return str(journal)


def test_a_password_is_chosen_with_a_name(data: str) -> None:
    said = afterword("password", "--name", "Sam", "--data", data, stdin=f"{GOOD}\n")
    assert said.output == "Kept.\n  Your name here is Sam. All devices were signed out.\n"
    assert authenticate(username="sam", password=GOOD)
    told = json.loads(afterword("password", "--remove", "--json", "--data", data).output)
    assert told == {"name": "Sam", "password": False}


def test_what_is_too_easy_is_refused_with_what_would_be_better(data: str) -> None:
    said = afterword("password", "--data", data, stdin="password\n")
    assert said.exit_code == 1
    assert "at least 12 characters" in said.output
    assert "four or five words" in said.output


def test_beyond_this_computer_nothing_is_served_before_there_is_one(data: str) -> None:
    said = afterword("serve", "--https", "hunt.example.org", "--data", data)
    assert said.exit_code == 2
    assert "afterword password" in said.output
