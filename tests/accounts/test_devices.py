"""The devices somebody is signed in on: seen, and signed out from afar."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.utils import timezone

from afterword.accounts.devices import devices, revoke, revoke_others
from afterword.accounts.models import User
from afterword.accounts.sessions import DEVICE, SessionStore
from tests.actions.hunt import person

pytestmark = pytest.mark.usefixtures("journal")


def signed_in(owner: User, device: str) -> str:
    session = SessionStore()
    session[SESSION_KEY], session[DEVICE] = str(owner.pk), device
    session.save()
    assert session.session_key
    return session.session_key


def test_everybody_sees_their_own_devices_and_which_is_this_one() -> None:
    alice, bob = person("alice"), person("bob")
    here = signed_in(alice, "Firefox on Linux")
    signed_in(bob, "Safari on a telephone")
    (seen,) = devices(alice, now=timezone.now(), current=here)
    assert (seen.name, seen.current) == ("Firefox on Linux", True)
    assert here not in seen.id


def test_a_device_is_signed_out_by_its_owner_only() -> None:
    alice, bob = person("alice"), person("bob")
    key = signed_in(alice, "a library's computer")
    (seen,) = devices(alice, now=timezone.now())
    assert not revoke(bob, seen.id)
    assert revoke(alice, seen.id)
    assert not SessionStore().exists(key)


def test_all_other_devices_are_signed_out_at_once() -> None:
    alice = person()
    here, _ = signed_in(alice, "here"), signed_in(alice, "there")
    assert revoke_others(alice, here) == 1
    assert [one.name for one in devices(alice, now=timezone.now())] == ["here"]
