"""The secret address of a calendar: told once, good until it is taken away, never kept."""

from datetime import timedelta

import pytest

from afterword.accounts import calendar_addresses as addresses
from afterword.accounts.models import CalendarAddress
from tests.actions.hunt import EVENING, person

pytestmark = pytest.mark.usefixtures("journal")


def test_an_address_leads_to_its_owner_and_no_other() -> None:
    alice, bob = person("alice"), person("bob")
    hers, his = addresses.renew(alice, now=EVENING), addresses.renew(bob, now=EVENING)
    assert addresses.owner_of(hers, now=EVENING) == alice
    assert addresses.owner_of(his, now=EVENING) == bob
    assert addresses.owner_of(hers[:-1], now=EVENING) is None
    assert addresses.owner_of("", now=EVENING) is None


def test_a_secret_has_256_bits_and_is_not_kept() -> None:
    secret = addresses.renew(person(), now=EVENING)
    assert len(secret) == 43  # 32 bytes, in base 64
    kept = {str(value) for row in CalendarAddress.objects.values() for value in row.values()}
    assert secret not in kept


def test_a_new_address_takes_the_place_of_the_old() -> None:
    alice = person()
    old, new = addresses.renew(alice, now=EVENING), addresses.renew(alice, now=EVENING)
    assert addresses.owner_of(old, now=EVENING) is None
    assert addresses.owner_of(new, now=EVENING) == alice


def test_an_address_is_taken_away_and_put_back() -> None:
    alice = person()
    secret = addresses.renew(alice, now=EVENING)
    assert addresses.revoke(alice, now=EVENING)
    assert addresses.owner_of(secret, now=EVENING) is None
    assert not addresses.revoke(alice, now=EVENING)
    assert addresses.put_back(alice)
    assert addresses.owner_of(secret, now=EVENING) == alice


def test_only_the_last_is_put_back_and_only_ones_own() -> None:
    alice, bob = person("alice"), person("bob")
    old = addresses.renew(alice, now=EVENING)
    addresses.renew(alice, now=EVENING + timedelta(minutes=1))
    addresses.revoke(alice, now=EVENING + timedelta(minutes=2))
    assert addresses.put_back(alice)
    assert addresses.owner_of(old, now=EVENING) is None
    assert not addresses.put_back(bob)


def test_the_owner_sees_when_it_was_last_read() -> None:
    alice = person()
    assert addresses.latest(alice) is None
    secret = addresses.renew(alice, now=EVENING)
    assert addresses.latest(alice) == addresses.Known(EVENING, None, None)
    for minutes in (0, 1):
        addresses.owner_of(secret, now=EVENING + timedelta(minutes=minutes))
    known = addresses.latest(alice)
    assert known
    assert known.read == EVENING


def test_whose_account_is_closed_has_no_calendar() -> None:
    alice = person()
    secret = addresses.renew(alice, now=EVENING)
    alice.is_active = False
    alice.save()
    assert addresses.owner_of(secret, now=EVENING) is None


def test_it_is_found_by_its_index() -> None:
    rows = CalendarAddress.objects.filter(digest="x", revoked=None)
    assert "INDEX" in rows.explain()
