"""Whose computer this is, and how passwords are kept."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError

from afterword.accounts.models import User
from afterword.accounts.owners import new_owner, the_owner
from tests.actions.hunt import EVENING, person

pytestmark = pytest.mark.usefixtures("journal")


def test_the_first_run_makes_one_owner_who_has_no_password() -> None:
    assert the_owner(now=EVENING) == the_owner(now=EVENING)
    assert not the_owner(now=EVENING).has_usable_password()


def test_a_password_is_kept_as_argon2() -> None:
    new_owner("carol", now=EVENING, password="correct horse battery")  # noqa: S106  a test's own
    assert User.objects.get().password.startswith("argon2$argon2id$")
    assert authenticate(username="Carol", password="correct horse battery")  # noqa: S106  the same
    assert authenticate(username="carol", password="wrong") is None  # noqa: S106  the same


def test_no_two_names_differ_by_capitals_only() -> None:
    person("alice")
    with pytest.raises(IntegrityError):
        person("Alice")
