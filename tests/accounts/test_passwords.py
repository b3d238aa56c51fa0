"""A password: hard to guess, and the end of every visit that began before it."""

import pytest
from django.contrib.auth import authenticate
from django.utils import timezone

from afterword.accounts import tickets
from afterword.accounts.devices import devices
from afterword.accounts.models import User
from afterword.accounts.passwords import change_password, remove_password
from afterword.etiquette.problem import Malformed
from tests.accounts.test_devices import signed_in
from tests.actions.hunt import EVENING, person

GOOD = "seven quiet otters"  # a test's own

pytestmark = pytest.mark.usefixtures("journal")


def test_a_password_signs_in_with_the_name_that_was_chosen() -> None:
    change_password(person("me"), GOOD, name=" Sam ")
    assert authenticate(username="sam", password=GOOD) == User.objects.get(name="Sam")


@pytest.mark.parametrize("easy", ["short", "password1234", "0" * 12, "samsamsamsam", "x" * 1001])
def test_what_is_easily_guessed_is_refused_and_nothing_changes(easy: str) -> None:
    owner = person("sam")
    with pytest.raises(Malformed):
        change_password(owner, easy, name="samsamsam")
    owner.refresh_from_db()
    assert (owner.name, owner.has_usable_password()) == ("sam", False)


@pytest.mark.parametrize("name", ["ALICE", "al\nice", "a" * 151])
def test_a_name_is_ones_own_and_one_line(name: str) -> None:
    person("alice")
    with pytest.raises(Malformed, match="name"):
        change_password(person("bob"), GOOD, name=name)


def test_another_password_signs_all_devices_and_addresses_out() -> None:
    alice, bob = person("alice"), person("bob")
    signed_in(alice, "a library's computer")
    signed_in(bob, "his own")
    secret = tickets.issue(alice, now=EVENING)
    change_password(alice, GOOD)
    assert devices(alice, now=timezone.now()) == ()
    assert tickets.redeem(secret, now=EVENING) is None
    assert len(devices(bob, now=timezone.now())) == 1


def test_a_password_can_be_taken_away() -> None:
    alice = person("alice")
    change_password(alice, GOOD)
    remove_password(alice)
    assert authenticate(username="alice", password=GOOD) is None
