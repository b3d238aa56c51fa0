"""Keys from the key ring of the operating system, by endpoint, where there is one."""

import sys
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoRing
from keyring.errors import KeyringLocked

from afterword.etiquette.problem import Malformed
from afterword.ghostwriter import keys


class Ring(KeyringBackend):
    """A key ring in memory."""

    priority = 1.0
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """Return the one key that there is."""
        if self.locked:
            raise KeyringLocked
        here = (service, username) == ("afterword", "https://api.example.org/v1")
        return "the-key" if here else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing: Afterword never writes to a ring."""
        del service, username, password
        raise NotImplementedError


@pytest.fixture(autouse=True)
def _the_ring_of_this_machine_stays_out_of_it() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_key_is_kept_by_the_address_of_its_endpoint() -> None:
    keyring.set_keyring(Ring())  # type: ignore[no-untyped-call]  # keyring's
    assert keys.from_ring("https://api.example.org/v1") == "the-key"
    assert keys.from_ring("https://api.example.com/v1") == ""


def test_where_there_is_no_ring_there_is_no_key() -> None:
    keyring.set_keyring(NoRing())  # type: ignore[no-untyped-call]  # the same
    assert keys.from_ring("https://api.example.org/v1") == ""


def test_a_locked_ring_is_told_with_what_to_do() -> None:
    ring = Ring()  # type: ignore[no-untyped-call]  # keyring's
    ring.locked = True
    keyring.set_keyring(ring)
    with pytest.raises(Malformed, match="unlock it, or set AFTERWORD_MODEL_KEY instead"):
        keys.from_ring("https://api.example.org/v1")


def test_without_the_extra_there_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert keys.from_ring("https://api.example.org/v1") == ""
