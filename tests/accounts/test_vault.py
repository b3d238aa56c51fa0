"""What is sealed opens with its key, wherever that lies, and with no other."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from afterword.accounts.vault import VARIABLE, Locked, SystemRing, Vault
from afterword.settings.folder import VAULT

SECRET = "ntfys://my-topic"  # noqa: S105  a test's own


class Held:
    """A key ring, in memory."""

    def __init__(self, *, shut: bool = False) -> None:
        """Hold nothing yet."""
        self.held: dict[str, str] = {}
        self.shut = shut

    def get(self, name: str) -> str:
        return self.held.get(name, "")

    def put(self, name: str, secret: str) -> bool:
        if not self.shut:
            self.held[name] = secret
        return not self.shut


def key() -> str:
    return Fernet.generate_key().decode()


def test_without_a_ring_the_key_lies_beside_for_nobody_else_to_read(tmp_path: Path) -> None:
    vault = Vault(tmp_path, {}, Held(shut=True))
    sealed = vault.seal(SECRET)
    assert SECRET not in sealed
    assert vault.open(sealed) == SECRET
    assert (tmp_path / VAULT).stat().st_mode & 0o777 == 0o600


def test_with_a_ring_nothing_lies_beside(tmp_path: Path) -> None:
    ring = Held()
    sealed = Vault(tmp_path, {}, ring).seal(SECRET)
    assert Vault(tmp_path, {}, ring).open(sealed) == SECRET
    assert list(tmp_path.iterdir()) == []


def test_a_second_secret_is_sealed_with_the_same_key(tmp_path: Path) -> None:
    vault = Vault(tmp_path, {}, Held(shut=True))
    first, second = vault.seal(SECRET), vault.seal(SECRET)
    assert first != second
    assert vault.open(first) == vault.open(second) == SECRET


def test_the_environment_comes_first_and_keys_can_be_changed(tmp_path: Path) -> None:
    old, new = key(), key()
    sealed = Vault(tmp_path, {VARIABLE: old}, Held()).seal(SECRET)
    both = Vault(tmp_path, {VARIABLE: f"{new}, {old}"}, Held())
    assert both.open(sealed) == SECRET
    assert Vault(tmp_path, {VARIABLE: new}, Held()).open(both.seal(SECRET)) == SECRET
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("environ", [{}, {VARIABLE: "no key"}, {VARIABLE: key()}])
def test_another_key_or_none_opens_nothing(tmp_path: Path, environ: dict[str, str]) -> None:
    sealed = Vault(tmp_path, {VARIABLE: key()}, Held()).seal(SECRET)
    with pytest.raises(Locked):
        Vault(tmp_path, environ, Held()).open(sealed)


def test_a_spoilt_key_file_is_told_and_not_written_over(tmp_path: Path) -> None:
    (tmp_path / VAULT).write_text("")
    with pytest.raises(Locked):
        Vault(tmp_path, {}, Held(shut=True)).seal(SECRET)
    (tmp_path / VAULT).write_bytes(b"\xff")
    with pytest.raises(Locked):
        Vault(tmp_path, {}, Held(shut=True)).open("x")


def test_a_key_ring_that_is_not_there_holds_nothing() -> None:
    ring = SystemRing()
    assert not ring.put("a", "b")
    assert ring.get("a") == ""
