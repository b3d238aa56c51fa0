"""One-time sign-in: good once, not for long, and only for whom it was made."""

from datetime import timedelta

import pytest

from afterword.accounts import tickets
from afterword.accounts.models import Ticket
from tests.actions.hunt import EVENING, person

pytestmark = pytest.mark.usefixtures("journal")


def test_a_secret_signs_its_owner_in_once() -> None:
    alice, _ = person("alice"), person("bob")
    secret = tickets.issue(alice, now=EVENING)
    assert tickets.redeem(secret, now=EVENING) == alice
    assert tickets.redeem(secret, now=EVENING) is None


def test_a_secret_is_soon_too_old() -> None:
    secret = tickets.issue(person(), now=EVENING)
    assert tickets.redeem(secret, now=EVENING + tickets.LASTS) is None


def test_an_invented_secret_signs_nobody_in() -> None:
    person()
    assert tickets.redeem("guess", now=EVENING) is None


def test_the_secret_itself_is_not_kept() -> None:
    secret = tickets.issue(person(), now=EVENING)
    assert secret not in {str(value) for row in Ticket.objects.values() for value in row.values()}


def test_expired_secrets_are_thrown_away() -> None:
    alice = person()
    tickets.issue(alice, now=EVENING)
    tickets.issue(alice, now=EVENING + timedelta(days=1))
    assert Ticket.objects.count() == 1


def test_who_may_not_sign_in_any_more_is_not_let_in() -> None:
    alice = person()
    secret = tickets.issue(alice, now=EVENING)
    alice.is_active = False
    alice.save()
    assert tickets.redeem(secret, now=EVENING) is None
